import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";

export const root: string = fileURLToPath(new URL("../../", import.meta.url));

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Call {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs the real command in a process of its own, with a data folder of its own, and waits for its end. */
export function onrecord(args: readonly string[], call: Call = {}): Promise<Ended> {
  const child = startCommand("main.ts", args, call);
  child.stdin.on("error", () => undefined);
  child.stdin.end(call.input ?? "");
  return ended(child);
}

/** Starts `onrecord` (main.ts) or `npm start`'s program (start.ts). */
export function startCommand(
  file: "main.ts" | "start.ts",
  args: readonly string[],
  call: Call = {},
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [join(root, "src/cli", file), ...args], {
    cwd: call.cwd ?? root,
    env: { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent", ...call.env },
  });
}

export function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  const parts: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
  child.stdout.on("data", (chunk: Buffer) => parts.stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => parts.stderr.push(chunk));
  return new Promise((resolve) => {
    child.on("close", (status, signal) => {
      resolve({
        status,
        signal,
        stdout: String(Buffer.concat(parts.stdout)),
        stderr: String(Buffer.concat(parts.stderr)),
      });
    });
  });
}

/** Waits until the process has written what matches on standard output. */
export function said(child: ChildProcessWithoutNullStreams, pattern: RegExp): Promise<RegExpExecArray> {
  let heard = "";
  return new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      heard += String(chunk);
      const match = pattern.exec(heard);
      if (match) resolve(match);
    });
    child.on("close", (status) => reject(new Error(`ended with ${status} before it said ${pattern}: ${heard}`)));
  });
}

/** A folder that goes when the test ends. */
export function scratch(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-"));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What `extract --format jsonl` printed, line by line. */
export function linesOf(stdout: string): readonly Line[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);
}

/** The parts of the contract's line that tests look at. */
export interface Line {
  readonly id: string;
  readonly article: {
    readonly text: string;
    readonly published: string | null;
    readonly publisher: string | null;
  } | null;
  readonly statements: readonly { readonly id: string; readonly confidence: number }[];
  readonly furniture: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
  readonly problems: readonly { readonly code: string; readonly message: string }[];
}
