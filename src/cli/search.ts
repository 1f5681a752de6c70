import type { Command } from "./command.ts";
import { UsageError } from "./failure.ts";
import { LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { FORMAT_OPTION, formatOf, listed, PAGE_OPTIONS, printList, storedEntryText } from "./listing.ts";
import { QUESTION_OPTIONS, questionOf } from "./question.ts";

/** Full-text search over what was said. */
export const search: Command = {
  name: "search",
  summary: "Finds statements by their words.",
  usage: "[option]... WORDS...",
  options: { ...LEDGER_OPTIONS, ...QUESTION_OPTIONS, ...PAGE_OPTIONS, ...FORMAT_OPTION },
  notes: `
Examples:
  onrecord search ceasefire guarantees
  onrecord search --speaker "Ana Ruiz" --since 2025 homes
`,
  async run(invocation) {
    if (
      invocation.inputs.join("").trim() === "" &&
      Object.keys(invocation.values).every((name) => !(name in QUESTION_OPTIONS))
    )
      throw new UsageError("Nothing to search for. Name the words.");
    const format = formatOf(invocation);
    const question = questionOf(invocation);
    return withLedger(invocation, {}, async (ledger) => {
      const page = await listed(invocation, (request) => ledger.search(question, request));
      await printList(invocation, format, page, { noun: "statement", text: storedEntryText });
      return 0;
    });
  },
};
