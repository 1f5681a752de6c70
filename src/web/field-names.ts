import type { MessageKey } from "./messages/message.ts";
import type { View } from "./view.ts";

/** An entry's field as the pages call it. */
export function fieldName(name: string, { say }: View): string {
  const key = NAMES.get(name);
  return key === undefined ? name : say(key);
}

const NAMES: ReadonlyMap<string, MessageKey> = new Map<string, MessageKey>([
  ["kind", "fieldKind"],
  ["source", "partSource"],
  ["cue", "partCue"],
  ["content", "partContent"],
  ["speaker", "speaker"],
  ["role", "fieldRole"],
  ["said", "fieldSaid"],
  ["said-date", "fieldSaid"],
  ["occasion", "fieldOccasion"],
  ["addressee", "fieldAddressee"],
  ["within", "fieldWithin"],
  ["repeats", "fieldRepeats"],
  ["commitments", "fieldCommitments"],
  ["action", "fieldAction"],
  ["committer", "fieldCommitter"],
  ["condition", "fieldConditions"],
  ["time", "fieldTime"],
  ["quantity", "fieldQuantity"],
  ["beneficiary", "fieldBeneficiary"],
  ["form-words", "fieldForm"],
  ["polarity-words", "fieldPolarity"],
  ["strength-words", "fieldStrength"],
  ["words", "correctWords"],
  ["note", "correctNote"],
  ["text", "addText"],
  ["published", "addPublished"],
  ["url", "addUrl"],
  ["evidence", "metBy"],
  ["on", "metWhen"],
  ["looked", "lookedOn"],
  ["reason", "decisionReason"],
  ["doubtful", "fieldCommitments"],
]);
