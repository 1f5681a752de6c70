import type { AmendedFields } from "../../ledger/people/people.ts";
import { spokenWords } from "../../publish/spoken.ts";
import type { Action, Submission } from "../action.ts";
import { backTo, oneOf, textOf } from "../action.ts";
import { spanOfWords } from "../find-words.ts";
import { BadValue } from "../question.ts";
import { NotInLedger } from "../web-page.ts";
import type { StoredEntry } from "../../ledger/ledger.ts";
import type { Span } from "../../core/span.ts";

/** A person's decision on an entry: confirm, amend by the words that prove it, reject with a reason, or skip. */
export const review: Action = {
  path: "/statements/:id/review",
  async perform(submission) {
    const { ledger, form, id, by } = submission;
    const decision = oneOf(form, "decision", ["confirm", "amend", "reject", "skip"]);
    const reason = textOf(form, "reason", { needed: decision === "reject" });
    const fields = decision === "amend" ? await amendedFields(submission) : null;
    await ledger.review(
      id,
      { decision, ...(reason === "" ? {} : { reason }), ...(fields === null ? {} : { fields }) },
      by,
    );
    return { to: backTo(form, "/review") };
  },
};

/** What the form changed, each with its words found in the article. */
async function amendedFields({ ledger, form, id }: Submission): Promise<AmendedFields> {
  const entry = await ledger.entry(id);
  const article = entry === null ? null : await ledger.article(entry.articleId);
  if (entry === null || article === null) throw new NotInLedger("statement", id);
  const near = entry.content[0]?.start ?? 0;
  const span = (field: string): Span | null => {
    const words = textOf(form, field);
    if (words === "") return null;
    return spanOfWords(article.text, words, { field, start: textOf(form, `${field}-start`), near });
  };
  const fields: { -readonly [Field in keyof AmendedFields]: AmendedFields[Field] } = {};
  for (const field of ["source", "cue", "content"] as const) {
    const before = entry[field];
    // A part in several pieces is only replaced when its words were changed in the form.
    if (textOf(form, field) !== spokenWords(before)) {
      const now = span(field);
      if (now === null && field === "content") throw new BadValue("content", "");
      fields[field] = now === null ? [] : [now];
    }
  }
  for (const field of ["occasion", "addressee"] as const)
    if (textOf(form, field) !== (entry[field]?.span.text ?? "")) {
      const now = span(field);
      fields[field] = now === null ? null : { text: now.text, span: now };
    }
  const kind = oneOf(form, "kind", ["direct", "mixed", "indirect", "own"]);
  if (kind !== entry.kind) fields.kind = kind;
  const speaker = amendedSpeaker(entry, form, span);
  if (speaker !== undefined) fields.speaker = speaker;
  if (Object.keys(fields).length === 0) throw new BadValue("decision", "amend");
  return fields;
}

function amendedSpeaker(
  entry: StoredEntry,
  form: FormData,
  span: (field: string) => Span | null,
): AmendedFields["speaker"] | undefined {
  const name = textOf(form, "speaker");
  const role = textOf(form, "role");
  if (name === (entry.speaker?.span?.text ?? "") && role === (entry.speaker?.role?.span.text ?? "")) return undefined;
  const nameSpan = span("speaker");
  const roleSpan = span("role");
  if (nameSpan === null && roleSpan === null) return null;
  return {
    name: nameSpan?.text ?? null,
    description: nameSpan === null ? (entry.source[0]?.text ?? null) : null,
    span: nameSpan,
    kind: entry.speaker?.kind ?? (nameSpan === null ? "unknown" : "person"),
    named: nameSpan !== null,
    role: roleSpan === null ? null : { title: roleSpan.text, span: roleSpan },
  };
}
