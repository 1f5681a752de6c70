import { COMMITMENT_STATUSES } from "../ledger/people/people.ts";
import { checkDate } from "../read/edtf.ts";
import { type Command, type Invocation, nearest, number, words } from "./command.ts";
import { commitmentText, storedCommitment } from "./commitment-state.ts";
import { Failure, UsageError } from "./failure.ts";
import { AS_OPTION, doneBy, LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { FORMAT_OPTION, formatOf, printOne } from "./listing.ts";
import { entryIn } from "./statements.ts";

/** How a commitment went, as somebody found who looked. */
export const rate: Command = {
  name: "rate",
  summary: "Says how a commitment went, with what shows it, and when somebody last looked.",
  usage: "[option]... ID STATUS",
  options: {
    ...LEDGER_OPTIONS,
    commitment: {
      type: "string",
      value: "N",
      help: "Which of the statement's commitments; needed where it has several.",
    },
    evidence: { type: "string", value: "TEXT", help: "What shows it, best an address; needed but for not-rated." },
    on: { type: "string", value: "DATE", help: "The day on which somebody looked; default: today." },
    ...AS_OPTION,
    ...FORMAT_OPTION,
  },
  notes: `
ID is a statement's, as lists show it. STATUS is one of: ${COMMITMENT_STATUSES.slice(0, 4).join(", ")},
${COMMITMENT_STATUSES.slice(4).join(", ")}. Nothing is overwritten: what was said before stays to be read
(onrecord show), and not-rated takes a rating back.

Examples:
  onrecord rate 5f0c1d22a1b2c3d4 in-the-works --evidence https://harbour-post.example/tender
  onrecord rate 5f0c1d22a1b2c3d4 kept --commitment 2 --evidence "Opened on 1 May" --on 2026-05-02
  onrecord rate 5f0c1d22a1b2c3d4 not-rated --evidence "It was another bridge"
`,
  async run(invocation) {
    const [id, given, ...rest] = invocation.inputs;
    if (id === undefined || given === undefined || rest.length > 0)
      throw new UsageError("Name a statement by its id, and how its commitment went.");
    const status = COMMITMENT_STATUSES.find((one) => one === given.trim().toLowerCase().replaceAll(" ", "-"));
    if (status === undefined)
      throw new UsageError(
        `${JSON.stringify(given)} is not a status. Say one of: ${COMMITMENT_STATUSES.join(", ")}.${nearest(`'${given}'`, COMMITMENT_STATUSES)}`,
      );
    const evidence = words(invocation, "evidence")?.trim() ?? "";
    if (evidence === "" && status !== "not-rated") throw new UsageError("Say what shows it: --evidence TEXT");
    const which = number(invocation, "commitment", { from: 1, to: 10_000, whole: true });
    const lookedAt = dayOf(invocation);
    const format = formatOf(invocation);
    return withLedger(invocation, {}, async (ledger) => {
      const entry = await entryIn(ledger, id);
      const count = entry.commitments.length;
      if (count === 0)
        throw new Failure(
          `The statement ${id} commits nobody. If it does, say so: onrecord review amend ${id} --set "action=WORDS"`,
        );
      if (which === undefined && count > 1)
        throw new UsageError(
          `The statement has ${count} commitments. Say which: --commitment N, as show numbers them.`,
        );
      const index = (which ?? 1) - 1;
      if (index >= count) throw new UsageError(`The statement has ${count} commitments, and no number ${index + 1}.`);
      await ledger.setStatus(entry.id, index, { status, evidence, lookedAt }, doneBy(invocation));
      const now = await storedCommitment(ledger, entry, index);
      if (now) await printOne(invocation, format, now, commitmentText);
      return 0;
    });
  },
};

function dayOf(invocation: Invocation): string {
  const on = words(invocation, "on");
  if (on === undefined) return new Date().toISOString().slice(0, 10);
  const checked = checkDate(on);
  if ("problem" in checked) throw new UsageError(`--on: ${checked.problem.message}`);
  return checked.date;
}
