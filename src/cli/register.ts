import { sameSpeaker } from "../core/speakers/identity.ts";
import { compareWitnesses, holdersOf, officesAt, type OfficeAt, type Register } from "../core/speakers/register.ts";
import { importRegister, loadRegister } from "../ingest/registers.ts";
import type { RoleSpell } from "../ledger/ledger.ts";
import { dateInWords } from "../publish/date-words.ts";
import { edtfOf } from "../read/edtf.ts";
import { type WitnessedRole, witnessesOf } from "../core/speakers/witnesses.ts";
import { choice, type Command, type Invocation, words } from "./command.ts";
import { defaultLedger } from "./data-folder.ts";
import { Failure, UsageError } from "./failure.ts";
import { isThere, LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { count } from "./progress-bar.ts";
import { registersFolder, spellText } from "./registered.ts";

/** The second witness to a role: a register of who held which office when. */
export const register: Command = {
  name: "register",
  summary: "Asks the register of offices, or imports one (Popolo JSON, a Wikidata export).",
  usage: "import FILE | of NAME | holders OFFICE [option]...",
  options: {
    ...LEDGER_OPTIONS,
    on: { type: "string", value: "DATE", help: "At this date (EDTF: 2025-08-25, 2025-08, 2025)." },
    worded: { type: "string", value: "TITLE", help: "With `of`: say whether the register agrees with this wording." },
    format: { type: "string", value: "text|json", help: "How to print (default text)." },
  },
  notes: `
A register is the second witness to a role; the first is the article's own wording. The two are shown side by
side, and where they disagree that is shown: \`of\` has the roles from the ledger's articles below the register's. A
small register comes with the program; \`import\` adds Popolo JSON (persons, memberships, posts) or an export of
Wikidata's "position held" (P39) with the columns person, personLabel, position, positionLabel, start and end. What was
said by any holder of an office: onrecord search --office, onrecord timeline --office.

Examples:
  onrecord register of "Ilva Marren" --on 2024-03-12
  onrecord register of "Ilva Marren" --on 2025 --worded "prime minister"
  onrecord register holders "Kestrian prime minister"
  onrecord register import parliament.json
`,
  async run(invocation) {
    const { terminal, inputs } = invocation;
    const [what = "", ...rest] = inputs;
    const subject = rest.join(" ");
    const folder = registersFolder();
    if (what === "import") {
      if (rest.length === 0) throw new UsageError("Which file? Name a register to import.");
      return importAll(rest, folder, invocation);
    }
    if (what !== "of" && what !== "holders") throw new UsageError("Say `import FILE`, `of NAME` or `holders OFFICE`.");
    if (subject === "") throw new UsageError(what === "of" ? "Whose offices? Name a person." : "Which office?");
    const on = words(invocation, "on");
    const date = on === undefined ? null : edtfOf(on);
    if (on !== undefined && date === null)
      throw new UsageError(`--on takes a date like 2025-08-25, not ${JSON.stringify(on)}.`);
    const { register, problems } = loadRegister(folder);
    for (const problem of problems) terminal.notice(problem.message);
    const offices = what === "of" ? officesAt(register, subject, date) : holdersOf(register, subject, date);
    const worded = words(invocation, "worded");
    const agreement = worded === undefined ? null : compareWitnesses(worded, offices);
    const roles = what === "of" ? await rolesOnRecord(invocation, register, subject) : [];
    if (choice(invocation, "format", ["text", "json"]) === "json") {
      await terminal.write(`${JSON.stringify({ offices: offices.map(plain), agreement, articles: roles }, null, 2)}\n`);
      return 0;
    }
    if (offices.length === 0) await terminal.write("The register knows none.\n");
    for (const office of offices) await terminal.write(`${lineOf(office, date !== null)}\n`);
    for (const role of roles)
      await terminal.write(`${spellText(role.spell)} · as articles word it; ${AGREEMENT[role.agreement]}\n`);
    if (agreement !== null) await terminal.write(`${WITNESSES[agreement]}\n`);
    return 0;
  },
};

const WITNESSES = {
  agree: "The wording and the register agree.",
  differ: "The wording and the register differ.",
  silent: "The register is silent.",
} as const;

const AGREEMENT = { agree: "they agree", differ: "they differ", silent: "the register is silent" } as const;

/** The roles of a person as the articles of the ledger word them, if there is a ledger and the person is on record. */
async function rolesOnRecord(
  invocation: Invocation,
  register: Register,
  name: string,
): Promise<readonly WitnessedRole<RoleSpell>[]> {
  const location = words(invocation, "ledger") ?? defaultLedger(process.env);
  if (words(invocation, "ledger") === undefined && !isThere(location)) return [];
  return withLedger(invocation, {}, async (ledger) => {
    const speaker = await ledger.speaker(name);
    // The ledger finds whoever is near; the register means one person.
    if (speaker === null || !speaker.names.some((one) => sameSpeaker(one, name))) return [];
    return witnessesOf(speaker, register).roles;
  });
}

async function importAll(files: readonly string[], folder: string, { terminal }: Invocation): Promise<number> {
  let failed = 0;
  for (const file of files) {
    let reading: ReturnType<typeof importRegister>;
    try {
      reading = importRegister(file, folder);
    } catch (cause) {
      throw new Failure(`Cannot read ${file}: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
    for (const problem of reading.problems) terminal.notice(`${file}: ${problem.message}`);
    const { persons } = reading.register;
    if (persons.length === 0) failed++;
    else await terminal.write(`${file}: ${count(persons.length, "person")} kept\n`);
  }
  return failed > 0 ? 1 : 0;
}

function plain({ person, ...office }: OfficeAt): object {
  return { person: person.name, ...office };
}

function lineOf({ person, title, organisation, from, to, held }: OfficeAt, isDated: boolean): string {
  const when = `${from === null ? "?" : dateInWords(from)} to ${to === null ? "open" : dateInWords(to)}`;
  return `${person.name}  ${title}${organisation ? `, ${organisation}` : ""}  (${when}${isDated && held === "possible" ? "; possibly" : ""})`;
}
