import type { AttributionData } from "../../attribution/attribute.ts";
import { cueActs, sayingVerbs } from "./cues.ts";
import { lemmatizer } from "./lemma.ts";

/** English for the attribution stage. `model` is what `models/en/attribution.bin` holds, or undefined before it is trained. */
export function englishAttribution(_model: Uint8Array | undefined): AttributionData {
  return { model: null, lemmaOf: lemmatizer(cueActs), sayingVerbs, acts: cueActs };
}
