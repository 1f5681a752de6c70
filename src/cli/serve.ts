import { type Command, number, words } from "./command.ts";
import { AS_OPTION, doneBy, LEDGER_OPTIONS, shown, withLedger } from "./kept.ts";
import { DEFAULT_HOST, DEFAULT_PORT, localHost, serveAt } from "./serving.ts";

/** The pages over the ledger, until somebody stops them. */
export const serve: Command = {
  name: "serve",
  summary: "Serves the pages over the ledger, to this machine only.",
  usage: "[option]...",
  options: {
    ...LEDGER_OPTIONS,
    port: { type: "string", short: "p", value: "N", help: `Port; default ${DEFAULT_PORT}. 0 takes any free one.` },
    host: {
      type: "string",
      value: "ADDRESS",
      help: "An address of this machine's own: 127.0.0.1 (default), localhost, ::1.",
    },
    ...AS_OPTION,
  },
  notes: `
Ctrl-C stops it. Other commands may add to the ledger while it runs.
`,
  async run(invocation) {
    const { terminal } = invocation;
    const port = number(invocation, "port", { from: 0, to: 65_535, whole: true }) ?? DEFAULT_PORT;
    const host = localHost(words(invocation, "host") ?? DEFAULT_HOST);
    return withLedger(invocation, { create: true }, async (ledger, location) => {
      const served = await serveAt(ledger, { host, port, more: 0, by: doneBy(invocation) }, terminal);
      await terminal.write(`${served.url}\n`);
      terminal.notice(`Serving ${shown(location)}. Press Ctrl-C to stop.`);
      await terminal.untilStopped();
      await served.close();
      return 0;
    });
  },
  // Ctrl-C is how it is meant to end.
  endsByStopping: true,
};
