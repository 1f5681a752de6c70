import { parentPort, workerData } from "node:worker_threads";
import { cacheCompiled } from "./compiled.ts";
import type { FromWorker, ToWorker } from "./threads.ts";
import type { Task } from "./task.ts";

/** The thread's side of `threads.ts`: units in, one after another, and what became of them out. */
// `startThreads` starts this file with a Task and no other way.
const task = workerData as Task;
cacheCompiled();
const [{ work }, { loadEnglish }] = await Promise.all([import("./work.ts"), import("./languages.ts")]);
const language = loadEnglish();
const asked = new Map<number, (known: readonly boolean[]) => void>();
let last: Promise<void> = Promise.resolve();

parentPort?.on("message", (message: ToWorker) => {
  if (message.kind === "known") {
    asked.get(message.ticket)?.(message.known);
    asked.delete(message.ticket);
    return;
  }
  const { ticket, unit } = message;
  last = last.then(async () => {
    try {
      const done = await work(unit, task, language, (hashes) => {
        const { promise, resolve } = Promise.withResolvers<readonly boolean[]>();
        asked.set(ticket, resolve);
        tell({ kind: "ask", ticket, hashes });
        return promise;
      });
      tell({ kind: "done", ticket, done }, [done.bytes.buffer]);
    } catch (error) {
      tell({
        kind: "broken",
        ticket,
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  });
});

function tell(message: FromWorker, handOver: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, handOver);
}
