import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { Command } from "./command.ts";
import { Failure, UsageError } from "./failure.ts";
import { LEDGER_OPTIONS, shown, withLedger } from "./kept.ts";
import { count } from "./progress-bar.ts";

/** Reads a backup or a dumped ledger into a new one. */
export const restore: Command = {
  name: "restore",
  summary: "Reads what onrecord backup or dump wrote into a new, empty ledger, and checks every event on the way.",
  usage: "[option]... [FILE|-]",
  options: { ...LEDGER_OPTIONS },
  notes: `
All is kept or nothing. A backup of a file can be restored into PostgreSQL, and the other way round.

Examples:
  onrecord restore --ledger new.db ledger-2026-03-02.db
  onrecord dump | onrecord restore --ledger postgres://records.example/ledger
`,
  async run(invocation) {
    const { terminal, inputs } = invocation;
    const [file = "-", ...rest] = inputs;
    if (rest.length > 0 || (file === "-" && !terminal.piped))
      throw new UsageError("Name one file, or pipe the lines in.");
    if (file !== "-" && !existsSync(file))
      throw new Failure(`There is no file ${file}. Check the spelling and the folder you are in.`);
    return withLedger(invocation, { create: true }, async (ledger, location) => {
      const { linesInFile } = await import("../ledger/moving/backup.ts");
      const lines =
        file === "-"
          ? createInterface({ input: Readable.from(terminal.stdin), crlfDelay: Infinity })
          : linesInFile(file);
      try {
        const events = await ledger.import(lines);
        await terminal.write(`${count(events, "event")} restored: ${shown(location)}\n`);
      } catch (error) {
        throw new Failure(`Nothing was restored: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
      return 0;
    });
  },
};
