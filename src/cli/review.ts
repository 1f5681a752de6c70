import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import type { Ledger, StoredEntry } from "../ledger/ledger.ts";
import type { AmendedFields, Review } from "../ledger/people/people.ts";
import { onOneLine } from "../publish/ink.ts";
import { type Command, type Invocation, isSet, words } from "./command.ts";
import { Failure, messageOf, UsageError } from "./failure.ts";
import { amendedFields, commitmentOf, FIELD_NOTES, FIELD_OPTIONS, settingsOf } from "./fields.ts";
import { AS_OPTION, doneBy, LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { FORMAT_OPTION, formatOf, listed, PAGE_OPTIONS, printList, printOne, storedEntryText } from "./listing.ts";
import { count } from "./progress-bar.ts";
import { entryIn } from "./statements.ts";

const DECISIONS = ["confirm", "amend", "reject", "skip"] as const;

/** A person's decision on an entry. */
export const review: Command = {
  name: "review",
  summary: "Lists statements that wait for a person's decision; confirms, amends, rejects or skips one.",
  usage: "[option]... [confirm|amend|reject|skip ID] | agreement NAME NAME",
  options: {
    ...LEDGER_OPTIONS,
    reason: { type: "string", value: "TEXT", help: "Why; needed to reject." },
    ...FIELD_OPTIONS,
    fields: {
      type: "string",
      value: "FILE",
      help: "With amend, instead of --set: a JSON file with the amended fields, each with its spans, as show prints them.",
    },
    doubtful: {
      type: "string",
      value: "ANSWERS",
      help: "With confirm and amend, for a statement with doubtful commitments: of each, in their order, whether it is one, as in yes,no.",
    },
    "only-doubtful": { type: "boolean", help: "List only statements with doubtful commitments." },
    blind: {
      type: "boolean",
      help: "Double-blind: two reviewers decide, and neither is shown what the other decided.",
    },
    ...AS_OPTION,
    ...PAGE_OPTIONS,
    ...FORMAT_OPTION,
  },
  notes: `
A review is an event of its own: the entry keeps what the engine read. Double-blind, each of two reviewers lists and
decides with --blind and a name of their own; agreement shows how far they agree (Cohen's kappa). Commitments below the
default confidence are doubtful: the list marks them, and none counts before a person says with --doubtful that it is one.
${FIELD_NOTES}

Examples:
  onrecord review --limit 10
  onrecord review confirm 5f0c1d22a1b2c3d4
  onrecord review confirm 7a1b2c3d4e5f6071 --doubtful yes,no
  onrecord review amend 5f0c1d22a1b2c3d4 --set "speaker=Ana Ruiz" --set "role=Housing Minister"
  onrecord review amend 5f0c1d22a1b2c3d4 --set strength=plan --set strength-words=planned --set "condition=if it rains"
  onrecord review reject 5f0c1d22a1b2c3d4 --reason "The words are the reporter's"
  onrecord review --blind --as mira
  onrecord review agreement mira jonas
`,
  async run(invocation) {
    const [deed, ...rest] = invocation.inputs;
    if (deed === undefined) return list(invocation);
    if (deed === "agreement") return agreement(invocation, rest);
    const decision = DECISIONS.find((one) => one === deed);
    const [id] = rest;
    if (decision === undefined || id === undefined || rest.length > 1)
      throw new UsageError("Say confirm, amend, reject or skip and the statement's id, as the list shows it.");
    const blind = isSet(invocation, "blind");
    const format = formatOf(invocation);
    return withLedger(invocation, {}, async (ledger) => {
      const found = await entryIn(ledger, id);
      const entry = blind ? ((await ledger.entryAsRead(found.id)) ?? found) : found;
      const decided = await reviewOf(invocation, decision, ledger, entry);
      await ledger.review(entry.id, blind ? { ...decided, blind } : decided, doneBy(invocation));
      // Blind, what the entry has become could tell what the other decided: it is shown as it was read.
      const now: StoredEntry = blind ? entry : await entryIn(ledger, entry.id);
      await printOne(
        invocation,
        format,
        now,
        (item, terminal) =>
          `${storedEntryText(item, terminal)}\n    ${blind ? `your decision: ${decision}` : `review: ${item.review}`}`,
      );
      return 0;
    });
  },
};

async function list(invocation: Invocation): Promise<number> {
  const format = formatOf(invocation);
  const reviewer = doneBy(invocation);
  const blind = isSet(invocation, "blind");
  const doubtful = isSet(invocation, "only-doubtful");
  return withLedger(invocation, {}, async (ledger) => {
    const page = await listed(invocation, (request) => ledger.reviewQueue({ ...request, reviewer, blind, doubtful }));
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

async function reviewOf(
  invocation: Invocation,
  decision: Review["decision"],
  ledger: Ledger,
  entry: StoredEntry,
): Promise<Review> {
  const reason = words(invocation, "reason");
  if (decision === "reject" && reason === undefined) throw new UsageError("Say why it is rejected: --reason TEXT");
  const answers = answersOf(invocation, decision, entry);
  const fields = await amendmentOf(invocation, decision, ledger, entry);
  return {
    decision,
    ...(reason === undefined ? {} : { reason }),
    ...(fields === null ? {} : { fields }),
    ...(answers === null ? {} : { doubtful: answers }),
  };
}

/** What is said of each doubtful commitment; null where nothing need be said. */
function answersOf(
  invocation: Invocation,
  decision: Review["decision"],
  { id, doubtful }: StoredEntry,
): readonly boolean[] | null {
  const given = words(invocation, "doubtful");
  const decides = decision === "confirm" || decision === "amend";
  if (given !== undefined && !decides) throw new UsageError("--doubtful goes with confirm and amend.");
  if (given === undefined) {
    const isWhole = words(invocation, "fields") !== undefined;
    if (decides && doubtful.length > 0 && !isWhole)
      throw new Failure(
        `The statement ${id} has ${count(doubtful.length, "doubtful commitment")} (${doubtful.map(({ action }) => `“${onOneLine(action.text)}”`).join(", ")}). Say of each whether it is one: --doubtful ${doubtful.map(() => "yes").join(",")}, or no`,
      );
    return null;
  }
  const answers = given.split(",").map((answer) => answer.trim());
  if (answers.length !== doubtful.length || answers.some((answer) => answer !== "yes" && answer !== "no"))
    throw new UsageError(
      `The statement has ${count(doubtful.length, "doubtful commitment")}: --doubtful takes yes or no for each, parted by commas.`,
    );
  return answers.map((answer) => answer === "yes");
}

/** What an amendment changes; null for another decision. */
async function amendmentOf(
  invocation: Invocation,
  decision: Review["decision"],
  ledger: Ledger,
  entry: StoredEntry,
): Promise<AmendedFields | null> {
  const file = words(invocation, "fields");
  const settings = settingsOf(invocation);
  if (decision !== "amend") {
    if (file !== undefined || settings.length > 0) throw new UsageError("--set and --fields go with amend.");
    return null;
  }
  if ((file === undefined) === (settings.length === 0))
    throw new UsageError('Say what is amended, and by which words: --set "speaker=Ana Ruiz", or --fields FILE');
  if (file !== undefined) return fieldsIn(file);
  const article = await ledger.article(entry.articleId);
  if (article === null) throw new Failure(`The article of ${entry.id} is gone.`);
  const before = new Map<string, unknown>(Object.entries(entry));
  const amended = Object.entries(amendedFields(entry, article.text, settings, commitmentOf(invocation))).filter(
    ([field, value]) => !isDeepStrictEqual(value, before.get(field)),
  );
  if (amended.length === 0)
    throw new Failure(`The statement has these fields already. If it is right: onrecord review confirm ${entry.id}`);
  return Object.fromEntries(amended);
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
