import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres, type PostgresCluster } from "./postgres-cluster.ts";

/** A database engine on which the contract runs. */
export interface EngineUnderTest {
  readonly name: string;
  /** Makes the engine ready; false, or why its tests are skipped. Under CI nothing is skipped. */
  start(): Promise<false | string>;
  /** The location of a ledger that nothing else uses. */
  newLocation(): Promise<string>;
  stop(): Promise<void>;
}

export const ENGINES: readonly EngineUnderTest[] = [sqliteEngine(), postgresEngine()];

function sqliteEngine(): EngineUnderTest {
  let folder = "";
  let count = 0;
  return {
    name: "sqlite",
    async start() {
      folder = await mkdtemp(join(tmpdir(), "onrecord-ledger-"));
      return false;
    },
    async newLocation() {
      return join(folder, `${++count}.sqlite`);
    },
    async stop() {
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function postgresEngine(): EngineUnderTest {
  let cluster: PostgresCluster | null = null;
  return {
    name: "postgres",
    async start() {
      cluster = await startPostgres();
      if (cluster !== null) return false;
      if (process.env["CI"]) throw new Error("PostgreSQL is not installed: apt-get install postgresql");
      return "PostgreSQL is not installed";
    },
    async newLocation() {
      if (cluster === null) throw new Error("PostgreSQL is not installed");
      return cluster.newDatabase();
    },
    async stop() {
      await cluster?.stop();
    },
  };
}
