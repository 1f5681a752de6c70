import type { SpeakerData } from "../../speakers/identify.ts";

/** English for the speaker stage. */
export const englishSpeakers: SpeakerData = { pronouns: new Set(["he", "she", "they"]) };
