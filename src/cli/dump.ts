import type { Command } from "./command.ts";
import { LEDGER_OPTIONS, withLedger } from "./kept.ts";

/** The whole ledger, to be moved. */
export const dump: Command = {
  name: "dump",
  summary:
    "Writes the whole ledger, every event and text, as lines of JSON, to be moved to another machine or database.",
  usage: "[option]...",
  options: { ...LEDGER_OPTIONS },
  notes: `
It holds whole articles: it is for moving a ledger, not for publishing. For statements within the reuse rule, see
onrecord export.

Example:
  onrecord dump | onrecord restore --ledger new.db
`,
  async run(invocation) {
    const { terminal } = invocation;
    return withLedger(invocation, {}, async (ledger) => {
      for await (const line of ledger.export()) {
        await terminal.write(line.endsWith("\n") ? line : `${line}\n`);
        if (terminal.signal.aborted) break;
      }
      return 0;
    });
  },
};
