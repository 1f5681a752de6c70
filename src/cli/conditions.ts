import type { ConditionsLike, ConditionSummary, Ledger } from "../ledger/ledger.ts";
import { dateInWords } from "../publish/date-words.ts";
import { inkOf, onOneLine } from "../publish/ink.ts";
import { checkDate } from "../read/edtf.ts";
import { type Command, type Invocation, words } from "./command.ts";
import { commitmentText } from "./commitment-state.ts";
import { Failure, UsageError } from "./failure.ts";
import { AS_OPTION, doneBy, LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { FORMAT_OPTION, formatOf, listed, PAGE_OPTIONS, printList, printOne } from "./listing.ts";
import { count } from "./progress-bar.ts";
import type { Terminal } from "./terminal.ts";

/** What commitments wait for, that it has come, and which conditions belong together. */
export const conditions: Command = {
  name: "conditions",
  summary: "Lists what commitments wait for; marks a condition as met, or takes that back; ties conditions together.",
  usage: "[option]... [show ID | met ID | unmet ID | related ID ID | same ID ID | apart ID ID]",
  options: {
    ...LEDGER_OPTIONS,
    on: { type: "string", value: "DATE", help: "With met: the day on which it was met." },
    evidence: { type: "string", value: "TEXT", help: "With met: what shows it, best an address." },
    reason: { type: "string", value: "TEXT", help: "With related, same and apart: why." },
    ...AS_OPTION,
    ...PAGE_OPTIONS,
    ...FORMAT_OPTION,
  },
  notes: `
A condition that is met makes the commitments due that waited for nothing else. "A ceasefire" and "the war ends" are
close, not the same: show lists what is close by its words, related says that it is, and same makes the first one with
the second, so that what waits for either waits for both. Only a person does so; apart takes either back. Nothing is
overwritten: each is an event of its own, with who did it.

Examples:
  onrecord conditions
  onrecord conditions show flood-end
  onrecord conditions met flood-end --on 2026-03-02 --evidence https://harbour-post.example/flood
  onrecord conditions unmet flood-end
  onrecord conditions same water-fall flood-end --reason "The same flood"
`,
  async run(invocation) {
    const [deed, ...ids] = invocation.inputs;
    if (deed === undefined) return list(invocation);
    const [id, other] = ids;
    if (deed === "show" && id !== undefined && ids.length === 1) return show(invocation, id);
    if ((deed === "met" || deed === "unmet") && id !== undefined && ids.length === 1)
      return mark(invocation, id, deed === "met");
    const how = LIKENESS.get(deed);
    if (how !== undefined && id !== undefined && other !== undefined && ids.length === 2)
      return liken(invocation, id, other, how);
    throw new UsageError(
      "Say show, met or unmet and a condition's id, or related, same or apart and two ids, as the list shows them.",
    );
  },
};

const LIKENESS: ReadonlyMap<string, "related" | "same" | "apart"> = new Map([
  ["related", "related"],
  ["same", "same"],
  ["apart", "apart"],
]);

async function list(invocation: Invocation): Promise<number> {
  const format = formatOf(invocation);
  return withLedger(invocation, {}, async (ledger) => {
    const page = await listed(invocation, (request) => ledger.conditions(request));
    await printList(invocation, format, page, { noun: "condition", text: conditionText });
    return 0;
  });
}

async function show(invocation: Invocation, id: string): Promise<number> {
  const format = formatOf(invocation);
  return withLedger(invocation, {}, async (ledger) => {
    const condition = await conditionIn(ledger, id);
    await printOne(invocation, format, await withLikeness(ledger, condition), likeText);
    if (format !== "text") return 0;
    await invocation.terminal.write("\n");
    const page = await listed(invocation, (request) => ledger.commitments({ condition: condition.id }, request));
    await printList(invocation, format, page, { noun: "commitment", text: commitmentText });
    return 0;
  });
}

async function mark(invocation: Invocation, id: string, isMet: boolean): Promise<number> {
  const met = isMet ? metOf(invocation) : null;
  const format = formatOf(invocation);
  const { terminal } = invocation;
  return withLedger(invocation, {}, async (ledger) => {
    const before = await conditionIn(ledger, id);
    if (!isMet && before.met === null) throw new Failure(`The condition ${before.id} is not marked as met.`);
    await ledger.markCondition(before.id, met, doneBy(invocation));
    const condition = await conditionIn(ledger, before.id);
    if (format !== "text") {
      await printOne(invocation, format, condition, conditionText);
      return 0;
    }
    await terminal.write(`${conditionText(condition, terminal)}\n`);
    const question = { condition: condition.id };
    const due = await ledger.commitments({ ...question, waiting: false, conditional: true }, { size: MOST_SHOWN });
    const waiting = await ledger.commitments({ ...question, waiting: true }, { size: 1 });
    if (due.total > 0) await terminal.write(`\n${count(due.total, "commitment")} due:\n\n`);
    for (const commitment of due.items) await terminal.write(`${commitmentText(commitment, terminal)}\n\n`);
    if (due.next !== null) terminal.notice(`The first ${due.items.length} are shown. All: onrecord commitments --due`);
    if (isMet && waiting.total > 0)
      await terminal.write(`${count(waiting.total, "commitment")} more: waiting for something else besides.\n`);
    return 0;
  });
}

const MOST_SHOWN = 50;

async function liken(
  invocation: Invocation,
  id: string,
  other: string,
  how: "related" | "same" | "apart",
): Promise<number> {
  const reason = words(invocation, "reason");
  if (reason === undefined) throw new UsageError("Say why: --reason TEXT");
  const format = formatOf(invocation);
  return withLedger(invocation, {}, async (ledger) => {
    await conditionIn(ledger, id);
    await conditionIn(ledger, other);
    await ledger.likenConditions(id, other, how === "apart" ? null : how, reason, doneBy(invocation));
    for (const one of how === "same" ? [other] : [id, other])
      await printOne(invocation, format, await withLikeness(ledger, await conditionIn(ledger, one)), likeText);
    return 0;
  });
}

async function conditionIn(ledger: Ledger, id: string): Promise<ConditionSummary> {
  const condition = await ledger.condition(id);
  if (condition === null)
    throw new Failure(`The ledger has no condition ${JSON.stringify(id)}. The list shows the ids: onrecord conditions`);
  return condition;
}

type WithLikeness = ConditionSummary & ConditionsLike;

async function withLikeness(ledger: Ledger, condition: ConditionSummary): Promise<WithLikeness> {
  return { ...condition, ...(await ledger.conditionsLike(condition.id)) };
}

function metOf(invocation: Invocation): { readonly on: string; readonly evidence: string } {
  const on = words(invocation, "on");
  const evidence = words(invocation, "evidence");
  if (on === undefined || evidence === undefined)
    throw new UsageError("Say when it was met and what shows it: --on DATE --evidence TEXT");
  const checked = checkDate(on);
  if ("problem" in checked) throw new UsageError(`--on: ${checked.problem.message}`);
  return { on: checked.date, evidence };
}

function conditionText({ id, text, waiting, met }: ConditionSummary, { look }: Terminal): string {
  const ink = inkOf(look.colour);
  const state = met
    ? `met ${dateInWords(met.on)}: ${onOneLine(met.evidence)} (${onOneLine(met.by)})`
    : `${count(waiting, "commitment")} waiting`;
  return `  ${ink.waiting(onOneLine(text))}\n    ${state}\n    ${ink.quiet(id)}`;
}

function likeText(condition: WithLikeness, terminal: Terminal): string {
  const ink = inkOf(terminal.look.colour);
  const line = (what: string, { id, text }: { readonly id: string; readonly text: string }): string =>
    `    ${what} ${onOneLine(text)} ${ink.quiet(id)}`;
  return [
    conditionText(condition, terminal),
    ...condition.same.map((one) => line("the same as", one)),
    ...condition.related.map((one) => line(one.by === "people" ? "related to" : "close in words to", one)),
  ].join("\n");
}
