import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { DEFAULT_CONFIDENCE } from "../src/core/confidence.ts";
import type { Ledger, Question } from "../src/ledger/ledger.ts";
import { openDatabase, openLedger } from "../src/ledger/open.ts";
import { inventedArticle } from "../test/ledger/invented-articles.ts";
import { startPostgres } from "../test/ledger/postgres-cluster.ts";

// Speed of the ledger over invented articles of 12 statements each, at each of the sizes, the smallest first:
//
//     node bench/ledger.ts [--statements 100000,1000000] [--engine sqlite|postgres] [--questions 1000] [--rounds 1] [--at LOCATION]
//
// With `--at` the ledger stays there and is gone on with the next time.
// PostgreSQL is a server of its own that writes to the disk what it acknowledges. The ledger remembers the answer to the last
// questions, so no question is asked twice in a row.
const { values } = parseArgs({
  options: {
    statements: { type: "string", default: "100000" },
    engine: { type: "string", default: "sqlite" },
    questions: { type: "string", default: "1000" },
    rounds: { type: "string", default: "1" },
    at: { type: "string" },
  },
});
const STATEMENTS_EACH = 12;
const sizes = values.statements.split(",").map((size) => Math.ceil(Number(size) / STATEMENTS_EACH));

const folder = await mkdtemp(join(tmpdir(), "onrecord-bench-"));
const cluster = values.engine === "postgres" && values.at === undefined ? await startPostgres({ durable: true }) : null;
const location = values.at ?? (cluster === null ? join(folder, "ledger.sqlite") : await cluster.newDatabase());
const isFile = !location.startsWith("postgres:");
const ledger = await openLedger(location);
try {
  let there = (await ledger.counts(0)).articles;
  for (const articles of sizes) {
    if (there < articles) await measureAdding(ledger, there, articles);
    there = articles;
    if (!isFile) await analyse(location);
    if (isFile) report("file", `${((await stat(location)).size / 1e6).toFixed(0)} MB`);
    for (let round = 0; round < Number(values.rounds); round++) await measureQuestions(ledger, articles);
    for (let round = 0; round < Number(values.rounds); round++) await measureVerifying(ledger);
  }
} finally {
  await ledger.close();
  await cluster?.stop();
  await rm(folder, { recursive: true });
}

async function measureQuestions(ledger: Ledger, articles: number): Promise<void> {
  const questions = Array.from({ length: Number(values.questions) }, (_, number) => questionAbout(number, articles));
  await measure("search and facets", questions, async (question) => {
    await ledger.search(question, { size: 20 });
    await ledger.facets(question);
  });
  await measure("search", questions, (question) => ledger.search(question, { size: 20 }));
  await measure("facets", questions, (question) => ledger.facets(question));
  const page = { size: 50 };
  const names = (await ledger.speakers({ size: 200 })).items.map((speaker) => speaker.id);
  await measure("timeline about", names, (name) =>
    ledger.timeline(name, "harbour bridge training", DEFAULT_CONFIDENCE, page),
  );
  await measure("timeline", names, (name) => ledger.timeline(name, null, DEFAULT_CONFIDENCE, page));
  await measure("speaker", names, (name) => ledger.speaker(name));
  const dossiers: string[] = [];
  for (const [number, name] of names.entries()) {
    const subject = questionAbout(number * 3 + 1, articles).words ?? "";
    const question = number % 2 === 0 ? { words: subject } : { words: subject, speaker: name };
    dossiers.push(await ledger.saveDossier({ name: `Subject ${number}`, question }, "bench"));
  }
  await measure("dossier", dossiers, async (id) => {
    const dossier = await ledger.dossier(id);
    if (dossier !== null) await ledger.search(dossier.question, page);
  });
  await measure("commitments", questions.slice(0, 200), (question) => ledger.commitments(question, { size: 20 }));
  // A little more confidence each time, so that each is a question of its own.
  const floors = Array.from({ length: 50 }, (_, number) => DEFAULT_CONFIDENCE + number / 100_000);
  await measure("newest statements", floors, (minConfidence) => ledger.search({ minConfidence }, { size: 20 }));
  await measure("all facets", floors, (minConfidence) => ledger.facets({ minConfidence: minConfidence + 0.1 }));
  await measure("waiting commitments", floors, (minConfidence) =>
    ledger.commitments({ waiting: true, minConfidence }, { size: 20 }),
  );
  const pages = Array.from({ length: 50 }, () => null);
  await measure("conditions", pages, () => ledger.conditions({ size: 20 }));
  await measure("speakers", pages, () => ledger.speakers({ size: 20 }));
  await measure("articles", pages, () => ledger.articles({ size: 20 }));
  await measure("counts", pages, () => ledger.counts(DEFAULT_CONFIDENCE));
}

async function measureVerifying(ledger: Ledger): Promise<void> {
  const server = await serverProcess();
  const before = processorTime(server);
  const begun = performance.now();
  const used = process.cpuUsage();
  const found = await ledger.verify();
  const { user, system } = process.cpuUsage(used);
  const passed = performance.now() - begun;
  const busy = (user + system) / 1000 + processorTime(server) - before;
  const rate = (time: number): string => ((found.events / time) * 1000).toFixed(0);
  report("verify", `${rate(passed)} events/s (processor: ${rate(busy)}/s), fault ${JSON.stringify(found.fault)}`);
}

/** What PostgreSQL does by itself within some minutes of such adding: it learns how common each word is. */
async function analyse(location: string): Promise<void> {
  const database = openDatabase(location);
  await database.run("VACUUM ANALYZE");
  await database.close();
}

/** Adds in batches of 50 articles; making the articles is not counted. */
async function measureAdding(ledger: Ledger, there: number, articles: number): Promise<void> {
  let milliseconds = 0;
  let busy = 0;
  const server = await serverProcess();
  for (let from = there; from < articles; from += 50) {
    const batch = Array.from({ length: Math.min(50, articles - from) }, (_, at) =>
      inventedArticle(from + at, { statements: STATEMENTS_EACH, speakers: 5000 }),
    );
    const before = processorTime(server);
    const begun = performance.now();
    const used = process.cpuUsage();
    await ledger.add(batch, "bench");
    const { user, system } = process.cpuUsage(used);
    milliseconds += performance.now() - begun;
    busy += (user + system) / 1000 + processorTime(server) - before;
  }
  const statements = (articles - there) * STATEMENTS_EACH;
  const rate = (time: number): string => ((statements / time) * 1000).toFixed(0);
  report(
    "adding",
    `${rate(milliseconds)} statements/s (processor: ${rate(busy)}/s), up to ${articles * STATEMENTS_EACH}`,
  );
}

/** A question as somebody might ask who has read one of the statements: one to three of its words, often with a filter. */
function questionAbout(number: number, articles: number): Question {
  const { article, entries } = inventedArticle((number * 7919) % articles, {
    statements: STATEMENTS_EACH,
    speakers: 5000,
  });
  const entry = entries[number % entries.length];
  const words = (entry?.content[0]?.text ?? "").split(" ").filter((word) => word.length > 3);
  const some = words.slice(number % 3, (number % 3) + 1 + (number % 3)).join(" ");
  const filters: readonly Question[] = [
    {},
    {},
    { speaker: entry?.speaker?.name ?? "" },
    { publisher: article.publisher ?? "" },
    { from: "2021", to: "2023" },
    { commitment: true },
  ];
  return { words: some === "" ? "government" : some, ...filters[number % filters.length] };
}

/**
 * Times as they pass, and the processor's time in this process and the database's: what would pass if nothing else were running. Where other work
 * shares the machine, the second is the one to compare.
 */
async function measure<T>(name: string, inputs: readonly T[], ask: (input: T) => Promise<unknown>): Promise<void> {
  const wall: number[] = [];
  const cpu: number[] = [];
  const server = await serverProcess();
  for (const input of inputs) {
    const before = processorTime(server);
    const begun = performance.now();
    const used = process.cpuUsage();
    await ask(input);
    const { user, system } = process.cpuUsage(used);
    wall.push(performance.now() - begun);
    cpu.push((user + system) / 1000 + processorTime(server) - before);
  }
  report(name, `${shares(wall)} (processor: ${shares(cpu)})`);
}

/** The process of PostgreSQL whose children answer this one; null for a file. */
async function serverProcess(): Promise<number | null> {
  if (isFile) return null;
  const database = openDatabase(location);
  const [row] = await database.all<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const stat = readFileSync(`/proc/${row?.pid ?? 0}/stat`, "utf8");
  await database.close();
  return Number(stat.split(") ")[1]?.split(" ")[1]);
}

/** Milliseconds that a server's processes have run so far, those that are still there (Linux). */
function processorTime(server: number | null): number {
  if (server === null) return 0;
  let nanoseconds = 0;
  for (const pid of readFileSync(`/proc/${server}/task/${server}/children`, "utf8").trim().split(" ")) {
    const file = `/proc/${pid}/schedstat`;
    if (existsSync(file)) nanoseconds += Number(readFileSync(file, "utf8").split(" ", 1)[0]);
  }
  return nanoseconds / 1e6;
}

function shares(times: number[]): string {
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`;
}

function report(name: string, figure: string): void {
  process.stdout.write(`${name.padEnd(22)} ${figure}\n`);
}
