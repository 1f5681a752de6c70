import type { Command } from "./command.ts";
import { AS_OPTION, doneBy, LEDGER_OPTIONS, shown, withLedger } from "./kept.ts";
import { count, progressBar } from "./progress-bar.ts";
import { inputsOf, READING_OPTIONS, troubles } from "./reading.ts";

/** Reads articles into the ledger. */
export const add: Command = {
  name: "add",
  summary: "Reads articles into the ledger. What is there already is not added again.",
  usage: "[option]... [FILE|DIR|-]...",
  options: {
    ...LEDGER_OPTIONS,
    ...AS_OPTION,
    ...READING_OPTIONS,
  },
  notes: `
Articles are committed by batches as they are read. If the command is stopped or killed, run it again: it goes on
where it stopped.

Examples:
  onrecord add --published 2025-08 story.html
  onrecord add --publisher "The Harbour Post" saved-pages/
  onrecord add --ledger team.db --as mira crawl.jsonl.gz
`,
  async run(invocation) {
    const { terminal } = invocation;
    const { sources, total, options } = await inputsOf(invocation);
    // A mistyped name should not leave an empty ledger behind.
    if (sources.length > 0 && sources.every((source) => "message" in source)) {
      for (const { name, message } of sources) terminal.notice(`${name}: ${message}`);
      return 1;
    }
    const bar = progressBar(terminal, total);
    const trouble = troubles(terminal, bar.clear);
    const by = doneBy(invocation);
    return withLedger(invocation, { create: true }, async (ledger, location) => {
      // Loaded when it is needed: `--help` should not wait for readers and models.
      const { ingest } = await import("../ingest/ingest.ts");
      const result = await ingest(sources, ledger, { ...options, by, onProgress: bar.show, onSeen: trouble.note });
      bar.clear();
      const known = result.articles - result.added;
      const parts = [`${count(result.added, "article")} added with ${count(result.entries, "statement")}`];
      if (known > 0) parts.push(`${count(known, "article")} known already`);
      await terminal.write(`${parts.join(", ")}: ${shown(location)}\n`);
      if (terminal.signal.aborted)
        terminal.notice("Stopped. What was read so far is kept; run the command again to go on.");
      return trouble.finish();
    });
  },
};
