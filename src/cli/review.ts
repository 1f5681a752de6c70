import { readFileSync } from "node:fs";
import type { Ledger } from "../ledger/ledger.ts";
import type { AmendedFields, Review } from "../ledger/people/people.ts";
import { type Command, type Invocation, isSet, words } from "./command.ts";
import { Failure, messageOf, UsageError } from "./failure.ts";
import { AS_OPTION, doneBy, LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { FORMAT_OPTION, formatOf, listed, PAGE_OPTIONS, printList, storedEntryText } from "./listing.ts";

const DECISIONS = ["confirm", "amend", "reject", "skip"] as const;

/** A person's decision on an entry. */
export const review: Command = {
  name: "review",
  summary: "Lists statements that wait for a person's decision; confirms, amends, rejects or skips one.",
  usage: "[option]... [confirm|amend|reject|skip ID] | agreement NAME NAME",
  options: {
    ...LEDGER_OPTIONS,
    reason: { type: "string", value: "TEXT", help: "Why; needed to reject." },
    fields: {
      type: "string",
      value: "FILE",
      help: "With amend: a JSON file with the amended fields, each with its spans.",
    },
    blind: { type: "boolean", help: "List for a second reviewer, who does not see what the first decided." },
    ...AS_OPTION,
    ...PAGE_OPTIONS,
    ...FORMAT_OPTION,
  },
  notes: `
A review is an event of its own: the entry keeps what the engine read. agreement shows how far two reviewers agree
(Cohen's kappa).

Examples:
  onrecord review --limit 10
  onrecord review confirm 5f0c1d22a1b2c3d4
  onrecord review reject 5f0c1d22a1b2c3d4 --reason "The words are the reporter's"
`,
  async run(invocation) {
    const [deed, ...rest] = invocation.inputs;
    if (deed === undefined) return list(invocation);
    if (deed === "agreement") return agreement(invocation, rest);
    const decision = DECISIONS.find((one) => one === deed);
    const [id] = rest;
    if (decision === undefined || id === undefined || rest.length > 1)
      throw new UsageError("Say confirm, amend, reject or skip and the statement's id, as the list shows it.");
    const decided = reviewOf(invocation, decision);
    return withLedger(invocation, {}, async (ledger) => {
      await mustHave(ledger, id);
      await ledger.review(id, decided, doneBy(invocation));
      const entry = await ledger.entry(id);
      if (entry)
        await invocation.terminal.write(
          `${storedEntryText(entry, invocation.terminal)}\n    review: ${entry.review}\n`,
        );
      return 0;
    });
  },
};

async function list(invocation: Invocation): Promise<number> {
  const format = formatOf(invocation);
  const reviewer = doneBy(invocation);
  const blind = isSet(invocation, "blind");
  return withLedger(invocation, {}, async (ledger) => {
    const page = await listed(invocation, (request) => ledger.reviewQueue({ ...request, reviewer, blind }));
    await printList(invocation, format, page, { noun: "statement", text: storedEntryText });
    return 0;
  });
}

async function agreement(invocation: Invocation, names: readonly string[]): Promise<number> {
  const [first, second] = names;
  if (first === undefined || second === undefined || names.length > 2)
    throw new UsageError("Name the two reviewers: onrecord review agreement NAME NAME");
  const format = formatOf(invocation);
  return withLedger(invocation, {}, async (ledger) => {
    const found = await ledger.agreement([first, second]);
    const kappa = found.kappa === null ? "not defined" : found.kappa.toFixed(2);
    await invocation.terminal.write(
      format === "text"
        ? `${first} and ${second} decided alike on ${found.agreed} of ${found.both} statements; kappa ${kappa}\n`
        : `${JSON.stringify(found)}\n`,
    );
    return 0;
  });
}

function reviewOf(invocation: Invocation, decision: Review["decision"]): Review {
  const reason = words(invocation, "reason");
  const file = words(invocation, "fields");
  if (decision === "reject" && reason === undefined) throw new UsageError("Say why it is rejected: --reason TEXT");
  if ((decision === "amend") !== (file !== undefined))
    throw new UsageError(
      "--fields FILE goes with amend: a JSON object with the amended fields, as `onrecord show --format json` prints them.",
    );
  return {
    decision,
    ...(reason === undefined ? {} : { reason }),
    ...(file === undefined ? {} : { fields: fieldsIn(file) }),
  };
}

function fieldsIn(file: string): AmendedFields {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Failure(`${file} could not be read as JSON: ${messageOf(error)}`, { cause: error });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Failure(
      `${file} holds no JSON object. Write {"speaker": ...}, as \`onrecord show --format json\` prints it.`,
    );
  // The ledger checks every field and span against the text before it keeps them.
  return value as AmendedFields;
}

async function mustHave(ledger: Ledger, id: string): Promise<void> {
  if ((await ledger.entry(id)) === null)
    throw new Failure(`The ledger has no statement ${JSON.stringify(id)}. Lists show the ids: onrecord review`);
}
