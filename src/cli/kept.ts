import { existsSync, mkdirSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname } from "node:path";
import type { Ledger } from "../ledger/ledger.ts";
import { type Invocation, type Options, words } from "./command.ts";
import { defaultLedger } from "./data-folder.ts";
import { Failure, messageOf } from "./failure.ts";

/** The option of every command that works with a ledger. */
export const LEDGER_OPTIONS: Options = {
  ledger: {
    type: "string",
    value: "FILE",
    help: "The ledger; default: $ONRECORD_LEDGER, else ledger.db in your data folder (~/.local/share/onrecord).",
  },
};

/** The option of every command that writes an event. */
export const AS_OPTION: Options = {
  as: { type: "string", value: "NAME", help: "Who does it; default: your user name on this machine." },
};

/** Runs `use` with the ledger the person means, and closes it whatever happens. A ledger that is not there is made only with `create`. */
export async function withLedger<T>(
  invocation: Invocation,
  { create = false }: { readonly create?: boolean },
  use: (ledger: Ledger, location: string) => Promise<T>,
): Promise<T> {
  const location = words(invocation, "ledger") ?? defaultLedger(process.env);
  const ledger = await openAt(location, create);
  try {
    return await use(ledger, location);
  } finally {
    await ledger.close();
  }
}

/** Opens a ledger, or says in a person's words why not. */
export async function openAt(location: string, create: boolean): Promise<Ledger> {
  const isFile = isFileAt(location);
  if (!create && !isThere(location))
    throw new Failure(`There is no ledger at ${location} yet. Put something into it with: onrecord add FILE`);
  try {
    if (isFile && create) mkdirSync(dirname(location), { recursive: true });
    // Loaded when it is needed: `extract` and `--help` should not wait for databases.
    const { openLedger } = await import("../ledger/open.ts");
    return await openLedger(location);
  } catch (error) {
    throw new Failure(`The ledger ${shown(location)} could not be opened: ${messageOf(error)}`, { cause: error });
  }
}

/** False for the file of a ledger that was never made. Whether a database is there, opening it tells. */
export function isThere(location: string): boolean {
  return !isFileAt(location) || existsSync(location);
}

function isFileAt(location: string): boolean {
  return !/^postgres(?:ql)?:\/\//u.test(location);
}

/** The location without a password. */
export function shown(location: string): string {
  return location.replace(/(:\/\/[^:@/]*):[^@/]*@/u, "$1:…@");
}

/** Who does it: `--as`, else the system's user name. */
export function doneBy(invocation: Invocation): string {
  return words(invocation, "as") ?? systemUser();
}

export function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return process.env["USER"] ?? `user ${process.getuid?.() ?? ""}`.trim();
  }
}
