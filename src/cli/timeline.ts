import type { Ledger } from "../ledger/ledger.ts";
import { inkOf, onOneLine } from "../publish/ink.ts";
import { witnessesOf } from "../core/speakers/witnesses.ts";
import { type Command, type Invocation, words } from "./command.ts";
import { Failure, UsageError } from "./failure.ts";
import { LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { CONFIDENCE_OPTION, confidenceOf, FORMAT_OPTION, formatOf, storedEntryText } from "./listing.ts";
import {
  compared,
  holdersOnRecord,
  OFFICE_OPTION,
  type OfficeEntry,
  officeEntryText,
  saidByOffice,
  saidInOffice,
} from "./office.ts";
import { count } from "./progress-bar.ts";
import { registerOf, registerText, spellText } from "./registered.ts";
import { speakerIn } from "./speakers.ts";
import type { Terminal } from "./terminal.ts";

/** What one speaker, or whoever held one office, said in order of time. */
export const timeline: Command = {
  name: "timeline",
  summary: "Shows what a speaker, or any holder of an office, said in order of time, with the role held each time.",
  usage: "[option]... SPEAKER | --office OFFICE",
  options: {
    ...LEDGER_OPTIONS,
    about: { type: "string", value: "WORDS", help: 'Only statements about this: all of two words, or a "phrase".' },
    ...OFFICE_OPTION,
    ...CONFIDENCE_OPTION,
    ...FORMAT_OPTION,
  },
  notes: `
SPEAKER is a name as articles write it, a surname (the most quoted person of it), or the id that onrecord speakers
shows. Roles are as articles word them, beside what the register has for the same dates (onrecord register).

Examples:
  onrecord timeline "Ana Ruiz" --about "homes in the old harbour"
  onrecord timeline --office "prime minister of Kestria"
`,
  async run(invocation) {
    const { terminal } = invocation;
    const name = invocation.inputs.join(" ");
    const office = words(invocation, "office");
    if ((name === "") === (office === undefined))
      throw new UsageError(
        name === ""
          ? "Whose timeline? Name a speaker, or an office with --office."
          : "Name a speaker or an office, not both.",
      );
    if (office !== undefined) return ofOffice(invocation, office);
    const format = formatOf(invocation);
    const about = words(invocation, "about") ?? null;
    const minConfidence = confidenceOf(invocation);
    return withLedger(invocation, {}, async (ledger) => {
      const { id } = await speakerIn(ledger, name);
      await sayWhoElse(ledger, name, id, terminal);
      const found = await ledger.timeline(id, about, minConfidence);
      if (found === null) throw new Failure(`The ledger knows no speaker ${JSON.stringify(name)}.`);
      const roles = witnessesOf(found.speaker, registerOf().register);
      if (format === "json") await terminal.write(`${JSON.stringify({ ...found, ...roles }, null, 2)}\n`);
      else if (format === "jsonl")
        for (const entry of found.entries) await terminal.write(`${JSON.stringify(entry)}\n`);
      else {
        const ink = inkOf(terminal.look.colour);
        const { speaker, entries } = found;
        await terminal.write(`${ink.strong(onOneLine(speaker.name))}\n`);
        for (const { spell, ...register } of roles.roles)
          await terminal.write(`  ${spellText(spell)} ${ink.quiet(`· ${registerText(register)}`)}\n`);
        await terminal.write(`${count(entries.length, "statement")}${about === null ? "" : ` about “${about}”`}\n\n`);
        for (const entry of entries) await terminal.write(`${storedEntryText(entry, terminal)}\n\n`);
        const undated = entries.filter(({ date }) => date === null).length;
        if (undated > 0)
          terminal.notice(
            `${count(undated, "statement")} without a date, last. Add the story again with its day of publication: onrecord add --published 2025-08-25 FILE`,
          );
      }
      return 0;
    });
  },
};

/** Says which other speakers the name fits, and how two that are one are made one: by a proposal that a person accepts. */
async function sayWhoElse(ledger: Ledger, name: string, id: string, terminal: Terminal): Promise<void> {
  if (name === id) return;
  const { items } = await ledger.speakers({ size: 6, name });
  const others = items.filter((one) => one.id !== id && one.kind === "person");
  if (others.length === 0) return;
  const listed = others.map((one) => `${onOneLine(one.name)} (${one.id}, ${count(one.statements, "statement")})`);
  terminal.notice(`Of this name also: ${listed.join("; ")}. If one is the same: onrecord speakers merge ID ${id}`);
}

async function ofOffice(invocation: Invocation, office: string): Promise<number> {
  const { terminal } = invocation;
  const format = formatOf(invocation);
  const about = words(invocation, "about") ?? null;
  const minConfidence = confidenceOf(invocation);
  return withLedger(invocation, {}, async (ledger) => {
    const { register } = registerOf();
    const holders = await holdersOnRecord(ledger, register, office);
    const unnamed = await saidByOffice(ledger, register, office, {
      ...(about === null ? {} : { words: about }),
      minConfidence,
    });
    if (holders.length === 0 && unnamed.length === 0)
      throw new Failure(
        `Nobody on record held the office ${JSON.stringify(office)}, by the articles or by the register. Perhaps in fewer words?`,
      );
    const entries: OfficeEntry[] = [...unnamed];
    for (const holder of holders)
      for (const entry of (await ledger.timeline(holder.id, about, minConfidence))?.entries ?? []) {
        const said = saidInOffice(entry, office, holder, register);
        if (said !== null) entries.push(said);
      }
    // What has no date comes last, as in a speaker's own timeline.
    entries.sort((a, b) => compared(a.date ?? "~", b.date ?? "~") || compared(a.id, b.id));
    if (format === "json") await terminal.write(`${JSON.stringify({ office, holders, entries }, null, 2)}\n`);
    else if (format === "jsonl") for (const entry of entries) await terminal.write(`${JSON.stringify(entry)}\n`);
    else {
      const ink = inkOf(terminal.look.colour);
      await terminal.write(
        `${ink.strong(onOneLine(office))}: ${holders.length === 0 ? "nobody named" : holders.map(({ name }) => onOneLine(name)).join(", ")}\n`,
      );
      await terminal.write(`${count(entries.length, "statement")}${about === null ? "" : ` about “${about}”`}\n\n`);
      for (const entry of entries) await terminal.write(`${officeEntryText(entry, terminal)}\n\n`);
    }
    return 0;
  });
}
