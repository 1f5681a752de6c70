import type { Command } from "./command.ts";
import { LEDGER_OPTIONS, withLedger } from "./kept.ts";

/** Makes everything that questions ask anew from the events. */
export const rebuild: Command = {
  name: "rebuild",
  summary: "Builds everything that searches and lists use anew from the ledger's events.",
  usage: "[option]...",
  options: { ...LEDGER_OPTIONS },
  notes: `
Nothing is lost by it, and the outcome is the same; it is for after a repair or a new version.
`,
  async run(invocation) {
    return withLedger(invocation, {}, async (ledger) => {
      await ledger.rebuild();
      invocation.terminal.notice("Rebuilt from the events.");
      return 0;
    });
  },
};
