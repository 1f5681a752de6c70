import { existsSync } from "node:fs";
import type { Command } from "./command.ts";
import { Failure, UsageError } from "./failure.ts";
import { LEDGER_OPTIONS, withLedger } from "./kept.ts";

/** A copy of the ledger, taken while it is in use. */
export const backup: Command = {
  name: "backup",
  summary: "Backs the ledger up to a file while it is in use.",
  usage: "[option]... FILE",
  options: { ...LEDGER_OPTIONS },
  notes: `
Everything is in it: events, texts, signatures, redactions. Of a ledger in a file it is a ledger, too; of one in
PostgreSQL it is lines of JSON, as onrecord dump writes them. onrecord restore reads both, into a file or PostgreSQL.

Examples:
  onrecord backup ledger-2026-03-02.db
  onrecord backup --ledger postgres://records.example/ledger ledger-2026-03-02.ndjson
`,
  async run(invocation) {
    const [file, ...rest] = invocation.inputs;
    if (file === undefined || rest.length > 0) throw new UsageError("Name the file for the backup.");
    if (existsSync(file)) throw new Failure(`${file} is there already. Name a new file; a backup overwrites nothing.`);
    return withLedger(invocation, {}, async (ledger) => {
      await ledger.backup(file);
      invocation.terminal.notice(`Backed up to ${file}. Get it back with: onrecord restore --ledger NEW ${file}`);
      return 0;
    });
  },
};
