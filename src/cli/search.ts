import type { Facets, Question } from "../ledger/ledger.ts";
import { onOneLine } from "../publish/ink.ts";
import { type Command, type Invocation, isSet, number, type Options, words } from "./command.ts";
import { UsageError } from "./failure.ts";
import { LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { FORMAT_OPTION, formatOf, listed, PAGE_OPTIONS, printList, printOne, storedEntryText } from "./listing.ts";
import { OFFICE_OPTION, officeEntryText, searchByOffice } from "./office.ts";
import { QUESTION_OPTIONS, questionOf } from "./question.ts";
import { registerOf } from "./registered.ts";

const FACETS_OPTION: Options = {
  facets: {
    type: "boolean",
    help: "Instead of statements: how many there are by speaker, publisher, year, kind, strength.",
  },
};

/** Full-text search over what was said. */
export const search: Command = {
  name: "search",
  summary: "Finds statements by their words.",
  usage: "[option]... [WORDS]...",
  options: {
    ...LEDGER_OPTIONS,
    ...QUESTION_OPTIONS,
    ...OFFICE_OPTION,
    ...FACETS_OPTION,
    ...PAGE_OPTIONS,
    ...FORMAT_OPTION,
  },
  notes: `
Every word must be found, in any form and order; "an exact phrase" stands in quotation marks of its own, and secur* finds
every word that begins so. What matches best comes first, then the newest.

Examples:
  onrecord search ceasefire guarantees
  onrecord search '"security guarantees"' --facets
  onrecord search --speaker "Ana Ruiz" --since 2025 homes
  onrecord search --office "prime minister of Kestria" engineers
`,
  async run(invocation) {
    if (
      invocation.inputs.join("").trim() === "" &&
      Object.keys(invocation.values).every((name) => !(name in QUESTION_OPTIONS) && name !== "office")
    )
      throw new UsageError("Nothing to search for. Name the words.");
    const format = formatOf(invocation);
    const question = questionOf(invocation);
    const office = words(invocation, "office");
    if (isSet(invocation, "facets")) {
      if (office !== undefined) throw new UsageError("--facets does not go with --office.");
      return facets(invocation, question);
    }
    if (office !== undefined) return byOffice(invocation, office, question);
    return withLedger(invocation, {}, async (ledger) => {
      const page = await listed(invocation, (request) => ledger.search(question, request));
      await printList(invocation, format, page, { noun: "statement", text: storedEntryText });
      return 0;
    });
  },
};

/** How many answers there are by speaker, publisher, year, kind and strength. */
async function facets(invocation: Invocation, question: Question): Promise<number> {
  const format = formatOf(invocation);
  return withLedger(invocation, {}, async (ledger) => {
    await printOne(invocation, format, await ledger.facets(question), facetsText);
    return 0;
  });
}

function facetsText({ atLeast, ...groups }: Facets): string {
  const lines = Object.entries(groups).flatMap(([name, values]) =>
    values.length === 0
      ? []
      : [
          `${name}:`,
          ...values.map(({ label, count }) => `${count.toLocaleString("en").padStart(9)}  ${onOneLine(label)}`),
        ],
  );
  if (atLeast) lines.push("There are more answers: the newest were counted.");
  return lines.length === 0 ? "No statements found." : lines.join("\n");
}

/** Of any holder of an office; gathered speaker by speaker, and so not by cursors. */
async function byOffice(invocation: Invocation, office: string, question: Question): Promise<number> {
  const format = formatOf(invocation);
  const limit = number(invocation, "limit", { from: 1, to: 1_000_000, whole: true }) ?? 50;
  if (words(invocation, "after") !== undefined)
    throw new UsageError(
      "--after does not go with --office. Give a larger --limit, or narrow it with --since and --until.",
    );
  return withLedger(invocation, {}, async (ledger) => {
    const { register, problems } = registerOf();
    for (const problem of problems) invocation.terminal.notice(problem.message);
    const found = await searchByOffice(ledger, register, office, question);
    const page = { ...found, items: found.items.slice(0, limit) };
    await printList(invocation, format, page, { noun: "statement", text: officeEntryText });
    if (page.items.length < found.total)
      invocation.terminal.notice(
        `${found.total} statements in all, ${page.items.length} shown: --limit ${found.total}`,
      );
    return 0;
  });
}
