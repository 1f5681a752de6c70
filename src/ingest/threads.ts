import { Worker } from "node:worker_threads";
import type { AreKnown, Done, Task } from "./task.ts";
import type { Unit } from "./unit.ts";

export type ToWorker =
  | { readonly kind: "unit"; readonly ticket: number; readonly unit: Unit }
  | { readonly kind: "known"; readonly ticket: number; readonly known: readonly boolean[] };

export type FromWorker =
  | { readonly kind: "ask"; readonly ticket: number; readonly hashes: readonly string[] }
  | { readonly kind: "done"; readonly ticket: number; readonly done: Done }
  | { readonly kind: "broken"; readonly ticket: number; readonly message: string };

/** Threads that all do the same task. */
export interface Threads {
  /** Hands a unit to the thread with the least to do. */
  run(unit: Unit): Promise<Done>;
  close(): Promise<void>;
}

/** Starts `count` threads, each with its own copy of the language; one is started when it is first needed. */
export function startThreads(count: number, task: Task, areKnown: AreKnown): Threads {
  const threads: Thread[] = [];
  let tickets = 0;
  const nextThread = (): Thread => {
    const idle = threads.find((thread) => thread.waiting.size === 0);
    if (idle) return idle;
    if (threads.length < count) {
      const started = startThread(task, areKnown);
      threads.push(started);
      return started;
    }
    return threads.reduce((a, b) => (b.waiting.size < a.waiting.size ? b : a));
  };
  return {
    run(unit) {
      const thread = nextThread();
      const ticket = tickets++;
      const { promise, resolve, reject } = Promise.withResolvers<Done>();
      thread.waiting.set(ticket, { resolve, reject });
      const message: ToWorker = { kind: "unit", ticket, unit };
      thread.worker.postMessage(message, handedOver(unit));
      return promise;
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.worker.terminate()));
    },
  };
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, { resolve(done: Done): void; reject(error: Error): void }>;
}

/** Runs from the sources and, built, from the package. */
const WORKER = new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url);

function startThread(task: Task, areKnown: AreKnown): Thread {
  // A small young generation is collected often and keeps resident memory down, at no measurable cost in speed.
  const worker = new Worker(WORKER, { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: 8 } });
  const thread: Thread = { worker, waiting: new Map() };
  const failAll = (error: Error): void => {
    for (const { reject } of thread.waiting.values()) reject(error);
    thread.waiting.clear();
  };
  worker.on("message", (message: FromWorker) => {
    if (message.kind === "ask") {
      areKnown(message.hashes).then(
        (known) => worker.postMessage({ kind: "known", ticket: message.ticket, known } satisfies ToWorker, []),
        failAll,
      );
      return;
    }
    const waiter = thread.waiting.get(message.ticket);
    thread.waiting.delete(message.ticket);
    if (message.kind === "done") waiter?.resolve(message.done);
    else waiter?.reject(new Error(message.message));
  });
  worker.on("error", (error) => failAll(error instanceof Error ? error : new Error(String(error))));
  worker.on("exit", (status) => failAll(new Error(`A reading thread ended early (status ${status}).`)));
  return thread;
}

function handedOver(unit: Unit): ArrayBuffer[] {
  // `joined` made these bytes an ArrayBuffer of their own; a page's bytes may be shared, and are copied.
  return unit.kind === "lines" &&
    unit.bytes.buffer instanceof ArrayBuffer &&
    unit.bytes.byteLength === unit.bytes.buffer.byteLength
    ? [unit.bytes.buffer]
    : [];
}
