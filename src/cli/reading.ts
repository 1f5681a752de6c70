import { availableParallelism } from "node:os";
import type { From, ReadOptions, Seen } from "../ingest/ingest.ts";
import { listSources, type Missing, type Source } from "../ingest/source.ts";
import { choice, type Invocation, number, type Options } from "./command.ts";
import { UsageError } from "./failure.ts";
import { GIVEN_OPTIONS, givenOf } from "./given.ts";
import { count } from "./progress-bar.ts";
import type { Terminal } from "./terminal.ts";

/** The options of every command that reads inputs. */
export const READING_OPTIONS: Options = {
  from: { type: "string", value: "KIND", help: "Kind of the inputs: auto (default), text, html, jsonl." },
  jobs: { type: "string", short: "j", value: "N", help: "Threads that read; default: one a processor, at most 4." },
  ...GIVEN_OPTIONS,
};

export interface Inputs {
  readonly sources: readonly (Source | Missing)[];
  /** Bytes in all, null where nobody knows (standard input). */
  readonly total: number | null;
  readonly options: ReadOptions & { readonly from: From };
}

const KINDS: readonly From[] = ["auto", "text", "html", "jsonl"];

/** The inputs that were named; standard input when none is and something is piped in. */
export async function inputsOf(invocation: Invocation): Promise<Inputs> {
  const { terminal } = invocation;
  const from = choice(invocation, "from", KINDS) ?? "auto";
  const jobs = number(invocation, "jobs", { from: 1, to: 64, whole: true });
  const given = givenOf(invocation);
  if (invocation.inputs.length === 0 && !terminal.piped)
    throw new UsageError("Nothing to read. Name a file or a folder, or pipe a text in.");
  const named = invocation.inputs.length === 0 ? ["-"] : invocation.inputs;
  if (named.filter((name) => name === "-").length > 1)
    throw new UsageError("Standard input (-) can be read only once.");
  const { sources, skipped } = await listSources(named, { stdin: terminal.stdin, everyFile: from !== "auto" });
  if (skipped > 0)
    terminal.notice(
      `${count(skipped, "file")} passed over that do not look like stories. Give --from to read every file of a folder.`,
    );
  if (sources.length === 0) terminal.notice(`Nothing to read: no file in ${named.join(", ")} looks like a story.`);
  let total: number | null = 0;
  for (const source of sources) {
    const size = "open" in source ? source.size : 0;
    total = total === null || size === null ? null : total + size;
  }
  const large = total === null || total > WORTH_A_THREAD;
  return {
    sources,
    total,
    options: { from, given, jobs: jobs ?? (large ? Math.min(4, availableParallelism()) : 1), signal: terminal.signal },
  };
}

/** Below this many bytes a second thread takes longer to start than it saves. */
const WORTH_A_THREAD = 200_000;

/** Gathers what went wrong, tells the first few as they come, and sums up. */
export interface Troubles {
  readonly note: (seen: Seen) => void;
  /** The rest, and the exit status. */
  readonly finish: () => number;
}

/** So many failures are told one by one; more only drown the first. */
const MOST_TOLD = 10;

export function troubles(terminal: Terminal, clear: () => void): Troubles {
  let failed = 0;
  let inputs = 0;
  const languages = new Map<string, number>();
  return {
    note(seen) {
      inputs += 1;
      if (seen.problems.some((problem) => problem.code === "language"))
        languages.set(seen.language ?? "unknown", (languages.get(seen.language ?? "unknown") ?? 0) + 1);
      if (!seen.failed) return;
      failed += 1;
      if (failed > MOST_TOLD) return;
      clear();
      terminal.notice(
        `${seen.id}: ${seen.problems.map((problem) => problem.message).join(" ") || "could not be read."}`,
      );
    },
    finish() {
      if (languages.size > 0) {
        const list = [...languages].map(([code, amount]) => `${code}: ${amount}`).join(", ");
        terminal.notice(`Texts in a language that is not supported yet, left without statements (${list}).`);
      }
      if (failed > MOST_TOLD) terminal.notice(`... and ${failed - MOST_TOLD} more.`);
      if (failed > 0 && inputs > 1)
        terminal.notice(`${failed.toLocaleString("en")} of ${count(inputs, "input")} could not be read.`);
      return failed > 0 ? 1 : 0;
    },
  };
}
