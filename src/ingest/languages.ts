import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { english } from "../core/languages/en/english.ts";
import type { Language } from "../core/languages/language.ts";

const models = fileURLToPath(new URL("../../models/", import.meta.url));

function modelBytes(name: string): Uint8Array | undefined {
  const file = join(models, name);
  return existsSync(file) ? readFileSync(file) : undefined;
}

let loaded: Language | undefined;

/** English with the models that ship with the program; read from disk once a process. */
export function loadEnglish(): Language {
  loaded ??= english({
    text: modelBytes("en/text.bin"),
    attribution: modelBytes("en/attribution.bin"),
    commitments: modelBytes("en/commitments.bin"),
  });
  return loaded;
}
