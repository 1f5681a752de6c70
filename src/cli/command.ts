import { parseArgs } from "node:util";
import { UsageError } from "./failure.ts";
import type { Terminal } from "./terminal.ts";

/** One sub-command. One file each, one list (`commands.ts`). */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows the name: `[option]... [FILE|DIR|-]...` */
  readonly usage: string;
  readonly options: Options;
  /** Paragraphs and examples for `--help`, after the options. */
  readonly notes?: string;
  /** It runs until somebody stops it; being stopped is success. */
  readonly endsByStopping?: boolean;
  /** Gives the exit status: 0 done, 1 some input failed. Wrong use is a `UsageError`. */
  run(invocation: Invocation): Promise<number>;
}

export type Options = Readonly<Record<string, Option>>;

export interface Option {
  readonly type: "string" | "boolean";
  readonly short?: string;
  /** It may be given more than once; `many` reads it. */
  readonly multiple?: true;
  /** Name of the value in the help: `FILE`, `N`. */
  readonly value?: string;
  readonly help: string;
}

/** A command as somebody called it. */
export interface Invocation {
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly inputs: readonly string[];
  readonly terminal: Terminal;
}

/** Takes the arguments after the command's name apart. Throws a UsageError that says what was wrong. */
export function parse(command: Command, args: readonly string[], terminal: Terminal): Invocation {
  try {
    const options = Object.fromEntries(
      Object.entries(command.options).map(([name, { type, short, multiple = false }]) => [
        name,
        short ? { type, short, multiple } : { type, multiple },
      ]),
    );
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const given: Record<string, string | boolean | readonly string[] | undefined> = {};
    for (const [name, value] of Object.entries(values))
      given[name] = Array.isArray(value) ? value.filter((one) => typeof one === "string") : value;
    return { values: given, inputs: positionals, terminal };
  } catch (error) {
    // parseArgs explains at length how to pass words that begin with a dash; its first sentence says what was wrong.
    const message = error instanceof Error ? (error.message.split(/\. |\n/u)[0] ?? error.message) : String(error);
    throw new UsageError(`${message}.${nearest(message, Object.keys(command.options))}`);
  }
}

/** The option's words, or undefined where it was not given. Empty words are a mistake. */
export function words({ values }: Invocation, name: string): string | undefined {
  const value = values[name];
  if (typeof value !== "string") return undefined;
  if (value.trim() === "") throw new UsageError(`--${name} is empty.`);
  return value;
}

/** All the words of an option that may be given more than once. */
export function many({ values }: Invocation, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value : [];
}

export function isSet({ values }: Invocation, name: string): boolean {
  return values[name] === true;
}

/** One of `choices`. */
export function choice<T extends string>(invocation: Invocation, name: string, choices: readonly T[]): T | undefined {
  const value = words(invocation, name);
  if (value === undefined) return undefined;
  const chosen = choices.find((one) => one === value);
  if (chosen === undefined)
    throw new UsageError(
      `--${name} takes ${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}, not ${JSON.stringify(value)}.`,
    );
  return chosen;
}

/** A number within bounds. */
export function number(
  invocation: Invocation,
  name: string,
  { from, to, whole = false }: { readonly from: number; readonly to: number; readonly whole?: boolean },
): number | undefined {
  const value = words(invocation, name);
  if (value === undefined) return undefined;
  const parsed = /^\d+(?:\.\d+)?$|^\.\d+$/u.test(value.trim()) ? Number(value) : Number.NaN;
  if (!(parsed >= from && parsed <= to) || (whole && !Number.isInteger(parsed)))
    throw new UsageError(
      `--${name} takes a ${whole ? "whole number" : "number"} from ${from} to ${to}, not ${JSON.stringify(value)}.`,
    );
  return parsed;
}

/** " Did you mean --x?" where a known name is at most two letters away, else nothing. */
export function nearest(message: string, names: readonly string[]): string {
  const meant = /'-{0,2}([\w-]+)/u.exec(message)?.[1] ?? "";
  const close = names
    .map((name) => ({ name, distance: distanceOf(meant, name) }))
    .sort((a, b) => a.distance - b.distance)[0];
  if (close === undefined || meant === "" || close.distance === 0 || close.distance > 2) return "";
  return ` Did you mean ${message.includes("'-") ? "--" : ""}${close.name}?`;
}

/** Levenshtein's distance. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
