import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { ingest, type Seen } from "../ingest/ingest.ts";
import { onOneLine } from "../publish/ink.ts";
import { type Command, number, words } from "./command.ts";
import { dataFolder, defaultLedger } from "./data-folder.ts";
import { AS_OPTION, doneBy, LEDGER_OPTIONS, openAt, shown } from "./kept.ts";
import { count, progressBar } from "./progress-bar.ts";
import { inputsOf, READING_OPTIONS, troubles } from "./reading.ts";
import { run } from "./run.ts";
import { DEFAULT_HOST, DEFAULT_PORT, MORE_PORTS, serveAt } from "./serving.ts";
import { processTerminal, type Terminal } from "./terminal.ts";

/**
 * `npm start [-- FILE...]`: the newcomer's door. Reads the files into the user's ledger, or the samples into a ledger of
 * their own, and serves the pages over it. The pages are up before the reading begins.
 */
const start: Command = {
  name: "start",
  summary:
    "Reads files into your ledger and shows the pages; without files, reads the samples into a ledger of their own.",
  usage: "[option]... [FILE|DIR|-]...",
  options: {
    ...LEDGER_OPTIONS,
    port: {
      type: "string",
      short: "p",
      value: "N",
      help: `Port of the pages; default ${DEFAULT_PORT}, or the next free one.`,
    },
    ...AS_OPTION,
    ...READING_OPTIONS,
  },
  endsByStopping: true,
  async run(invocation) {
    const { terminal, inputs } = invocation;
    const port = number(invocation, "port", { from: 0, to: 65_535, whole: true }) ?? DEFAULT_PORT;
    const samples = inputs.length === 0;
    const location =
      words(invocation, "ledger") ??
      (samples ? join(dataFolder(process.env), "samples.db") : defaultLedger(process.env));
    const { sources, total, options } = await inputsOf({ ...invocation, inputs: samples ? [SAMPLES] : inputs });
    const ledger = await openAt(location, true);
    try {
      const served = await serveAt(
        ledger,
        { host: DEFAULT_HOST, port, more: MORE_PORTS, by: doneBy(invocation) },
        terminal,
      );
      try {
        await terminal.write(`The pages are at ${served.url}\n`);
        const bar = progressBar(terminal, total);
        const trouble = troubles(terminal, bar.clear);
        const told = tellRead(terminal, bar.clear);
        const result = await ingest(sources, ledger, {
          ...options,
          threads: true,
          by: doneBy(invocation),
          onProgress: bar.show,
          onSeen(seen) {
            told.tell(seen);
            trouble.note(seen);
          },
        });
        bar.clear();
        told.finish();
        trouble.finish();
        if (!terminal.signal.aborted) {
          const what = samples ? "the samples, invented stories" : count(result.articles, "article");
          const known = result.articles - result.added;
          await terminal.write(
            `Read ${what}: ${count(result.added, "article")} new, ${known} known already, ` +
              `${count(result.entries, "new statement")}. The ledger is ${shown(location)}\n` +
              `Look at ${served.url} in a browser. Press Ctrl-C to stop.\n`,
          );
          await terminal.untilStopped();
        }
      } finally {
        await served.close();
      }
      return 0;
    } finally {
      await ledger.close();
    }
  },
};

const SAMPLES = relative(process.cwd(), fileURLToPath(new URL("../../samples", import.meta.url))) || ".";

/** So many articles are told one by one. */
const MOST_TOLD = 30;

/** Tells of each article as it is read: title, publisher, how many statements. */
function tellRead(terminal: Terminal, clear: () => void): { tell(seen: Seen): void; finish(): void } {
  let told = 0;
  let untold = 0;
  return {
    tell(seen) {
      if (seen.failed || seen.known) return;
      if (told >= MOST_TOLD) {
        untold += 1;
        return;
      }
      told += 1;
      clear();
      const name = [seen.publisher, seen.title ?? seen.id]
        .filter((part) => part !== null)
        .map(onOneLine)
        .join(": ");
      terminal.notice(`read ${name} (${count(seen.entries, "statement")})`);
    },
    finish() {
      if (untold > 0) terminal.notice(`read ${count(untold, "more article")}`);
    },
  };
}

process.exitCode = await run(start, "npm start --", process.argv.slice(2), processTerminal());
