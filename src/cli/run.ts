import { type Command, parse } from "./command.ts";
import { messageOf, UsageError } from "./failure.ts";
import { helpOf } from "./help.ts";
import { statusOfStop, type Terminal } from "./terminal.ts";

/**
 * Runs one command with its arguments, and turns whatever comes of it into an exit status, once. `called` is how people
 * call it: `onrecord add`.
 */
export async function run(
  command: Command,
  called: string,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  try {
    if (asksForHelp(args)) {
      await terminal.write(helpOf(command, called));
      return 0;
    }
    const status = await command.run(parse(command, args, terminal));
    const stopped = terminal.stopped();
    return stopped === null || command.endsByStopping ? status : statusOfStop(stopped);
  } catch (error) {
    const stopped = terminal.stopped();
    if (stopped !== null) return statusOfStop(stopped);
    return explain(error, called, terminal);
  }
}

/** Says what went wrong and gives the exit status: 2 for wrong use, with a pointer to the help, else 1. */
export function explain(error: unknown, called: string, terminal: Terminal): number {
  terminal.notice(messageOf(error));
  if (!(error instanceof UsageError)) return 1;
  terminal.draw(`Try: ${called} --help\n`);
  return 2;
}

/** `--help` counts anywhere before `--`, whatever else is wrong. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === "--help" || arg === "-h");
}
