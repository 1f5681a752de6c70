import { existsSync } from "node:fs";
import type { Command } from "./command.ts";
import { Failure, UsageError } from "./failure.ts";
import { LEDGER_OPTIONS, withLedger } from "./kept.ts";

/** A copy of the ledger, taken while it is in use. */
export const backup: Command = {
  name: "backup",
  summary: "Copies the ledger to a file while it is in use. The copy is a ledger.",
  usage: "[option]... FILE",
  options: { ...LEDGER_OPTIONS },
  notes: `
Example:
  onrecord backup ledger-2026-03-02.db
`,
  async run(invocation) {
    const [file, ...rest] = invocation.inputs;
    if (file === undefined || rest.length > 0) throw new UsageError("Name the file for the copy.");
    if (existsSync(file)) throw new Failure(`${file} is there already. Name a new file; a backup overwrites nothing.`);
    return withLedger(invocation, {}, async (ledger) => {
      await ledger.backup(file);
      invocation.terminal.notice(`Copied to ${file}. Use it with --ledger ${file}`);
      return 0;
    });
  },
};
