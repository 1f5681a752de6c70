import { compareWitnesses, holdersOf, isOffice, officesAt, type OfficeAt, type Register } from "./register.ts";

/** What the two witnesses to a role say to each other; a disagreement is shown, never resolved. */
export type Agreement = ReturnType<typeof compareWitnesses>;

/** An office as a register gives it, without the person who held it. */
export type RegisterOffice = Omit<OfficeAt, "person">;

/** Whom a register has in an office at a date. */
export interface RegisteredHolder extends RegisterOffice {
  readonly name: string;
}

/** A role as articles word it, with the first and last date (EDTF) at which one did. */
export interface WordedRole {
  readonly title: string;
  readonly first: string | null;
  readonly last: string | null;
}

/** A role as the articles word it, beside what the register has for the same dates. */
export interface WitnessedRole<Role extends WordedRole> {
  readonly spell: Role;
  readonly offices: readonly RegisterOffice[];
  readonly agreement: Agreement;
}

/** Both witnesses to every role of a speaker, and all that the register has of the speaker. */
export function witnessesOf<Role extends WordedRole>(
  speaker: { readonly name: string; readonly roleSpells: readonly Role[] },
  register: Register,
): { readonly roles: readonly WitnessedRole<Role>[]; readonly register: readonly RegisterOffice[] } {
  const all = officesAt(register, speaker.name, null);
  // Looking up a name asks every person of a register; what follows asks only those of this name.
  const namesakes: Register = { persons: [...new Set(all.map(({ person }) => person))] };
  const at = (date: string | null): readonly OfficeAt[] => officesAt(namesakes, speaker.name, date);
  return {
    roles: speaker.roleSpells.map((spell) => witnessed(spell, at)),
    register: all.map(withoutPerson),
  };
}

/** What the register has of a speaker at a date (EDTF), beside the wording of one statement. */
export function witnessesAt(
  name: string,
  title: string,
  date: string | null,
  register: Register,
): { readonly offices: readonly RegisterOffice[]; readonly agreement: Agreement } {
  const offices = officesAt(register, name, date);
  return { offices: offices.map(withoutPerson), agreement: compareWitnesses(title, offices) };
}

/**
 * The one person who, by the register, held an office on every day that the date (EDTF) may mean; null where it names nobody or several.
 * Beside an address that gives only the office it is a second witness, to be shown: who spoke, the text does not say.
 */
export function holderAt(title: string, date: string | null, register: Register): RegisteredHolder | null {
  if (date === null) return null;
  const held = holdersOf(register, title, date).filter((office) => isOffice(office.title, title));
  const [only] = held;
  const isOne = held.every(({ person, held: how }) => person === only?.person && how === "certain");
  return only !== undefined && isOne ? { name: only.person.name, ...withoutPerson(only) } : null;
}

/** A wording is compared at both ends of its time; where the register has another office at either end, the two differ. */
function witnessed<Role extends WordedRole>(
  spell: Role,
  at: (date: string | null) => readonly OfficeAt[],
): WitnessedRole<Role> {
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
