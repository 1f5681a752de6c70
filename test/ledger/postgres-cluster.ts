import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { chown, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";

/** A PostgreSQL server of the test's own, in a temporary folder, reached by a socket in it. */
export interface PostgresCluster {
  /** The address of a new, empty database. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts a cluster, in about a second; null where PostgreSQL is not installed. A durable one writes to the disk what it acknowledges, as every
 * server but a test's does, and has the memory of a small one.
 */
export async function startPostgres({
  durable = false,
}: { readonly durable?: boolean } = {}): Promise<PostgresCluster | null> {
  const programs = postgresPrograms();
  if (programs === null) return null;
  const folder = await mkdtemp(join(tmpdir(), "onrecord-pg-"));
  const who = await ownerOf(folder);
  const data = join(folder, "data");
  const made = spawnSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "onrecord", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
    { ...who, cwd: folder, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  // Durability is not under test elsewhere, and a test must not wait for a disk.
  const settings = [
    "listen_addresses=",
    "max_connections=50",
    ...(durable ? ["fsync=on", "shared_buffers=2GB", "max_wal_size=4GB"] : ["fsync=off", "shared_buffers=64MB"]),
  ];
  const server = spawn(
    join(programs, "postgres"),
    ["-D", data, "-k", folder, ...settings.flatMap((setting) => ["-c", setting])],
    { ...who, cwd: folder, stdio: "ignore" },
  );
  const stopNow = (): void => void server.kill("SIGKILL");
  process.on("exit", stopNow);
  const addressOf = (database: string): string => `postgres:///${database}?host=${folder}&user=onrecord`;
  await untilReady(addressOf("postgres"), server);
  let count = 0;
  return {
    async newDatabase() {
      const name = `ledger_${++count}`;
      await ask(addressOf("postgres"), `CREATE DATABASE ${name}`);
      return addressOf(name);
    },
    async stop() {
      process.off("exit", stopNow);
      const ended = new Promise((done) => server.once("exit", done));
      server.kill("SIGQUIT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where Debian keeps the server's programs, the newest version first, or the folder in PGBIN. */
function postgresPrograms(): string | null {
  const given = process.env["PGBIN"];
  if (given !== undefined) return given;
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return null;
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  const found = versions.map((version) => join(root, version, "bin")).find((bin) => existsSync(join(bin, "initdb")));
  return found ?? null;
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody`. */
async function ownerOf(folder: string): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  for (const user of ["postgres", "nobody"]) {
    const uid = Number(spawnSync("id", ["-u", user], { encoding: "utf8" }).stdout);
    const gid = Number(spawnSync("id", ["-g", user], { encoding: "utf8" }).stdout);
    if (uid > 0 && gid > 0) {
      await chown(folder, uid, gid);
      return { uid, gid };
    }
  }
  throw new Error("PostgreSQL does not run as root, and there is neither a user postgres nor nobody");
}

async function untilReady(address: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}`);
    try {
      await ask(address, "SELECT 1");
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error("postgres did not start within 30 seconds");
}

async function ask(address: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
