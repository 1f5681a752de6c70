import type { StoredCommitment } from "../ledger/ledger.ts";
import { type Command, isSet } from "./command.ts";
import { commitmentText } from "./commitment-state.ts";
import { UsageError } from "./failure.ts";
import { LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { FORMAT_OPTION, formatOf, listed, PAGE_OPTIONS, printList } from "./listing.ts";
import { QUESTION_OPTIONS, questionOf } from "./question.ts";

const { commitment: _, conditional: __, ...NARROWING_OPTIONS } = QUESTION_OPTIONS;

/** What was promised, by whom, what it waits for, and how it went. */
export const commitments: Command = {
  name: "commitments",
  summary: "Lists what was promised, planned or refused: what it waits for, and how it went.",
  usage: "[option]... [WORDS]...",
  options: {
    ...LEDGER_OPTIONS,
    waiting: { type: "boolean", help: "Only commitments that wait for a condition that is not met." },
    due: { type: "boolean", help: "Only commitments that waited for conditions which are all met." },
    ...NARROWING_OPTIONS,
    ...PAGE_OPTIONS,
    ...FORMAT_OPTION,
  },
  notes: `
Each says when somebody last looked how it went: that nobody looked does not mean that nothing happened. To say how one
went, see onrecord rate; to say that a condition is met, onrecord conditions.

Examples:
  onrecord commitments --waiting
  onrecord commitments --due --status not-rated
  onrecord commitments --speaker "Ana Ruiz" homes
`,
  async run(invocation) {
    const format = formatOf(invocation);
    const due = isSet(invocation, "due");
    if (due && isSet(invocation, "waiting")) throw new UsageError("A commitment waits or is due: --waiting or --due.");
    const question = {
      ...questionOf(invocation),
      ...(isSet(invocation, "waiting") ? { waiting: true } : due ? { waiting: false, conditional: true } : {}),
    };
    return withLedger(invocation, {}, async (ledger) => {
      const page = await listed<StoredCommitment>(invocation, (request) => ledger.commitments(question, request));
      await printList(invocation, format, page, { noun: "commitment", text: commitmentText });
      return 0;
    });
  },
};
