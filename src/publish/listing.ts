import type { Commitment } from "../core/commitment.ts";
import { isDoubtful } from "../core/confidence.ts";
import type { Entry } from "../core/entry.ts";
import type { Span } from "../core/span.ts";
import { dateInWords } from "./date-words.ts";
import type { Extraction, Look } from "./extraction.ts";
import { type Ink, inkOf, onOneLine, wrap } from "./ink.ts";
import { spokenWords } from "./spoken.ts";

/** An article and what was said in it, for a person at a terminal. */
export function extractionListing({ id, article, entries, problems }: Extraction, look: Look): string {
  const ink = inkOf(look.colour);
  const lines = [ink.quiet(onOneLine(id))];
  if (article?.title) lines.push(ink.strong(onOneLine(article.title)));
  const origin = [article?.publisher, article?.published && dateInWords(article.published), article?.byline];
  if (origin.some(Boolean))
    lines.push(
      ink.quiet(
        origin
          .filter(Boolean)
          .map((part) => onOneLine(part ?? ""))
          .join(" · "),
      ),
    );
  const told = entries.filter((entry) => entry.repeats === null);
  for (const entry of told) lines.push("", entryListing(entry, null, look));
  for (const problem of problems)
    lines.push("", `  ${ink.waiting("!")} ${wrap(onOneLine(problem.message), look.width, "    ")}`);
  if (article !== null && told.length === 0 && problems.length === 0)
    lines.push("", ink.quiet("  No statements found."));
  return `${lines.join("\n")}\n`;
}

/**
 * One entry for a person at a terminal: who, in which role, when, the words, and what they bind to.
 *
 *     Ana Ruiz, Housing Minister · 2 March 2026 · direct · 93 %
 *       “We will build 40,000 homes by 2028”
 *       promise    build 40,000 homes · will · by 2028
 *       condition  if parliament passes the budget
 *       doubtful   renew the fleet · may · vague · 31 %
 */
export function entryListing(entry: Entry, date: string | null, look: Look): string {
  const ink = inkOf(look.colour);
  // A date of publication must not look as if the text gave it for the words.
  const when = entry.said ? dateInWords(entry.said.date) : date && `reported ${dateInWords(date)}`;
  const facts = [
    when,
    entry.occasion && onOneLine(entry.occasion.text),
    entry.addressee && `to ${onOneLine(entry.addressee.text)}`,
    entry.free ? "free indirect" : entry.kind,
    `${Math.round(entry.confidence * 100)} %`,
  ].filter(Boolean);
  const lines = [
    `  ${wrap(`${speakerOf(entry, ink)} · ${ink.quiet(facts.join(" · "))}`, look.width, "    ")}`,
    `    ${wrap(`${cueOf(entry, ink)}${contentOf(entry)}`, look.width, "    ")}`,
    ...entry.commitments.flatMap((commitment) => commitmentLines(entry, commitment, ink, look)),
    ink.quiet(`    ${entry.id}`),
  ];
  return lines.join("\n");
}

/** The speaker as people would say it: "Ana Ruiz, Housing Minister", or the description, or that nobody is named. */
function speakerOf({ speaker }: Entry, ink: Ink): string {
  const name = onOneLine(speaker?.name ?? speaker?.description ?? "") || "Nobody named";
  const role = speaker?.role ? `, ${onOneLine(speaker.role.title)}` : "";
  return ink.name(name) + role;
}

/** The words, in quotation marks where the text has none of its own would be a lie: they are shown as they stand. */
export function contentOf(entry: Entry): string {
  return onOneLine(spokenWords(entry.content));
}

/** What an indirect statement hangs on: without its "(thanked)", "the crew for the rescue" says nothing. */
function cueOf({ kind, cue }: Entry, ink: Ink): string {
  const words = kind === "indirect" || kind === "mixed" ? onOneLine(spokenWords(cue)) : "";
  return words === "" ? "" : `${ink.quiet(`(${words})`)} `;
}

function commitmentLines(entry: Entry, commitment: Commitment, ink: Ink, look: Look): readonly string[] {
  // nobody named is not the same as the speaker
  const committer = commitment.committer === null ? "somebody not named" : commitment.committer.name;
  const parts = [
    committer === entry.speaker?.name ? "" : onOneLine(committer),
    `${commitment.polarity === "not" ? "not: " : ""}${onOneLine(commitment.action.text)}`,
    commitment.strength,
    ...wordsOf(commitment.time),
    ...wordsOf(commitment.quantity),
    commitment.beneficiary ? `for ${onOneLine(commitment.beneficiary.text)}` : "",
    commitment.form ? commitment.form.value : "",
    commitment.testability.value === "vague" ? "vague" : "",
    isDoubtful(commitment) ? `${Math.round(commitment.confidence * 100)} %` : "",
  ].filter(Boolean);
  const indent = " ".repeat(15);
  return [
    `    ${isDoubtful(commitment) ? "doubtful  " : "commitment"} ${wrap(parts.join(" · "), look.width, indent)}`,
    ...wordsOf(commitment.conditions).map(
      (condition) => `    ${ink.waiting("condition")}  ${wrap(condition, look.width, indent)}`,
    ),
  ];
}

function wordsOf(spans: readonly Span[]): readonly string[] {
  return spans.map((span) => onOneLine(span.text));
}
