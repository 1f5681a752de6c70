import type { StoredCommitment } from "../ledger/ledger.ts";
import { type Command, isSet } from "./command.ts";
import { LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { FORMAT_OPTION, formatOf, listed, PAGE_OPTIONS, printList, storedEntryText } from "./listing.ts";
import { QUESTION_OPTIONS, questionOf } from "./question.ts";

const { commitment: _, conditional: __, ...NARROWING_OPTIONS } = QUESTION_OPTIONS;

/** What was promised, by whom, and what it waits for. */
export const commitments: Command = {
  name: "commitments",
  summary: "Lists what was promised, planned or refused, with its conditions.",
  usage: "[option]... [WORDS]...",
  options: {
    ...LEDGER_OPTIONS,
    waiting: { type: "boolean", help: "Only commitments that wait for a condition that is not met." },
    ...NARROWING_OPTIONS,
    ...PAGE_OPTIONS,
    ...FORMAT_OPTION,
  },
  notes: `
Examples:
  onrecord commitments --waiting
  onrecord commitments --speaker "Ana Ruiz" homes
`,
  async run(invocation) {
    const format = formatOf(invocation);
    const question = { ...questionOf(invocation), ...(isSet(invocation, "waiting") ? { waiting: true } : {}) };
    return withLedger(invocation, {}, async (ledger) => {
      const page = await listed<StoredCommitment>(invocation, (request) => ledger.commitments(question, request));
      await printList(invocation, format, page, {
        noun: "commitment",
        // Each commitment is shown by itself, in the statement that holds it.
        text: ({ entry, commitment }, terminal) => storedEntryText({ ...entry, commitments: [commitment] }, terminal),
      });
      return 0;
    });
  },
};
