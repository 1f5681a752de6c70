import type { ConditionSummary } from "../ledger/ledger.ts";
import { dateInWords } from "../publish/date-words.ts";
import { inkOf, onOneLine } from "../publish/ink.ts";
import { checkDate } from "../read/edtf.ts";
import { type Command, type Invocation, words } from "./command.ts";
import { Failure, UsageError } from "./failure.ts";
import { AS_OPTION, doneBy, LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { FORMAT_OPTION, formatOf, listed, PAGE_OPTIONS, printList } from "./listing.ts";
import { count } from "./progress-bar.ts";
import type { Terminal } from "./terminal.ts";

/** What commitments wait for, and that it has come. */
export const conditions: Command = {
  name: "conditions",
  summary: "Lists what commitments wait for; marks a condition as met, or takes that back.",
  usage: "[option]... [met ID | unmet ID]",
  options: {
    ...LEDGER_OPTIONS,
    on: { type: "string", value: "DATE", help: "With met: the day on which it was met." },
    evidence: { type: "string", value: "TEXT", help: "With met: what shows it, best an address." },
    ...AS_OPTION,
    ...PAGE_OPTIONS,
    ...FORMAT_OPTION,
  },
  notes: `
A condition that is met makes the commitments due that waited for nothing else. Nothing is overwritten: marking and
taking back are events of their own, with who did it.

Examples:
  onrecord conditions
  onrecord conditions met after-ceasefir --on 2026-03-02 --evidence https://harbour-post.example/ceasefire
`,
  async run(invocation) {
    const [deed, id, ...rest] = invocation.inputs;
    if (deed === undefined) return list(invocation);
    if ((deed !== "met" && deed !== "unmet") || id === undefined || rest.length > 0)
      throw new UsageError("Say met or unmet and the condition's id, as the list shows it.");
    const met = deed === "met" ? metOf(invocation) : null;
    return withLedger(invocation, {}, async (ledger) => {
      if ((await ledger.condition(id)) === null)
        throw new Failure(
          `The ledger has no condition ${JSON.stringify(id)}. The list shows the ids: onrecord conditions`,
        );
      await ledger.markCondition(id, met, doneBy(invocation));
      const condition = await ledger.condition(id);
      if (condition) await invocation.terminal.write(`${conditionText(condition, invocation.terminal)}\n`);
      return 0;
    });
  },
};

async function list(invocation: Invocation): Promise<number> {
  const format = formatOf(invocation);
  return withLedger(invocation, {}, async (ledger) => {
    const page = await listed(invocation, (request) => ledger.conditions(request));
    await printList(invocation, format, page, { noun: "condition", text: conditionText });
    return 0;
  });
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
