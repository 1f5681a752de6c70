import type { Entry } from "../core/entry.ts";
import type { Span } from "../core/span.ts";
import type { Ledger, StoredArticle, StoredEntry } from "../ledger/ledger.ts";
import type { Correction, Reply, ReviewRecord, StatusRecord } from "../ledger/people/people.ts";
import { citation } from "../publish/citation.ts";
import { dateInWords } from "../publish/date-words.ts";
import { inkOf, onOneLine, withoutBreaks, wrap } from "../publish/ink.ts";
import { allowanceOf } from "../publish/reuse.ts";
import { holderAt, witnessesAt } from "../core/speakers/witnesses.ts";
import type { Command } from "./command.ts";
import { stateLines, statusText, storedCommitment } from "./commitment-state.ts";
import { correctionText } from "./corrections.ts";
import { UsageError } from "./failure.ts";
import { LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { FORMAT_OPTION, formatOf, printOne, storedEntryText } from "./listing.ts";
import { officeText, registerOf, registerText } from "./registered.ts";
import { replyText } from "./reply.ts";
import { entryIn } from "./statements.ts";
import type { Terminal } from "./terminal.ts";

/** One entry with its evidence and all that people said of it; or an article with its text. */
export const show: Command = {
  name: "show",
  summary: "Shows one statement with the words that prove each field, all that people said of it, and a citation.",
  usage: "[option]... ID",
  options: { ...LEDGER_OPTIONS, ...FORMAT_OPTION },
  notes: `
With the id of an article, it shows the text and the statements that were found in it.

Example:
  onrecord show 5f0c1d22a1b2c3d4
`,
  async run(invocation) {
    const { terminal, inputs } = invocation;
    const [id] = inputs;
    if (id === undefined || inputs.length > 1) throw new UsageError("Name one statement by its id, as lists show it.");
    const format = formatOf(invocation);
    return withLedger(invocation, {}, async (ledger) => {
      const article = await ledger.article(id);
      if (article !== null) {
        await printOne(invocation, format, { ...article, entries: await ledger.entriesOf(id) }, articleText);
        return 0;
      }
      const entry = await entryIn(ledger, id);
      const shown = await withWhatPeopleSaid(ledger, entry);
      if (format !== "text") {
        await terminal.write(`${JSON.stringify(shown, null, format === "json" ? 2 : undefined)}\n`);
        return 0;
      }
      const source = await ledger.article(entry.articleId);
      await terminal.write(`${storedEntryText(entry, terminal)}\n\n`);
      if (source) await terminal.write(`${evidence(entry, source, terminal)}\n\n`);
      if (entry.state === "changed" && source?.next)
        await terminal.write(
          `  A newer version of the article does not have these words: onrecord show ${source.next}\n\n`,
        );
      const said = await peopleText(ledger, shown, terminal);
      if (said !== "") await terminal.write(`${said}\n\n`);
      await terminal.write(
        citation.write({ ...entry, ratings: [] }, allowanceOf(source ?? { reuse: null, url: null }).release(entry)),
      );
      return 0;
    });
  },
};

/** An entry, and beside it what people said of it and what the register has. */
interface ShownEntry extends StoredEntry {
  /** How each commitment went, all that was said on it, oldest first. */
  readonly ratings: readonly (readonly StatusRecord[])[];
  readonly reviews: readonly ReviewRecord[];
  readonly corrections: readonly Correction[];
  readonly replies: readonly Reply[];
  /** What the register has of the speaker at that date; null where no name or no role is given. */
  readonly register: ReturnType<typeof witnessesAt> | null;
  /** Whom the register has in the office at that date, where the article names nobody but the office. */
  readonly holder: ReturnType<typeof holderAt>;
}

async function withWhatPeopleSaid(ledger: Ledger, entry: StoredEntry): Promise<ShownEntry> {
  const corrections = await ledger.corrections({ size: 200, entryId: entry.id });
  const { name = null, role = null, description = null } = entry.speaker ?? {};
  const { register } = registerOf();
  return {
    ...entry,
    ratings: await Promise.all(entry.commitments.map((_, index) => ledger.statuses(entry.id, index))),
    reviews: await ledger.reviews(entry.id),
    corrections: corrections.items,
    replies: await ledger.replies(entry.id),
    register: name === null || role === null ? null : witnessesAt(name, role.title, entry.date, register),
    holder:
      entry.kind !== "own" || name !== null || description === null
        ? null
        : holderAt(description, entry.date, register),
  };
}

async function peopleText(ledger: Ledger, shown: ShownEntry, terminal: Terminal): Promise<string> {
  const { look } = terminal;
  const ink = inkOf(look.colour);
  const parts: string[] = [];
  if (shown.register !== null && shown.speaker?.role)
    parts.push(
      `  role       ${onOneLine(shown.speaker.role.title)} ${ink.quiet(`(the article) · ${registerText(shown.register)}`)}`,
    );
  if (shown.holder !== null)
    parts.push(
      `  office     ${onOneLine(shown.speaker?.description ?? "")} ${ink.quiet(`(the article, no name) · ${onOneLine(shown.holder.name)}, ${officeText(shown.holder)} (the register)`)}`,
    );
  for (const [index] of shown.commitments.entries()) {
    const stored = await storedCommitment(ledger, shown, index);
    if (stored === null) continue;
    const earlier = (shown.ratings[index] ?? []).slice(0, -1).toReversed();
    parts.push(
      [
        ...stateLines(stored, terminal),
        ...earlier.map((status) => ink.quiet(`      before: ${statusText(status)}`)),
      ].join("\n"),
    );
  }
  parts.push(
    ...shown.reviews.map(
      ({ decision, reason, fields, by, at }) =>
        `  ${REVIEWED[decision]} by ${onOneLine(by)}, ${dateInWords(at.slice(0, 10))}${fields ? ` (${Object.keys(fields).join(", ")})` : ""}${reason ? `: ${onOneLine(reason)}` : ""}`,
    ),
    ...shown.corrections.map((correction) => `  correction\n${correctionText(correction, terminal)}`),
    ...shown.replies.map((one) => replyText(one, terminal)),
  );
  return parts.join("\n");
}

const REVIEWED = { confirm: "confirmed", amend: "amended", reject: "rejected", skip: "skipped" } as const;

type ShownArticle = StoredArticle & { readonly entries: readonly StoredEntry[] };

/** A text as it was read, and below it what was found. */
function articleText(article: ShownArticle, terminal: Terminal): string {
  const ink = inkOf(terminal.look.colour);
  const { id, title, publisher, published, url, byline, addedAt, addedBy, previous, next, entries } = article;
  const from = [publisher, published && dateInWords(published), byline, url].filter(Boolean);
  const versions = [previous && `the version before: ${previous}`, next && `a newer version: ${next}`].filter(Boolean);
  return [
    `  ${ink.strong(onOneLine(title ?? "Untitled"))}`,
    ...(from.length > 0 ? [`    ${from.map((part) => onOneLine(part ?? "")).join(" · ")}`] : []),
    `    added ${dateInWords(addedAt.slice(0, 10))} by ${onOneLine(addedBy)}`,
    ...versions.map((version) => `    ${version}`),
    `    ${ink.quiet(id)}`,
    "",
    ...article.text.split("\n").map((line) => {
      const words = onOneLine(line);
      return words === "" ? "" : `  ${wrap(words, terminal.look.width, "  ")}`;
    }),
    "",
    ...entries.filter((entry) => entry.repeats === null).map((entry) => `${storedEntryText(entry, terminal)}\n`),
  ].join("\n");
}

/** Each field with the words that prove it and where they stand, then the passage around them. */
function evidence(entry: Entry, article: StoredArticle, { look }: Terminal): string {
  const ink = inkOf(look.colour);
  const fields: (readonly [string, Span | null | undefined])[] = [
    ...entry.source.map((span) => ["source", span] as const),
    ...entry.cue.map((span) => ["cue", span] as const),
    ...entry.content.map((span) => ["content", span] as const),
    ["speaker", entry.speaker?.span],
    ["role", entry.speaker?.role?.span],
    ["said", entry.said?.span],
    ["occasion", entry.occasion?.span],
    ["addressee", entry.addressee?.span],
    ...entry.commitments.flatMap((commitment) => [
      ["committer", commitment.committer?.span] as const,
      ["action", commitment.action] as const,
      ["polarity", commitment.polaritySpan] as const,
      ["strength", commitment.strengthSpan] as const,
      ...commitment.conditions.map((span) => ["condition", span] as const),
      ...commitment.time.map((span) => ["time", span] as const),
      ...commitment.quantity.map((span) => ["quantity", span] as const),
      ["beneficiary", commitment.beneficiary?.span] as const,
      ["form", commitment.form?.span] as const,
    ]),
  ];
  const lines = fields.flatMap(([name, span]) =>
    span
      ? [
          `  ${name.padEnd(11)} ${ink.quiet(`${span.start}–${span.end}`.padEnd(12))} ${wrap(onOneLine(span.text), look.width, " ".repeat(27))}`,
        ]
      : [],
  );
  return [...lines, "", `  ${wrap(passage(entry, article, look.colour), look.width, "  ")}`].join("\n");
}

/** The paragraphs that hold the source, cue and content, the content in bold. */
function passage(entry: Entry, article: StoredArticle, colour: boolean): string {
  const spans = [...entry.source, ...entry.cue, ...entry.content].sort((a, b) => a.start - b.start);
  const first = spans[0]?.start ?? 0;
  const last = Math.max(first, ...spans.map((span) => span.end));
  const start = article.text.lastIndexOf("\n", first - 1) + 1;
  const lineEnd = article.text.indexOf("\n", last);
  const end = lineEnd < 0 ? article.text.length : lineEnd;
  const ink = inkOf(colour);
  let shown = "";
  let at = start;
  for (const span of [...entry.content].sort((a, b) => a.start - b.start)) {
    if (span.start < at) continue;
    shown += withoutBreaks(article.text.slice(at, span.start)) + ink.strong(withoutBreaks(span.text));
    at = span.end;
  }
  return (shown + withoutBreaks(article.text.slice(at, end))).trim();
}
