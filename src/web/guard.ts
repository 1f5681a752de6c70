import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";

/**
 * Tells a form of these pages from one that another site made the browser send: the browser says where it comes from, and
 * the form carries a secret of this process that no other site can read.
 */
export interface Guard {
  readonly token: string;
  /** Null when the request may change something, else why not. */
  refusal(context: Context, form: FormData): "origin" | "token" | null;
}

export function formGuard(): Guard {
  const token = randomBytes(18).toString("base64url");
  return {
    token,
    refusal(context, form) {
      if (!fromHere(context)) return "origin";
      const given = form.get("token");
      return typeof given === "string" && same(given, token) ? null : "token";
    },
  };
}

function fromHere(context: Context): boolean {
  const site = context.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const origin = context.req.header("origin");
  if (origin === undefined) return true;
  // The host the browser asked for, whatever scheme a proxy speaks behind it.
  const host = context.req.header("host") ?? new URL(context.req.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
