import type { Dossier, Question } from "../ledger/ledger.ts";
import { statementsOn } from "../ledger/subject.ts";
import { inkOf, onOneLine } from "../publish/ink.ts";
import { type Command, type Invocation, words } from "./command.ts";
import { Failure, UsageError } from "./failure.ts";
import { AS_OPTION, doneBy, LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { FORMAT_OPTION, formatOf, listed, PAGE_OPTIONS, printList, storedEntryText } from "./listing.ts";
import { QUESTION_OPTIONS, questionOf } from "./question.ts";
import type { Terminal } from "./terminal.ts";

/** A subject that somebody follows: a question with a name. */
export const dossier: Command = {
  name: "dossier",
  summary: "Lists the subjects that are followed; saves, shows or removes one.",
  usage: "[option]... [save NAME WORDS... | show ID | remove ID]",
  options: {
    ...LEDGER_OPTIONS,
    id: { type: "string", value: "ID", help: "With save: the dossier to change." },
    ...QUESTION_OPTIONS,
    ...AS_OPTION,
    ...PAGE_OPTIONS,
    ...FORMAT_OPTION,
  },
  notes: `
Examples:
  onrecord dossier save "Homes by 2028" homes --speaker "Ana Ruiz"
  onrecord dossier show homes-by-2028
`,
  async run(invocation) {
    const [deed, name, ...rest] = invocation.inputs;
    if (deed === undefined) return list(invocation);
    if (name === undefined)
      throw new UsageError(`${deed} what? Give ${deed === "save" ? "a name" : "the dossier's id"}.`);
    if (deed === "save") return save(invocation, name, questionOf({ ...invocation, inputs: rest }));
    if (rest.length > 0) throw new UsageError("One dossier at a time.");
    if (deed === "show") return show(invocation, name);
    if (deed === "remove") return remove(invocation, name);
    throw new UsageError(`Say save, show or remove, not ${JSON.stringify(deed)}.`);
  },
};

async function list(invocation: Invocation): Promise<number> {
  const format = formatOf(invocation);
  return withLedger(invocation, {}, async (ledger) => {
    const items = await ledger.dossiers();
    await printList(
      invocation,
      format,
      { items, next: null, total: items.length },
      { noun: "dossier", text: dossierText },
    );
    return 0;
  });
}

async function save(invocation: Invocation, name: string, question: Question): Promise<number> {
  const id = words(invocation, "id");
  return withLedger(invocation, {}, async (ledger) => {
    const saved = await ledger.saveDossier({ ...(id === undefined ? {} : { id }), name, question }, doneBy(invocation));
    const found = await ledger.dossier(saved);
    if (found) await invocation.terminal.write(`${dossierText(found, invocation.terminal)}\n`);
    return 0;
  });
}

async function show(invocation: Invocation, id: string): Promise<number> {
  const format = formatOf(invocation);
  return withLedger(invocation, {}, async (ledger) => {
    const found = await ledger.dossier(id);
    if (found === null) throw new Failure(noSuch(id));
    const page = await listed(invocation, (request) => statementsOn(ledger, found.question, request));
    if (format === "text") await invocation.terminal.write(`${dossierText(found, invocation.terminal)}\n\n`);
    await printList(invocation, format, page, { noun: "statement", text: storedEntryText });
    return 0;
  });
}

async function remove(invocation: Invocation, id: string): Promise<number> {
  return withLedger(invocation, {}, async (ledger) => {
    if ((await ledger.dossier(id)) === null) throw new Failure(noSuch(id));
    await ledger.removeDossier(id, doneBy(invocation));
    invocation.terminal.notice(`Dossier ${id} is removed.`);
    return 0;
  });
}

function noSuch(id: string): string {
  return `The ledger has no dossier ${JSON.stringify(id)}. The list shows the ids: onrecord dossier`;
}

function dossierText({ id, name, question }: Dossier, { look }: Terminal): string {
  const ink = inkOf(look.colour);
  const asked = Object.entries(question).map(([field, value]) => `${field} ${String(value)}`);
  return `  ${ink.strong(onOneLine(name))}\n    ${onOneLine(asked.join(" · "))}\n    ${ink.quiet(id)}`;
}
