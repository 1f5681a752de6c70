import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { Command } from "./command.ts";
import { Failure, UsageError } from "./failure.ts";
import { LEDGER_OPTIONS, shown, withLedger } from "./kept.ts";
import { count } from "./progress-bar.ts";

/** Reads a dumped ledger into a new one. */
export const restore: Command = {
  name: "restore",
  summary: "Reads what onrecord dump wrote into a new, empty ledger, and checks every event on the way.",
  usage: "[option]... [FILE|-]",
  options: { ...LEDGER_OPTIONS },
  notes: `
All is kept or nothing.

Example:
  onrecord restore --ledger new.db ledger.ndjson
`,
  async run(invocation) {
    const { terminal, inputs } = invocation;
    const [file = "-", ...rest] = inputs;
    if (rest.length > 0 || (file === "-" && !terminal.piped))
      throw new UsageError("Name one file, or pipe the lines in.");
    if (file !== "-" && !existsSync(file))
      throw new Failure(`There is no file ${file}. Check the spelling and the folder you are in.`);
    return withLedger(invocation, { create: true }, async (ledger, location) => {
      const input = file === "-" ? Readable.from(terminal.stdin) : createReadStream(file);
      const failed = new Promise<never>((_resolve, reject) => input.once("error", reject));
      try {
        const events = await Promise.race([ledger.import(createInterface({ input, crlfDelay: Infinity })), failed]);
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
