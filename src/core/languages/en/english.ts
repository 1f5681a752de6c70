import type { Language } from "../language.ts";
import { englishAttribution } from "./attribution.ts";
import { englishCommitments } from "./commitments.ts";
import { englishSpeakers } from "./speakers.ts";
import { englishText } from "./text.ts";

/** The bytes of the trained models, as the files in `models/en/` hold them. */
export interface EnglishModels {
  readonly text: Uint8Array | undefined;
  readonly attribution: Uint8Array | undefined;
  readonly commitments?: Uint8Array | undefined;
}

/** English, from its models: a value to pass to `record`. Build it once; it is never written into. */
export function english(models: EnglishModels): Language {
  return {
    code: "en",
    text: englishText(models.text),
    attribution: englishAttribution(models.attribution),
    speakers: englishSpeakers,
    commitments: englishCommitments(models.commitments),
  };
}
