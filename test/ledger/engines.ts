import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A database engine on which the contract runs. */
export interface EngineUnderTest {
  readonly name: string;
  /** Makes the engine ready; false where the machine lacks it. */
  start(): Promise<boolean>;
  /** The location of a ledger that nothing else uses. */
  newLocation(): Promise<string>;
  stop(): Promise<void>;
}

export const ENGINES: readonly (() => EngineUnderTest)[] = [sqliteEngine];

function sqliteEngine(): EngineUnderTest {
  let folder = "";
  let count = 0;
  return {
    name: "sqlite",
    async start() {
      folder = await mkdtemp(join(tmpdir(), "onrecord-ledger-"));
      return true;
    },
    async newLocation() {
      return join(folder, `${++count}.sqlite`);
    },
    async stop() {
      await rm(folder, { recursive: true, force: true });
    },
  };
}
