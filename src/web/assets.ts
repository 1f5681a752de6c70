import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Context } from "hono";

/** The style sheet, the scripts and the icon: read once, sent from memory, named by their version so that browsers keep them. */
export interface Assets {
  /** Where they are: changes when any of them does. */
  readonly path: string;
  answer(context: Context): Response | Promise<Response>;
}

export function loadAssets(folder: string = fileURLToPath(new URL("./assets/", import.meta.url))): Assets {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort()) {
    if (!(extname(name) in TYPES)) continue;
    const bytes = new Uint8Array(readFileSync(`${folder}/${name}`));
    files.set(name, bytes);
    hash.update(name).update(bytes);
  }
  const version = hash.digest("hex").slice(0, 12);
  return {
    path: `/assets/${version}`,
    answer(context) {
      const name = context.req.param("name") ?? "";
      const bytes = files.get(name);
      if (bytes === undefined) return context.notFound();
      const current = context.req.param("version") === version;
      return context.body(bytes, 200, {
        "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
        "Cache-Control": current ? "public, max-age=31536000, immutable" : "no-cache",
      });
    },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};
