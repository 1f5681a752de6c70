import { join } from "node:path";
import { loadRegister } from "../ingest/registers.ts";
import type { RoleSpell } from "../ledger/ledger.ts";
import { dateInWords } from "../publish/date-words.ts";
import { onOneLine } from "../publish/ink.ts";
import type { Agreement, RegisterOffice } from "../core/speakers/witnesses.ts";
import { dataFolder } from "./data-folder.ts";

/** Where imported registers are kept. */
export function registersFolder(): string {
  return join(dataFolder(process.env), "registers");
}

/** The register that comes with the program, and those that were imported; what of them could not be read is told. */
export function registerOf(): ReturnType<typeof loadRegister> {
  return loadRegister(registersFolder());
}

/** What the register has for a role, and whether the two witnesses agree. */
export function registerText({
  offices,
  agreement,
}: {
  readonly offices: readonly RegisterOffice[];
  readonly agreement: Agreement;
}): string {
  if (offices.length === 0) return "the register is silent";
  return `${offices.map(officeText).join("; ")} (the register; ${agreement === "agree" ? "they agree" : "they differ"})`;
}

/** "Prime Minister of Kestria, 2021 to open". */
export function officeText({ title, organisation, from, to, held }: RegisterOffice): string {
  const body = organisation === null || title.includes(organisation) ? "" : `, ${organisation}`;
  const when = `${from === null ? "?" : dateInWords(from)} to ${to === null ? "open" : dateInWords(to)}`;
  return `${onOneLine(title + body)}, ${when}${held === "possible" ? ", possibly" : ""}`;
}

/** "Prime Minister (12 March 2024 to 20 September 2024)": a role as articles word it, from the first to the last. */
export function spellText({ title, first, last }: RoleSpell): string {
  const dates = [first, last].filter((date) => date !== null).map(dateInWords);
  const span = dates[0] === dates[1] ? dates[0] : dates.join(" to ");
  return `${onOneLine(title)}${span ? ` (${span})` : ""}`;
}
