import type { Action } from "./action.ts";
import { add } from "./actions/add.ts";
import { correct } from "./actions/correct.ts";
import { decideCorrection } from "./actions/decide-correction.ts";
import { dropDraft } from "./actions/drop-draft.ts";
import { enter } from "./actions/enter.ts";
import { keepDraft } from "./actions/keep-draft.ts";
import { keepDrafts } from "./actions/keep-drafts.ts";
import { markCondition } from "./actions/mark-condition.ts";
import { answerProposal } from "./actions/answer-proposal.ts";
import { likenCondition } from "./actions/liken-condition.ts";
import { mergeSpeaker } from "./actions/merge-speaker.ts";
import { removeDossier } from "./actions/remove-dossier.ts";
import { reply } from "./actions/reply.ts";
import { review } from "./actions/review.ts";
import { saveDossier } from "./actions/save-dossier.ts";
import { setStatus } from "./actions/set-status.ts";
import { splitSpeaker } from "./actions/split-speaker.ts";
import { unmergeSpeaker } from "./actions/unmerge-speaker.ts";
import { sign } from "./actions/sign.ts";

/** Everything a form can do. */
export const actions: readonly Action[] = [
  add,
  keepDrafts,
  keepDraft,
  dropDraft,
  review,
  enter,
  correct,
  decideCorrection,
  markCondition,
  setStatus,
  reply,
  mergeSpeaker,
  splitSpeaker,
  unmergeSpeaker,
  answerProposal,
  likenCondition,
  sign,
  saveDossier,
  removeDossier,
];
