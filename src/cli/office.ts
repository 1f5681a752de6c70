import { sameSpeaker } from "../core/speakers/identity.ts";
import { holdersOf, isOffice, officesAt, type Register } from "../core/speakers/register.ts";
import { holderAt } from "../core/speakers/witnesses.ts";
import type { Ledger, Page, StoredEntry } from "../ledger/ledger.ts";
import type { Question } from "../ledger/question.ts";
import { inkOf, onOneLine } from "../publish/ink.ts";
import type { Options } from "./command.ts";
import { storedEntryText } from "./listing.ts";
import { officeText } from "./registered.ts";
import type { Terminal } from "./terminal.ts";

export const OFFICE_OPTION: Options = {
  office: {
    type: "string",
    value: "OFFICE",
    help: 'Only what holders of this office said while they held it, whoever they were: "prime minister of Kestria".',
  },
};

/** What somebody said in an office, and which witnesses say that it was theirs then. */
export interface OfficeEntry extends StoredEntry {
  readonly office: {
    /** The article calls the speaker so. */
    readonly article: string | null;
    /** The register has the speaker in it at that date. */
    readonly register: string | null;
  };
}

/** A speaker who, by an article or by the register, held an office at some time. */
export interface Holder {
  readonly id: string;
  readonly name: string;
}

/** Everybody on record who held an office, by the articles' wording or by the register. */
export async function holdersOnRecord(ledger: Ledger, register: Register, office: string): Promise<readonly Holder[]> {
  const holders = new Map<string, Holder>();
  for (const { id, name } of await ledger.speakersCalled(office)) holders.set(id, { id, name });
  for (const { person, title } of holdersOf(register, office, null)) {
    if (!isOffice(title, office)) continue;
    const speaker = await ledger.speaker(person.name);
    // The ledger finds whoever is near; the register means one person.
    if (speaker === null || ![...person.otherNames, person.name].some((name) => sameSpeaker(name, speaker.name)))
      continue;
    holders.set(speaker.id, { id: speaker.id, name: speaker.name });
  }
  return [...holders.values()];
}

/** The entry, if its speaker held the office when it was said: both witnesses, one of them at least. */
export function saidInOffice(
  entry: StoredEntry,
  office: string,
  holder: Holder,
  register: Register,
): OfficeEntry | null {
  const title = entry.speaker?.role?.title ?? null;
  const article = title !== null && isOffice(title, office) ? title : null;
  const held =
    entry.date === null
      ? undefined
      : officesAt(register, holder.name, entry.date).find((one) => isOffice(one.title, office));
  if (article === null && held === undefined) return null;
  return { ...entry, office: { article, register: held === undefined ? null : officeText(held) } };
}

/** What is said in the name of an office alone ("Address by the President of Kestria"), with whom the register has in it then. */
export async function saidByOffice(
  ledger: Ledger,
  register: Register,
  office: string,
  question: Question,
): Promise<readonly OfficeEntry[]> {
  const found: OfficeEntry[] = [];
  // the description is among the words by which an entry is found
  const asked: Question = { ...question, kind: "own", words: [question.words ?? "", office].join(" ").trim() };
  if (question.kind !== undefined && question.kind !== "own") return found;
  for (let after: string | null | undefined; after !== null;) {
    const page = await ledger.search(asked, after === undefined ? { size: 200 } : { size: 200, after });
    for (const entry of page.items) {
      const article = entry.speaker?.name === null ? entry.speaker.description : null;
      if (article === null || !isOffice(article, office)) continue;
      const holder = holderAt(article, entry.date, register);
      const witness = holder === null ? null : `${holder.name}, ${officeText(holder)}`;
      found.push({ ...entry, office: { article, register: witness } });
    }
    after = page.next;
  }
  return found;
}

/** What holders of an office said while they held it, and that answers the question besides: the latest first. */
export async function searchByOffice(
  ledger: Ledger,
  register: Register,
  office: string,
  question: Question,
): Promise<Page<OfficeEntry>> {
  const found: OfficeEntry[] = [...(await saidByOffice(ledger, register, office, question))];
  for (const holder of await holdersOnRecord(ledger, register, office)) {
    for (let after: string | null | undefined; after !== null;) {
      const request = after === undefined ? { size: 200 } : { size: 200, after };
      const page = await ledger.search({ ...question, speaker: holder.id }, request);
      for (const entry of page.items) {
        const said = saidInOffice(entry, office, holder, register);
        if (said !== null) found.push(said);
      }
      after = page.next;
    }
  }
  found.sort((a, b) => compared(b.date ?? "", a.date ?? "") || compared(a.id, b.id));
  return { items: found, next: null, total: found.length };
}

/** Below zero where the first comes first, by code units: dates and ids have one order everywhere. */
export function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A statement with the witnesses to its speaker's office. */
export function officeEntryText(entry: OfficeEntry, terminal: Terminal): string {
  const { register } = entry.office;
  const title = entry.speaker?.role?.title ?? (entry.speaker?.name === null ? entry.office.article : null);
  const witnesses = [
    title === null ? "the article gives no role" : `the article: ${onOneLine(title)}`,
    register === null ? "the register is silent" : `the register: ${onOneLine(register)}`,
  ];
  return `${storedEntryText(entry, terminal)}\n    ${inkOf(terminal.look.colour).quiet(witnesses.join(" · "))}`;
}
