import { packageVersion } from "../ingest/engine.ts";
import { nearest } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { UsageError } from "./failure.ts";
import { helpOf, overview } from "./help.ts";
import { explain, run } from "./run.ts";
import { processTerminal, type Terminal } from "./terminal.ts";

/** The `onrecord` command: finds the sub-command and runs it. */
async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    terminal.draw(overview(COMMANDS));
    return 2;
  }
  if (name === "--version" || name === "-v") {
    await terminal.write(`${packageVersion()}\n`);
    return 0;
  }
  const wanted = name === "help" ? rest[0] : name;
  if (wanted === undefined || wanted === "--help" || wanted === "-h") {
    await terminal.write(overview(COMMANDS));
    return 0;
  }
  const command = COMMANDS.find((one) => one.name === wanted);
  if (command === undefined) return explain(new UsageError(unknownCommand(wanted)), "onrecord", terminal);
  const called = `onrecord ${command.name}`;
  if (name !== "help") return run(command, called, rest, terminal);
  await terminal.write(helpOf(command, called));
  return 0;
}

function unknownCommand(name: string): string {
  if (name.startsWith("-")) return `The command comes first, then its options: onrecord COMMAND ${name}.`;
  const names = COMMANDS.map((command) => command.name);
  return `There is no command ${JSON.stringify(name)}.${nearest(`'${name}'`, names)}`;
}

process.exitCode = await main(process.argv.slice(2), processTerminal());
