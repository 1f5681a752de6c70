import type { ArticleSummary } from "../ledger/ledger.ts";
import { dateInWords } from "../publish/date-words.ts";
import { inkOf, onOneLine } from "../publish/ink.ts";
import type { Command } from "./command.ts";
import { UsageError } from "./failure.ts";
import { LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { FORMAT_OPTION, formatOf, listed, PAGE_OPTIONS, printList } from "./listing.ts";
import { count } from "./progress-bar.ts";
import type { Terminal } from "./terminal.ts";

/** The articles that the ledger has read. */
export const articles: Command = {
  name: "articles",
  summary: "Lists the articles in the ledger, the last added first, with their ids.",
  usage: "[option]...",
  options: { ...LEDGER_OPTIONS, ...PAGE_OPTIONS, ...FORMAT_OPTION },
  notes: `
onrecord show with an article's id shows its text and statements.

Example:
  onrecord articles --limit 10
`,
  async run(invocation) {
    if (invocation.inputs.length > 0)
      throw new UsageError("It lists all articles. To find statements by words: onrecord search WORDS");
    const format = formatOf(invocation);
    return withLedger(invocation, {}, async (ledger) => {
      const page = await listed(invocation, (request) => ledger.articles(request));
      await printList(invocation, format, page, { noun: "article", text: articleText });
      return 0;
    });
  },
};

function articleText(
  { id, title, publisher, published, url, entries, speakers }: ArticleSummary,
  terminal: Terminal,
): string {
  const ink = inkOf(terminal.look.colour);
  const from = [publisher, published && dateInWords(published), url]
    .filter(Boolean)
    .map((part) => onOneLine(part ?? ""));
  const said = `${count(entries, "statement")}${speakers.length > 0 ? `: ${speakers.map(onOneLine).join(", ")}` : ""}`;
  return [
    `  ${ink.strong(onOneLine(title ?? "Untitled"))}`,
    ...(from.length > 0 ? [`    ${from.join(" · ")}`] : []),
    `    ${said}`,
    `    ${ink.quiet(id)}`,
  ].join("\n");
}
