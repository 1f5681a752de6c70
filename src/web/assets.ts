import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Context } from "hono";

/**
 * The style sheet, the scripts and the icon: read and packed once, sent from memory, named by their version so that browsers keep
 * them.
 */
export interface Assets {
  /** Where they are: changes when any of them does. */
  readonly path: string;
  answer(context: Context): Response | Promise<Response>;
}

export function loadAssets(folder: string = fileURLToPath(new URL("./assets/", import.meta.url))): Assets {
  const files = new Map<string, Packed>();
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort()) {
    if (!(extname(name) in TYPES)) continue;
    const plain = new Uint8Array(readFileSync(`${folder}/${name}`));
    files.set(name, { plain, gzip: new Uint8Array(gzipSync(plain, { level: 9 })) });
    hash.update(name).update(plain);
  }
  const version = hash.digest("hex").slice(0, 12);
  return {
    path: `/assets/${version}`,
    answer(context) {
      const name = context.req.param("name") ?? "";
      const file = files.get(name);
      if (file === undefined) return context.notFound();
      const current = context.req.param("version") === version;
      const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(context.req.header("accept-encoding") ?? "");
      return context.body(takesGzip ? file.gzip : file.plain, 200, {
        "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
        "Cache-Control": current ? "public, max-age=31536000, immutable" : "no-cache",
        Vary: "Accept-Encoding",
        ...(takesGzip ? { "Content-Encoding": "gzip" } : {}),
      });
    },
  };
}

interface Packed {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};
