import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** The user's data folder for On Record, as the XDG Base Directory Specification has it. */
export function dataFolder(env: Readonly<Record<string, string | undefined>>): string {
  const base = env["XDG_DATA_HOME"];
  // The specification has relative paths ignored.
  return join(base !== undefined && isAbsolute(base) ? base : join(homedir(), ".local", "share"), "onrecord");
}

/** Where the ledger is unless somebody says otherwise. */
export function defaultLedger(env: Readonly<Record<string, string | undefined>>): string {
  return env["ONRECORD_LEDGER"] || join(dataFolder(env), "ledger.db");
}
