import type { Queries } from "../database.ts";
import type { Happened } from "../events.ts";
import { projectReadings, type ReadingHappened } from "./readings.ts";
import { projectRedaction } from "./redactions.ts";

/**
 * Brings the projections up to date with new events, in the transaction that appends them. A projection depends on the events alone:
 * numbers are event numbers, times are event times, and it makes no difference how the events were cut into batches.
 */
export async function project(queries: Queries, events: readonly Happened[]): Promise<void> {
  let run: ReadingHappened[] = [];
  let readHere = new Set<string>();
  const flush = async (): Promise<void> => {
    if (run.length > 0) await projectReadings(queries, run);
    run = [];
    readHere = new Set();
  };
  for (const event of events) {
    if (event.kind === "key") continue;
    if (event.kind === "redaction") {
      await flush();
      await projectRedaction(queries, event);
      continue;
    }
    // An article that was read within this run must be in the tables before its next reading or its next version.
    const touches = articlesOf(event);
    if (touches.some((id) => readHere.has(id))) await flush();
    if (event.kind === "reading") readHere.add(event.payload.article);
    run.push(event);
  }
  await flush();
}

/** The articles that must be complete before the event: its own, and the version before it. */
function articlesOf(event: ReadingHappened): readonly string[] {
  switch (event.kind) {
    case "article":
      return event.payload.previous === null ? [] : [event.payload.previous];
    case "appearance":
    case "entry":
    case "reading":
      return [event.payload.article];
  }
}
