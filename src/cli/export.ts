import type { Ledger, StoredEntry } from "../ledger/ledger.ts";
import type { Format, PublishedEntry } from "../publish/format.ts";
import { FORMATS } from "../publish/formats.ts";
import { type Allowance, allowanceOf } from "../publish/reuse.ts";
import { choice, type Command } from "./command.ts";
import { LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { count } from "./progress-bar.ts";
import { QUESTION_OPTIONS, questionOf } from "./question.ts";

/** Entries leave the house, within the reuse rule. */
export const exportEntries: Command = {
  name: "export",
  summary: "Writes statements for use elsewhere, within each publisher's reuse rule.",
  usage: "[option]... [WORDS]...",
  options: {
    ...LEDGER_OPTIONS,
    format: {
      type: "string",
      value: "FORMAT",
      help: `${FORMATS.map((format) => format.name).join(", ")}; default jsonl.`,
    },
    ...QUESTION_OPTIONS,
  },
  notes: `
At most 500 characters of one story leave the ledger, or as many as its publisher says, with the link to it. Where
the words of a statement do not fit they are shortened or left out, and the row says so. In csv, what a spreadsheet
would run as a formula begins with an apostrophe. Each row says what people decided on the statement, how each
commitment went and when somebody last looked; an export of everything also names what was taken away (redacted).

Examples:
  onrecord export --format csv > statements.csv
  onrecord export --format citation --speaker "Ana Ruiz" homes
`,
  async run(invocation) {
    const { terminal } = invocation;
    const name =
      choice(
        invocation,
        "format",
        FORMATS.map((format) => format.name),
      ) ?? "jsonl";
    const format: Format | undefined = FORMATS.find((one) => one.name === name);
    if (!format) return 2;
    const question = questionOf(invocation);
    return withLedger(invocation, {}, async (ledger) => {
      const allowances = new Map<string, Allowance>();
      let shortened = 0;
      let unlinked = 0;
      let written = 0;
      await terminal.write(format.head);
      for (let after: string | null | undefined; after !== null && !terminal.signal.aborted;) {
        const page = await ledger.search(question, after === undefined ? { size: 200 } : { size: 200, after });
        const entries = page.items.map(withDoubtful);
        const ratings = await ratingsOf(ledger, entries);
        for (const entry of entries) {
          // A repetition says the same words once more: they would count twice against the rule and in every table.
          if (entry.repeats !== null) continue;
          const allowance = await allowanceFor(ledger, allowances, entry.articleId);
          const released = allowance.release(entry);
          if (!allowance.linked) unlinked += 1;
          else if (released.words !== "all") shortened += 1;
          written += 1;
          await terminal.write(format.write({ ...entry, ratings: ratings(entry) }, released));
        }
        after = page.next;
      }
      // What was taken away answers no question any more; it is told where everything is asked for.
      if (format.gone && Object.keys(question).every((name) => name === "minConfidence"))
        for (const gone of await ledger.redactions()) await terminal.write(format.gone(gone));
      if (shortened > 0)
        terminal.notice(
          `${shortened} of ${count(written, "statement")} shortened or without words: at most 500 characters of one story leave, or what its publisher allows.`,
        );
      if (unlinked > 0)
        terminal.notice(
          `${unlinked} of ${count(written, "statement")} without words: the publisher asks for a link, and no address of the story is known.`,
        );
      return 0;
    });
  },
};

/** What is doubtful was asked for: its confidence says so in each format. */
function withDoubtful(entry: StoredEntry): StoredEntry {
  return { ...entry, commitments: [...entry.commitments, ...entry.doubtful] };
}

/** How the commitments of these entries went, in their order. */
async function ratingsOf(
  ledger: Ledger,
  entries: readonly StoredEntry[],
): Promise<(entry: StoredEntry) => PublishedEntry["ratings"]> {
  const committing = entries.filter((entry) => entry.commitments.length > 0).map((entry) => entry.id);
  const last = committing.length === 0 ? [] : await ledger.lastStatuses(committing);
  const byPlace = new Map(last.map(({ entryId, index, status }) => [`${entryId} ${index}`, status]));
  return ({ id, commitments }) =>
    commitments.map((_, index) => {
      const found = byPlace.get(`${id} ${index}`);
      return found === undefined ? null : { status: found.status, lookedAt: found.lookedAt };
    });
}

async function allowanceFor(ledger: Ledger, allowances: Map<string, Allowance>, articleId: string): Promise<Allowance> {
  const found = allowances.get(articleId);
  if (found) return found;
  const article = await ledger.article(articleId);
  const allowance = allowanceOf(article ?? { reuse: null, url: null });
  allowances.set(articleId, allowance);
  return allowance;
}
