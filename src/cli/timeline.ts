import type { RoleSpell } from "../ledger/ledger.ts";
import { dateInWords } from "../publish/date-words.ts";
import { inkOf, onOneLine } from "../publish/ink.ts";
import { type Command, words } from "./command.ts";
import { Failure, UsageError } from "./failure.ts";
import { LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { CONFIDENCE_OPTION, confidenceOf, FORMAT_OPTION, formatOf, storedEntryText } from "./listing.ts";
import { count } from "./progress-bar.ts";

/** What one speaker said, in order of time. */
export const timeline: Command = {
  name: "timeline",
  summary: "Shows what a speaker said, in order of time, with the role held each time.",
  usage: "[option]... SPEAKER",
  options: {
    ...LEDGER_OPTIONS,
    about: { type: "string", value: "WORDS", help: "Only statements about this." },
    ...CONFIDENCE_OPTION,
    ...FORMAT_OPTION,
  },
  notes: `
SPEAKER is a name as articles write it, or the id that the pages show.

Example:
  onrecord timeline "Ana Ruiz" --about "homes in the old harbour"
`,
  async run(invocation) {
    const { terminal } = invocation;
    const name = invocation.inputs.join(" ");
    if (name === "") throw new UsageError("Whose timeline? Name a speaker.");
    const format = formatOf(invocation);
    const about = words(invocation, "about") ?? null;
    const minConfidence = confidenceOf(invocation);
    return withLedger(invocation, {}, async (ledger) => {
      const found = await ledger.timeline(name, about, minConfidence);
      if (found === null) {
        const { items } = await ledger.speakers({ size: 5, name });
        const near = items.length > 0 ? ` Perhaps: ${items.map((speaker) => speaker.name).join(", ")}.` : "";
        throw new Failure(`The ledger knows no speaker ${JSON.stringify(name)}.${near}`);
      }
      if (format === "json") await terminal.write(`${JSON.stringify(found, null, 2)}\n`);
      else if (format === "jsonl")
        for (const entry of found.entries) await terminal.write(`${JSON.stringify(entry)}\n`);
      else {
        const ink = inkOf(terminal.look.colour);
        const { speaker, entries } = found;
        await terminal.write(`${ink.strong(onOneLine(speaker.name))}\n`);
        for (const spell of speaker.roleSpells) await terminal.write(`  ${ink.quiet(spellText(spell))}\n`);
        await terminal.write(`${count(entries.length, "statement")}${about === null ? "" : ` about “${about}”`}\n\n`);
        for (const entry of entries) await terminal.write(`${storedEntryText(entry, terminal)}\n\n`);
      }
      return 0;
    });
  },
};

function spellText({ title, first, last }: RoleSpell): string {
  const dates = [first, last].filter((date) => date !== null).map(dateInWords);
  const span = dates[0] === dates[1] ? dates[0] : dates.join(" to ");
  return `${onOneLine(title)}${span ? ` (${span})` : ""}`;
}
