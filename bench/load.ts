/**
 * Reading under load: so many requests a second of mixed pages to a real `serve` process, while another process goes on adding.
 *
 *     node bench/load.ts [--statements 100000] [--engine sqlite|postgres] [--rate 200] [--seconds 60] [--adding 100]
 *
 * Requests are sent by the clock, whether or not the ones before have been answered, and a request's time counts from the moment at which it was
 * due. `--adding` is how many statements a second are added meanwhile, an article of six at a time, each in a transaction of its own.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Ledger } from "../src/ledger/ledger.ts";
import { openDatabase, openLedger } from "../src/ledger/open.ts";
import { inventedArticle } from "../test/ledger/invented-articles.ts";
import { startPostgres } from "../test/ledger/postgres-cluster.ts";

const { values } = parseArgs({
  options: {
    statements: { type: "string", default: "100000" },
    engine: { type: "string", default: "sqlite" },
    rate: { type: "string", default: "200" },
    seconds: { type: "string", default: "60" },
    adding: { type: "string", default: "100" },
  },
});
const STATEMENTS_EACH = 12;
const articles = Math.ceil(Number(values.statements) / STATEMENTS_EACH);
const rate = Number(values.rate);
const requests = rate * Number(values.seconds);

const folder = await mkdtemp(join(tmpdir(), "onrecord-load-"));
const cluster = values.engine === "postgres" ? await startPostgres({ durable: true }) : null;
const location = cluster === null ? join(folder, "ledger.sqlite") : await cluster.newDatabase();
const processes: ChildProcess[] = [];
// First in, first out: none is left alone for so long that the server closes it while it is taken again.
const agent = new Agent({ keepAlive: true, maxSockets: 64, scheduling: "fifo" });
try {
  const ledger = await openLedger(location);
  await fill(ledger);
  const paths = await pathsInto(ledger);
  await ledger.close();
  if (cluster !== null) await analyse();

  const server = run("../src/cli/main.ts", ["serve", "--ledger", location, "--port", "0"]);
  const base = await firstLine(server);
  // The first pages load what later ones find loaded.
  for (let number = 0; number < 200; number++) await ask(base, paths(number));
  const before = ownMegabytes(server);
  const adder = run("../test/ledger/add-steadily.ts", [location, String(articles), values.adding]);
  await firstLine(adder);

  const times: number[] = [];
  const failures = new Map<string, number>();
  const memory: number[] = [];
  const begun = performance.now();
  const underWay: Promise<void>[] = [];
  for (let number = 0; number < requests; number++) {
    const due = begun + (number / rate) * 1000;
    const wait = due - performance.now();
    if (wait > 1) await sleep(wait);
    underWay.push(
      ask(base, paths(number)).then((failure) => {
        times.push(performance.now() - due);
        if (failure !== null) failures.set(failure, (failures.get(failure) ?? 0) + 1);
      }),
    );
    if (number % (rate * 5) === 0) memory.push(ownMegabytes(server));
  }
  await Promise.all(underWay);
  const seconds = (performance.now() - begun) / 1000;
  memory.push(ownMegabytes(server));
  adder.kill("SIGTERM");
  const added = Number((await lastLine(adder)) ?? 0);

  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);
  console.log(`${times.length} requests in ${seconds.toFixed(1)} s, ${(times.length / seconds).toFixed(0)} a second`);
  console.log(`p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`);
  console.log(`failures: ${failures.size === 0 ? "none" : JSON.stringify(Object.fromEntries(failures))}`);
  console.log(`added meanwhile: ${added} articles`);
  console.log(`memory of serve, MB: ${before} before, then every 5 s ${memory.join(" ")}`);
  if (failures.size > 0) process.exitCode = 1;
} finally {
  for (const one of processes) one.kill("SIGKILL");
  await cluster?.stop();
  await rm(folder, { recursive: true });
}

async function fill(ledger: Ledger): Promise<void> {
  for (let from = 0; from < articles; from += 50) {
    const batch = Array.from({ length: Math.min(50, articles - from) }, (_, at) =>
      inventedArticle(from + at, { statements: STATEMENTS_EACH, speakers: 5000 }),
    );
    await ledger.add(batch, "bench");
  }
}

/** What PostgreSQL does by itself within some minutes of such adding: it learns how common each word is. */
async function analyse(): Promise<void> {
  const database = openDatabase(location);
  await database.run("VACUUM ANALYZE");
  await database.close();
}

/** What readers ask for: mostly statements and the articles they stand in, then searches, speakers, lists and the start page. */
async function pathsInto(ledger: Ledger): Promise<(number: number) => string> {
  const speakers = (await ledger.speakers({ size: 200 })).items.map((speaker) => speaker.id);
  const conditions = (await ledger.conditions({ size: 20 })).items.map((condition) => condition.id);
  const records = Array.from({ length: 500 }, (_, number) =>
    inventedArticle((number * 7919) % articles, { statements: STATEMENTS_EACH, speakers: 5000 }),
  );
  return (number) => {
    const { article, entries } = records[(number * 31) % records.length] ?? inventedArticle(0);
    const entry = entries[number % entries.length];
    const words = (entry?.content[0]?.text ?? "").split(" ").filter((word) => word.length > 3);
    const query = encodeURIComponent(words.slice(0, 1 + (number % 3)).join(" "));
    switch (number % 20) {
      case 0:
        return "/";
      case 1:
      case 2:
      case 3:
        return `/search?q=${query}`;
      case 4:
        return `/search?q=${query}&conditional=1`;
      case 5:
        return `/api/search?q=${query}`;
      case 6:
      case 7:
        return `/speakers/${speakers[(number * 7) % speakers.length] ?? ""}`;
      case 8:
        return "/commitments";
      case 9:
        return `/conditions/${conditions[number % conditions.length] ?? ""}`;
      case 10:
      case 11:
      case 12:
      case 13:
        return `/articles/${article.hash.slice(0, 16)}`;
      case 14:
        return `/api/statements/${entry?.id ?? ""}`;
      default:
        return `/statements/${entry?.id ?? ""}`;
    }
  };
}

/** Null, or what went wrong. */
function ask(base: string, path: string): Promise<string | null> {
  return new Promise((done) => {
    const asked = request(new URL(path, base), { agent, headers: { "accept-encoding": "gzip" } }, (response) => {
      response.on("error", (error) => done(error.message));
      response.on("end", () =>
        done(response.statusCode === 200 ? null : `${response.statusCode} ${path.split("/")[1]}`),
      );
      response.resume();
    });
    asked.on("error", (error) => done(error.message));
    asked.end();
  });
}

function run(file: string, args: readonly string[]): ChildProcess {
  const program = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, MALLOC_ARENA_MAX: "1" },
  });
  processes.push(child);
  return child;
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [text] = child.stdout === null ? [""] : await once(child.stdout, "data");
  return String(text).split("\n", 1)[0] ?? "";
}

async function lastLine(child: ChildProcess): Promise<string | undefined> {
  let said = "";
  child.stdout?.on("data", (text) => (said += String(text)));
  await once(child, "exit");
  return said.trim().split("\n").at(-1);
}

/** A process's own memory, in megabytes (Linux): without the pages of the database file, which SQLite maps and the system takes back as it likes. */
function ownMegabytes(child: ChildProcess): number {
  const kilobytes = /RssAnon:\s+(\d+)/u.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}
