import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Register } from "../core/speakers/register.ts";
import { loadRegister } from "../ingest/registers.ts";

/**
 * The register of offices that comes with the program and those imported into `folder`; read anew when one of them changes, so
 * that an import shows at once.
 */
export function registerReader(folder: string | null): () => Register {
  let read: { readonly state: string; readonly register: Register } | null = null;
  return () => {
    const state = stateOf(folder);
    if (read?.state !== state) read = { state, register: loadRegister(folder ?? "").register };
    return read.register;
  };
}

/** Names, sizes and times of the files: another state, another register. */
function stateOf(folder: string | null): string {
  if (folder === null) return "";
  try {
    return readdirSync(folder)
      .sort()
      .map((file) => {
        const { mtimeMs, size } = statSync(join(folder, file));
        return `${file} ${mtimeMs} ${size}`;
      })
      .join("\n");
  } catch {
    // No folder yet, or a file that went while it was looked at.
    return "";
  }
}
