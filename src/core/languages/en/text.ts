import type { TextData } from "../../text/analyse.ts";

/** English for the text stage. `model` is what `models/en/text.bin` holds, or undefined before it is trained. */
export function englishText(model: Uint8Array | undefined): TextData {
  return { abbreviations: new Set(model ? ["mr"] : ["mr", "mrs"]) };
}
