import { html } from "hono/html";
import type { Entry } from "../core/entry.ts";
import type { SaidTime, SpeakerMention, TextAndSpan } from "../core/statement.ts";
import { edtfOf } from "../read/edtf.ts";
import { spokenWords } from "../publish/spoken.ts";
import { oneOf, textOf } from "./action.ts";
import { kindLabel } from "./badges.ts";
import { commitmentFields } from "./commitment-form.ts";
import { area, field, select } from "./form-fields.ts";
import type { GivenWords } from "./given-words.ts";
import { BadValue } from "./question.ts";
import type { Html, View } from "./view.ts";

/** The kinds of attribution, as a form offers them. */
export const KINDS: readonly Entry["kind"][] = ["direct", "mixed", "indirect", "own"];

/**
 * Every field of a statement with its commitments, each to be filled with the words that prove it: selected in the text beside, or
 * typed exactly. With an entry the fields hold what it has (to amend it); without one they are empty (to enter what was missed).
 */
export function statementFields(entry: Entry | null, view: View): Html {
  const { say } = view;
  const words = (name: string, label: string, value: string, needed: boolean = false): Html =>
    area(name, label, { value, rows: 1, picks: true, most: 5_000, needed });
  return html`${words("content", say("partContent"), spokenWords(entry?.content ?? []), true)}
    ${words("source", say("partSource"), spokenWords(entry?.source ?? []))}
    ${words("cue", say("partCue"), spokenWords(entry?.cue ?? []))}
    ${words("speaker", say("speaker"), entry?.speaker?.span?.text ?? "")}
    ${words("role", say("fieldRole"), entry?.speaker?.role?.span.text ?? "")}
    ${select(
      "kind",
      say("fieldKind"),
      KINDS.map((kind) => [kind, kindLabel(kind, view)]),
      entry?.kind ?? "direct",
    )}
    <div class="fields-grid">
      ${words("said", say("fieldSaidWords"), entry?.said?.span.text ?? "")}
      ${field("said-date", say("fieldSaid"), { value: entry?.said?.date ?? "", hint: "2025-08-25", most: 30 })}
    </div>
    ${words("occasion", say("fieldOccasion"), entry?.occasion?.span.text ?? "")}
    ${words("addressee", say("fieldAddressee"), entry?.addressee?.span.text ?? "")}
    ${commitmentFields(entry?.commitments ?? [], view)}`;
}

/** When it was said, by the words that say so and the date that they mean; a date without words is refused. */
export function saidIn(form: FormData, words: GivenWords, before: SaidTime | null): SaidTime | null {
  const span = words.span("said", before?.span ?? null);
  const given = textOf(form, "said-date", { longest: 30 });
  if (span === null && given === "") return null;
  if (span === null) throw new BadValue("said", "");
  if (before !== null && span === before.span && given === before.date) return before;
  const date = given === before?.date ? given : dateIn(given);
  return { date, precision: precisionOf(date), span };
}

/** Words of their own, as occasion and addressee are kept. */
export function wordedIn(words: GivenWords, name: string, before: TextAndSpan | null): TextAndSpan | null {
  const span = words.span(name, before?.span ?? null);
  if (span === null) return null;
  return before !== null && span === before.span ? before : { text: span.text, span };
}

/** Who says it: the name and the office by their words; a source without a name is described as the article describes it. */
export function speakerIn(
  words: GivenWords,
  source: Entry["source"],
  before: SpeakerMention | null,
): SpeakerMention | null {
  const name = words.span("speaker", before?.span ?? null);
  const role = words.span("role", before?.role?.span ?? null);
  if (before !== null && name === before.span && role === (before.role?.span ?? null)) return before;
  if (name === null && role === null && source.length === 0) return null;
  const title = role === null ? null : { title: role.text, span: role };
  if (before !== null && name === before.span) return { ...before, role: title };
  return {
    name: name?.text ?? null,
    description: name === null ? (source[0]?.text ?? null) : null,
    span: name,
    kind: name === null ? "unknown" : (before?.kind ?? "person"),
    named: name !== null,
    role: title,
  };
}

export function kindIn(form: FormData): Entry["kind"] {
  return oneOf(form, "kind", KINDS);
}

/** A date, or a stretch from one to another, as EDTF. */
function dateIn(given: string): string {
  const parts = given.split("/").map((part) => edtfOf(part));
  if (parts.length > 2 || parts.includes(null)) throw new BadValue("said-date", given);
  return parts.join("/");
}

function precisionOf(date: string): SaidTime["precision"] {
  const [, month, day] = date.split("/")[0]?.split("-") ?? [];
  if (date.includes("/")) return "part";
  if (month === undefined || month === "XX") return "year";
  if (Number(month) > 12) return "season";
  return day === undefined || day === "XX" ? "month" : "day";
}
