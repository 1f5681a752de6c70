import type { AddressInfo } from "node:net";
import { serve as listen } from "@hono/node-server";
import type { Ledger } from "../ledger/ledger.ts";
import { createApp } from "./app.ts";
import type { AppOptions } from "./app.ts";

export interface ServeOptions extends Omit<AppOptions, "ledger"> {
  readonly ledger: Ledger;
  /** 0 takes any free port. */
  readonly port?: number;
  /** By default only this machine. */
  readonly host?: string;
}

export interface Served {
  readonly url: string;
  /** Stops listening and ends open connections; the ledger stays open, whoever opened it closes it. */
  close(): Promise<void>;
}

/**
 * Serves the pages over HTTP. Rejects with the system's error (`EADDRINUSE`, `EACCES`) when the port cannot be had.
 */
export function serve(options: ServeOptions): Promise<Served> {
  const { port = 0, host = "127.0.0.1" } = options;
  const app = createApp(LOCAL.includes(host) ? { ...options, hosts: options.hosts ?? LOCAL } : options);
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, port, hostname: host }, (address: AddressInfo) => {
      const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
      resolve({
        url: `http://${name}:${address.port}/`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      });
    });
    server.once("error", reject);
  });
}

const LOCAL: readonly string[] = ["127.0.0.1", "localhost", "[::1]", "::1"];
