import type { Action } from "./action.ts";
import { add } from "./actions/add.ts";
import { correct } from "./actions/correct.ts";
import { decideCorrection } from "./actions/decide-correction.ts";
import { dropDraft } from "./actions/drop-draft.ts";
import { keepDraft } from "./actions/keep-draft.ts";
import { keepDrafts } from "./actions/keep-drafts.ts";
import { markCondition } from "./actions/mark-condition.ts";
import { removeDossier } from "./actions/remove-dossier.ts";
import { review } from "./actions/review.ts";
import { saveDossier } from "./actions/save-dossier.ts";
import { setStatus } from "./actions/set-status.ts";
import { sign } from "./actions/sign.ts";

/** Everything a form can do. */
export const actions: readonly Action[] = [
  add,
  keepDrafts,
  keepDraft,
  dropDraft,
  review,
  correct,
  decideCorrection,
  markCondition,
  setStatus,
  sign,
  saveDossier,
  removeDossier,
];
