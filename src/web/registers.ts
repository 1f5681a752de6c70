import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { OfficeAt, Register } from "../core/speakers/register.ts";
import { compareWitnesses, officesAt } from "../core/speakers/register.ts";
import { loadRegister } from "../ingest/registers.ts";
import type { RoleSpell, SpeakerRecord } from "../ledger/ledger.ts";

/** What the two witnesses to a role say to each other; a disagreement is shown, never resolved. */
export type Agreement = ReturnType<typeof compareWitnesses>;

/** A role as the articles word it, beside what the register has for the same dates. */
export interface WitnessedRole {
  readonly spell: RoleSpell;
  readonly offices: readonly RegisterOffice[];
  readonly agreement: Agreement;
}

/** An office as a register gives it, without the person who held it. */
export type RegisterOffice = Omit<OfficeAt, "person">;

/**
 * The register of offices that comes with the program and those imported into `folder`; read anew when one of them changes, so
 * that an import shows at once.
 */
export function registerReader(folder: string | null): () => Register {
  let read: { readonly state: string; readonly register: Register } | null = null;
  return () => {
    const state = stateOf(folder);
    if (read?.state !== state) read = { state, register: loadRegister(folder ?? "").register };
    return read.register;
  };
}

/** Both witnesses to every role of a speaker, and all that the register has of the speaker. */
export function witnessesOf(
  speaker: SpeakerRecord,
  register: Register,
): { readonly roles: readonly WitnessedRole[]; readonly register: readonly RegisterOffice[] } {
  const all = officesAt(register, speaker.name, null);
  // Looking up a name asks every person of a register; what follows asks only those of this name.
  const namesakes: Register = { persons: [...new Set(all.map(({ person }) => person))] };
  const at = (date: string | null): readonly OfficeAt[] => officesAt(namesakes, speaker.name, date);
  return {
    roles: speaker.roleSpells.map((spell) => witnessed(spell, at)),
    register: all.map(withoutPerson),
  };
}

/** What the register has of the speaker of one statement at its date, beside the article's wording. */
export function witnessesAt(
  name: string,
  title: string,
  date: string | null,
  register: Register,
): { readonly offices: readonly RegisterOffice[]; readonly agreement: Agreement } {
  const offices = officesAt(register, name, date);
  return { offices: offices.map(withoutPerson), agreement: compareWitnesses(title, offices) };
}

function witnessed(spell: RoleSpell, at: (date: string | null) => readonly OfficeAt[]): WitnessedRole {
  const dates = [...new Set([spell.first, spell.last])].filter((date) => date !== null);
  const held = (dates.length === 0 ? [null] : dates).map((date) => at(date));
  const said = held.map((offices) => compareWitnesses(spell.title, offices));
  const agreement = said.includes("differ") ? "differ" : said.includes("agree") ? "agree" : "silent";
  const offices = held
    .flat()
    .filter(
      (office, index, list) =>
        list.findIndex((other) => other.title === office.title && other.from === office.from) === index,
    );
  return { spell, offices: offices.map(withoutPerson), agreement };
}

function withoutPerson({ title, organisation, from, to, held }: OfficeAt): RegisterOffice {
  return { title, organisation, from, to, held };
}

/** Names, sizes and times of the files: another state, another register. */
function stateOf(folder: string | null): string {
  if (folder === null) return "";
  try {
    return readdirSync(folder)
      .sort()
      .map((file) => {
        const { mtimeMs, size } = statSync(join(folder, file));
        return `${file} ${mtimeMs} ${size}`;
      })
      .join("\n");
  } catch {
    // No folder yet, or a file that went while it was looked at.
    return "";
  }
}
