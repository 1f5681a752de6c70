import { once } from "node:events";
import type { Look } from "../publish/extraction.ts";
import { onOneLine } from "../publish/ink.ts";

/** Where results and notices go, and how somebody stops the command. */
export interface Terminal {
  /** True when results go to a person and not to a file or a program. */
  readonly interactive: boolean;
  /** True when notices go to a terminal: then progress may be drawn. */
  readonly drawsProgress: boolean;
  readonly look: Look;
  /** Standard input, unless it is the keyboard. */
  readonly piped: boolean;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Aborted by Ctrl-C, by SIGTERM, or when nobody reads the results any more. */
  readonly signal: AbortSignal;
  /** Writes results, and waits while the reader is slower than we are. */
  write(results: string | Uint8Array): Promise<void>;
  /** Writes a notice on standard error. */
  notice(message: string): void;
  /** Draws on standard error without a prefix or line end. */
  draw(characters: string): void;
  /** Resolves when somebody stops the command. */
  untilStopped(): Promise<void>;
  /** Why the command stopped early: a signal's name, or "closed" when the reader went away. */
  stopped(): string | null;
}

/** The process's own terminal. Call it once. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  const stopping = new AbortController();
  let why: string | null = null;
  const stop = (reason: string): void => {
    // A second Ctrl-C means now.
    if (why !== null && reason !== "closed") process.exit(statusOfStop(reason));
    why ??= reason;
    stopping.abort();
    if (!stdin.isTTY) stdin.destroy();
  };
  process.on("SIGINT", () => stop("SIGINT"));
  process.on("SIGTERM", () => stop("SIGTERM"));
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    // `onrecord ... | head`: the reader has what it wanted.
    if (error.code === "EPIPE") stop("closed");
    else throw error;
  });
  stderr.on("error", () => undefined);
  return {
    interactive: stdout.isTTY,
    drawsProgress: stderr.isTTY && env["TERM"] !== "dumb",
    look: {
      colour: stdout.isTTY && !env["NO_COLOR"] && env["TERM"] !== "dumb",
      width: Math.min(100, Math.max(40, stdout.columns ?? 80)),
    },
    piped: !stdin.isTTY,
    stdin,
    signal: stopping.signal,
    async write(results) {
      if (stopping.signal.aborted && why === "closed") return;
      if (!stdout.write(results)) await once(stdout, "drain", { signal: stopping.signal }).catch(() => undefined);
    },
    notice(message) {
      stderr.write(`onrecord: ${onOneLine(message)}\n`);
    },
    draw(characters) {
      stderr.write(characters);
    },
    async untilStopped() {
      if (!stopping.signal.aborted) await once(stopping.signal, "abort");
    },
    stopped: () => why,
  };
}

/** The exit status of a command that was stopped: the shell's convention, and 0 where the reader just had enough. */
export function statusOfStop(reason: string): number {
  return reason === "SIGINT" ? 130 : reason === "SIGTERM" ? 143 : 0;
}
