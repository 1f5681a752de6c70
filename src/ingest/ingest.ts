import { LOWEST_KEPT_CONFIDENCE } from "../core/confidence.ts";
import type { Ledger, ReadArticle } from "../ledger/ledger.ts";
import type { Given } from "../read/reader.ts";
import { inlineMore } from "./compiled.ts";
import { engineVersion } from "./engine.ts";
import type { Missing, Source } from "./source.ts";
import { startThreads } from "./threads.ts";
import { type From, type Unit, unitsOf } from "./unit.ts";
import { type AreKnown, type Done, type PrintOutput, recordsOf, type Seen, type Task } from "./task.ts";

export type { Seen } from "./task.ts";
export type { From } from "./unit.ts";

export interface ReadOptions {
  readonly from?: From;
  /** What whoever adds the sources knows about all of them. */
  readonly given?: Given;
  /** Threads that read; 1 reads in this one, unless `threads` is set. */
  readonly jobs?: number;
  /** Reads in threads even when there is one job: this thread has pages to serve. */
  readonly threads?: boolean;
  /** Called after every unit, in the order of the sources. */
  readonly onProgress?: (progress: Progress) => void;
  /** Called for every input, in order. */
  readonly onSeen?: (seen: Seen) => void;
  /** Stops the run after the unit at hand; what was done stays done. */
  readonly signal?: AbortSignal;
}

export interface Progress {
  /** Bytes done, as they lie in the sources. */
  readonly bytes: number;
  readonly articles: number;
  readonly entries: number;
  readonly known: number;
  readonly failed: number;
}

export interface IngestResult extends Progress {
  /** Articles new to the ledger. */
  readonly added: number;
}

/**
 * Reads sources and gives what a format prints for them, in the order of the sources, whatever the number of jobs.
 * Nothing is kept, and nothing is read further ahead than a few units a job: the output can be endless.
 */
export async function* extractAll(
  sources: Iterable<Source | Missing>,
  output: Omit<PrintOutput, "kind">,
  options: ReadOptions & { readonly minConfidence: number },
): AsyncGenerator<Uint8Array> {
  const task: Task = {
    from: options.from ?? "auto",
    given: options.given ?? {},
    minConfidence: options.minConfidence,
    output: { kind: "print", ...output },
  };
  for await (const done of inOrder(sources, task, nothingKnown, options)) yield done.bytes;
}

/**
 * Reads sources into a ledger. Articles go in by batches, in the order of the sources, so that a run that was killed
 * and is run again ends with the ledger of one undisturbed run; what the ledger has from this engine is not read twice.
 */
export async function ingest(
  sources: Iterable<Source | Missing>,
  ledger: Ledger,
  options: ReadOptions & { readonly by: string },
): Promise<IngestResult> {
  const engine = engineVersion();
  const task: Task = {
    from: options.from ?? "auto",
    given: options.given ?? {},
    minConfidence: LOWEST_KEPT_CONFIDENCE,
    output: { kind: "keep", engine },
  };
  const areKnown: AreKnown = (hashes) => Promise.all(hashes.map((hash) => ledger.has(hash, engine)));
  let progress: Progress = { bytes: 0, articles: 0, entries: 0, known: 0, failed: 0 };
  let added = 0;
  let batch: ReadArticle[] = [];
  let since = performance.now();
  const commitBatch = async (): Promise<void> => {
    if (batch.length > 0) added += (await ledger.add(batch, options.by)).added;
    batch = [];
    since = performance.now();
  };
  const onProgress = (now: Progress): void => {
    progress = now;
    options.onProgress?.(now);
  };
  for await (const done of inOrder(sources, task, areKnown, { ...options, onProgress })) {
    batch.push(...recordsOf(done));
    if (batch.length >= BATCH_ARTICLES || performance.now() - since > BATCH_MILLISECONDS) await commitBatch();
  }
  await commitBatch();
  return { ...progress, added };
}

/** A transaction costs a few milliseconds, and what is not committed is read again after a kill: a balance of the two. */
const BATCH_ARTICLES = 64;
const BATCH_MILLISECONDS = 500;

/** Units read ahead for every job: enough that no thread waits for the slowest unit, little beside the memory bound. */
const AHEAD = 3;

const nothingKnown: AreKnown = async (hashes) => hashes.map(() => false);

async function* inOrder(
  sources: Iterable<Source | Missing>,
  task: Task,
  areKnown: AreKnown,
  { jobs = 1, threads = false, onProgress, onSeen, signal, from = "auto" }: ReadOptions,
): AsyncGenerator<Done> {
  const units = unitsOf(sources, from);
  let progress: Progress = { bytes: 0, articles: 0, entries: 0, known: 0, failed: 0 };
  const report = (unit: Unit, { seen }: Done): void => {
    progress = { ...progress, bytes: progress.bytes + unit.size };
    for (const one of seen) {
      progress = {
        bytes: progress.bytes,
        articles: progress.articles + (one.failed ? 0 : 1),
        entries: progress.entries + one.entries,
        known: progress.known + (one.known ? 1 : 0),
        failed: progress.failed + (one.failed ? 1 : 0),
      };
      onSeen?.(one);
    }
    onProgress?.(progress);
  };
  const results =
    jobs > 1 || threads ? threaded(units, task, areKnown, jobs, signal) : here(units, task, areKnown, signal);
  for await (const { unit, done } of results) {
    report(unit, done);
    yield done;
  }
}

interface Result {
  readonly unit: Unit;
  readonly done: Done;
}

async function* here(
  units: AsyncGenerator<Unit>,
  task: Task,
  areKnown: AreKnown,
  signal: AbortSignal | undefined,
): AsyncGenerator<Result> {
  inlineMore();
  // Loaded when it is needed: with threads, this one does without readers and models, in 40 MB less.
  const [{ work }, { loadEnglish }] = await Promise.all([import("./work.ts"), import("./languages.ts")]);
  const language = loadEnglish();
  for await (const unit of units) {
    if (signal?.aborted) return;
    yield { unit, done: await work(unit, task, language, areKnown) };
  }
}

async function* threaded(
  units: AsyncGenerator<Unit>,
  task: Task,
  areKnown: AreKnown,
  jobs: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Result> {
  const threads = startThreads(jobs, task, areKnown);
  const pending: Promise<Result>[] = [];
  const stopped = signal && onceAborted(signal);
  let more = true;
  let coming: Promise<IteratorResult<Unit>> | null = null;
  try {
    while (more || pending.length > 0) {
      if (more && pending.length < jobs * AHEAD) coming ??= units.next();
      // Whichever is there first: an input that comes slowly must not hold back what is done.
      const next = await Promise.race([
        ...(coming ? [coming.then(() => "unit" as const)] : []),
        ...pending.slice(0, 1).map((result) => result.then(() => "result" as const)),
        ...(stopped ? [stopped] : []),
      ]);
      if (next === "stopped") return;
      if (next === "unit" && coming) {
        const { done, value } = await coming;
        coming = null;
        if (done) more = false;
        else {
          const result = threads.run(value).then((done) => ({ unit: value, done }));
          // It is awaited in its turn; until then a failure must not count as unhandled.
          result.catch(() => undefined);
          pending.push(result);
        }
      } else {
        const first = pending.shift();
        if (first) yield await first;
      }
    }
  } finally {
    // Not awaited: it waits for an input that may never come.
    units.return(undefined).catch(() => undefined);
    await threads.close();
  }
}

function onceAborted(signal: AbortSignal): Promise<"stopped"> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve("stopped");
    else signal.addEventListener("abort", () => resolve("stopped"), { once: true });
  });
}
