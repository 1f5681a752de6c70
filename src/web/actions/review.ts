import { isDeepStrictEqual } from "node:util";
import type { Span } from "../../core/span.ts";
import type { StoredEntry } from "../../ledger/ledger.ts";
import type { AmendedFields } from "../../ledger/people/people.ts";
import { spokenWords } from "../../publish/spoken.ts";
import type { Action, Submission } from "../action.ts";
import { backTo, oneOf, textOf } from "../action.ts";
import { commitmentsIn, firstDropped } from "../commitment-form.ts";
import { doubtfulIn } from "../doubtful.ts";
import { givenWords } from "../given-words.ts";
import { BadValue } from "../question.ts";
import { kindIn, saidIn, speakerIn, wordedIn } from "../statement-form.ts";
import { NotInLedger } from "../web-page.ts";

/** A person's decision on an entry: confirm, amend by the words that prove it, reject with a reason, or skip. */
export const review: Action = {
  path: "/statements/:id/review",
  async perform(submission) {
    const { ledger, form, id, by } = submission;
    const decision = oneOf(form, "decision", ["confirm", "amend", "reject", "skip"]);
    const reason = textOf(form, "reason", { needed: decision === "reject" });
    const blind = textOf(form, "blind") === "1";
    const entry = await (blind ? ledger.entryAsRead(id) : ledger.entry(id));
    if (entry === null) throw new NotInLedger("statement", id);
    const decides = decision === "confirm" || decision === "amend";
    const doubtful = decides ? doubtfulIn(form, entry) : [];
    const fields = decision === "amend" ? await amendedFields(submission, entry) : null;
    // Who only says which doubtful commitments are some, has amended nothing.
    const isAmended = fields !== null && Object.keys(fields).length > 0;
    if (decision === "amend" && !isAmended && doubtful.length === 0) throw new BadValue("decision", "amend");
    await ledger.review(
      id,
      {
        decision: decision === "amend" && !isAmended ? "confirm" : decision,
        ...(reason === "" ? {} : { reason }),
        ...(isAmended ? { fields } : {}),
        ...(doubtful.length === 0 ? {} : { doubtful }),
        ...(blind ? { blind } : {}),
      },
      by,
    );
    return { to: backTo(form, "/review") };
  },
};

/** What the form changed, each with its words found in the article. */
async function amendedFields(submission: Submission, entry: StoredEntry): Promise<AmendedFields> {
  const { ledger, form, id } = submission;
  const article = await ledger.article(entry.articleId);
  if (article === null) throw new NotInLedger("statement", id);
  const words = givenWords(form, article.text, entry.content[0]?.start ?? 0);
  const fields: { [Part in "source" | "cue" | "content"]?: readonly Span[] } = {};
  for (const field of ["source", "cue", "content"] as const) {
    // A part in several pieces is only replaced when its words were changed in the form.
    if (textOf(form, field, { longest: 5_000 }) === spokenWords(entry[field]) && textOf(form, `${field}-start`) === "")
      continue;
    const now = words.span(field, entry[field].length === 1 ? entry[field][0] : null);
    if (now === null && field === "content") throw new BadValue("content", "");
    fields[field] = now === null ? [] : [now];
  }
  const read = {
    kind: kindIn(form),
    speaker: speakerIn(words, fields.source ?? entry.source, entry.speaker),
    said: saidIn(form, words, entry.said),
    occasion: wordedIn(words, "occasion", entry.occasion),
    addressee: wordedIn(words, "addressee", entry.addressee),
    commitments: commitmentsIn(form, words, entry.commitments),
  };
  await refuseToMoveStatuses(entry, submission);
  const given: AmendedFields = { ...fields, ...read };
  const before = new Map<string, unknown>(Object.entries(entry));
  const changed = Object.entries(given).filter(([field, value]) => !isDeepStrictEqual(value, before.get(field)));
  return Object.fromEntries(changed);
}

/** How a commitment went is kept by its position: none may be taken away from under what people found out. */
async function refuseToMoveStatuses(entry: StoredEntry, { form, ledger }: Submission): Promise<void> {
  const first = firstDropped(form, entry.commitments);
  if (first === null) return;
  for (let index = first; index < entry.commitments.length; index++)
    if ((await ledger.statuses(entry.id, index)).length > 0)
      throw new RangeError("It was already said how this commitment, or one after it, went: it cannot be taken out");
}
