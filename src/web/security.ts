import type { MiddlewareHandler } from "hono";

/** Longer addresses are refused before anything reads them; the longest that pages make is a cursor with filters. */
const LONGEST_ADDRESS = 4_000;

/**
 * The headers that keep a page what it is: nothing from other hosts, no script or style but the assets, no frame around it,
 * forms that lead only here. `hosts` guards a server on this machine against names that a foreign page points at it.
 */
export function secured(hosts: readonly string[] | null): MiddlewareHandler {
  return async (context, next) => {
    if (context.req.url.length > LONGEST_ADDRESS) return context.text("The address is too long.", 414);
    const host = (context.req.header("host") ?? new URL(context.req.url).host).replace(/:\d+$/, "");
    if (hosts !== null && !hosts.includes(host))
      return context.text(
        `This server does not answer for ${host.slice(0, 100)}. Open it as ${hosts[0] ?? "localhost"}.`,
        421,
      );
    await next();
    for (const [name, value] of HEADERS) context.header(name, value);
    return undefined;
  };
}

const HEADERS: readonly (readonly [string, string])[] = [
  [
    "Content-Security-Policy",
    [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
  ],
  ["X-Content-Type-Options", "nosniff"],
  ["X-Frame-Options", "DENY"],
  // Not no-referrer: with that, browsers send `Origin: null` from our own forms.
  ["Referrer-Policy", "same-origin"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=()"],
];
