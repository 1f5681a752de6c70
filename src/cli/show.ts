import type { Entry } from "../core/entry.ts";
import type { Span } from "../core/span.ts";
import type { StoredArticle } from "../ledger/ledger.ts";
import { citation } from "../publish/citation.ts";
import { inkOf, onOneLine, withoutBreaks, wrap } from "../publish/ink.ts";
import { allowanceOf } from "../publish/reuse.ts";
import type { Command } from "./command.ts";
import { Failure, UsageError } from "./failure.ts";
import { LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { FORMAT_OPTION, formatOf, storedEntryText } from "./listing.ts";
import type { Terminal } from "./terminal.ts";

/** One entry with its evidence. */
export const show: Command = {
  name: "show",
  summary: "Shows one statement with the words that prove each field, and a citation.",
  usage: "[option]... ID",
  options: { ...LEDGER_OPTIONS, ...FORMAT_OPTION },
  notes: `
Example:
  onrecord show 5f0c1d22a1b2c3d4
`,
  async run(invocation) {
    const { terminal, inputs } = invocation;
    const [id] = inputs;
    if (id === undefined || inputs.length > 1) throw new UsageError("Name one statement by its id, as lists show it.");
    const format = formatOf(invocation);
    return withLedger(invocation, {}, async (ledger) => {
      const entry = await ledger.entry(id);
      if (entry === null)
        throw new Failure(
          `The ledger has no statement ${JSON.stringify(id)}. Lists show the ids: onrecord search WORDS`,
        );
      if (format !== "text") {
        await terminal.write(`${JSON.stringify(entry, null, format === "json" ? 2 : undefined)}\n`);
        return 0;
      }
      const article = await ledger.article(entry.articleId);
      await terminal.write(`${storedEntryText(entry, terminal)}\n\n`);
      if (article) await terminal.write(`${evidence(entry, article, terminal)}\n\n`);
      await terminal.write(citation.write(entry, allowanceOf(article ?? { reuse: null, url: null }).release(entry)));
      return 0;
    });
  },
};

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
