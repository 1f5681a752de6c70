import { join } from "node:path";
import type { Ledger } from "../ledger/ledger.ts";
import type { Served } from "../web/serve.ts";
import { dataFolder } from "./data-folder.ts";
import { Failure, UsageError } from "./failure.ts";
import type { Terminal } from "./terminal.ts";

/** Where the pages are unless somebody says otherwise: a port that no common service has registered. */
export const DEFAULT_PORT = 4173;
export const DEFAULT_HOST = "127.0.0.1";

/** Refuses what is not this machine: whoever reaches the pages may do what the person at the machine may do. */
export function localHost(host: string): string {
  if (/^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/iu.test(host)) return host.replace(/^\[|\]$/gu, "");
  throw new UsageError(
    `The pages are served to this machine only (127.0.0.1, localhost or ::1), not at ${JSON.stringify(host)}: there are no accounts yet, and anybody ` +
      "who reached them could change the record. From elsewhere, use an SSH tunnel: ssh -L 4173:127.0.0.1:4173 THIS-MACHINE",
  );
}

export interface Place {
  readonly host: string;
  readonly port: number;
  /** How many ports after it may be tried while one is taken. */
  readonly more: number;
  /** Who does what is done on the pages, until somebody signs with another name there. */
  readonly by: string;
}

/** So many ports are tried before giving up. */
export const MORE_PORTS = 20;

/** Serves the pages at the place, or at the next free port, and says so. */
export async function serveAt(ledger: Ledger, { host, port, more, by }: Place, terminal: Terminal): Promise<Served> {
  // Loaded when it is needed: other commands should not wait for the pages.
  const { serve } = await import("../web/serve.ts");
  const registers = join(dataFolder(process.env), "registers");
  for (let next = port; ; next++) {
    try {
      const served = await serve({ ledger, port: next, host, registers, by });
      if (next !== port) terminal.notice(`Port ${port} is taken by another program; the pages are at ${next} instead.`);
      return served;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : "";
      if (code === "EADDRINUSE" && next < Math.min(port + more, 65_535)) continue;
      throw new Failure(reason(String(code), next, host, error), { cause: error });
    }
  }
}

function reason(code: string, port: number, host: string, error: unknown): string {
  if (code === "EADDRINUSE")
    return `Port ${port} is taken by another program. Choose another with --port N, or 0 for any free one.`;
  if (code === "EACCES") return `This user may not open port ${port}. Choose one above 1023 with --port N.`;
  if (code === "EADDRNOTAVAIL") return `This machine has no address ${host}. Leave --host away, or use 127.0.0.1.`;
  return `The pages could not be served: ${error instanceof Error ? error.message : String(error)}`;
}
