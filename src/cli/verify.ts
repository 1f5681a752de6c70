import { type Command, words } from "./command.ts";
import { fileText } from "./file-text.ts";
import { LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { FORMAT_OPTION, formatOf } from "./listing.ts";
import { count } from "./progress-bar.ts";

/** Proves that nobody rewrote the record. */
export const verify: Command = {
  name: "verify",
  summary: "Checks that nothing in the ledger was changed after the fact: chain, signatures, texts, every span.",
  usage: "[option]...",
  options: {
    ...LEDGER_OPTIONS,
    against: { type: "string", value: "FILE", help: "A checkpoint published elsewhere: the ledger must extend it." },
    key: { type: "string", value: "KEY", help: "A verifier key to trust besides those that the ledger names." },
    ...FORMAT_OPTION,
  },
  notes: `
The first fault is named, and the exit status is 1.

Example:
  onrecord verify --against checkpoint-2026-03.txt
`,
  async run(invocation) {
    const { terminal } = invocation;
    const format = formatOf(invocation);
    const file = words(invocation, "against");
    const key = words(invocation, "key");
    const options = {
      ...(file === undefined ? {} : { against: fileText(file, "checkpoint") }),
      ...(key === undefined ? {} : { keys: [key] }),
    };
    return withLedger(invocation, {}, async (ledger) => {
      const found = await ledger.verify(options);
      if (format !== "text")
        await terminal.write(`${JSON.stringify(found, null, format === "json" ? 2 : undefined)}\n`);
      else if (found.fault) {
        const where = found.fault.seq === null ? "" : ` at event ${found.fault.seq}`;
        await terminal.write(`FAULT (${found.fault.code})${where}: ${found.fault.message}\n`);
      } else {
        const parts = [
          count(found.events, "event"),
          count(found.articles, "article"),
          count(found.entries, "statement"),
          count(found.checkpoints, "checkpoint"),
        ];
        const extended = file === undefined ? "" : `It extends the checkpoint in ${file}.\n`;
        await terminal.write(`All is in order: ${parts.join(", ")}.\n${extended}Root ${found.root}\n`);
      }
      return found.fault ? 1 : 0;
    });
  },
};
