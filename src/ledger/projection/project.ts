import type { Queries } from "../database.ts";
import type { Happened } from "../events.ts";
import { projectCorrection, projectDecision, projectReply } from "./corrections.ts";
import { projectLikeness } from "./likeness.ts";
import { projectCondition, projectDossier, projectStatus } from "./following.ts";
import { projectAnswer, projectProposal } from "./proposals.ts";
import { projectGiven } from "./given.ts";
import { projectReadings, type ReadingHappened } from "./readings.ts";
import { projectRedaction } from "./redactions.ts";
import { projectEntered, projectReview } from "./reviews.ts";
import { projectMerge, projectSplit } from "./same-speaker.ts";

/**
 * Brings the projections up to date with new events, in the transaction that appends them. A projection depends on the events alone:
 * numbers are event numbers, times are event times, and it makes no difference how the events were cut into batches.
 */
export async function project(queries: Queries, events: readonly Happened[]): Promise<void> {
  let run: ReadingHappened[] = [];
  let readHere = new Set<string>();
  let updatedHere = new Set<string>();
  const flush = async (): Promise<void> => {
    if (run.length > 0) await projectReadings(queries, run);
    run = [];
    readHere = new Set();
    updatedHere = new Set();
  };
  for (const event of events) {
    if (!isReading(event)) {
      await flush();
      await projectOne(queries, event);
      continue;
    }
    // An article that was read within this run must be in the tables before its next reading or its next version, and so must a new version
    // before the one that it updates is read again.
    const touches = articlesOf(event);
    if (touches.some((id) => readHere.has(id) || updatedHere.has(id))) await flush();
    if (event.kind === "reading") readHere.add(event.payload.article);
    if (event.kind === "article" && event.payload.previous !== null) updatedHere.add(event.payload.previous);
    run.push(event);
  }
  await flush();
}

type OtherHappened = Exclude<Happened, ReadingHappened>;

function isReading(event: Happened): event is ReadingHappened {
  return READING_KINDS.has(event.kind);
}

const READING_KINDS: ReadonlySet<string> = new Set(["article", "appearance", "entry", "reading"]);

/** What people do comes one by one, and may depend on all that came before. */
async function projectOne(queries: Queries, event: OtherHappened): Promise<void> {
  switch (event.kind) {
    case "given":
      return projectGiven(queries, event);
    case "review":
      return projectReview(queries, event);
    case "entered":
      return projectEntered(queries, event);
    case "correction":
      return projectCorrection(queries, event);
    case "decision":
      return projectDecision(queries, event);
    case "reply":
      return projectReply(queries, event);
    case "condition":
      return projectCondition(queries, event);
    case "status":
      return projectStatus(queries, event);
    case "merge":
      return projectMerge(queries, event);
    case "split":
      return projectSplit(queries, event);
    case "proposal":
      return projectProposal(queries, event);
    case "answer":
      return projectAnswer(queries, event);
    case "likeness":
      return projectLikeness(queries, event);
    case "dossier":
      return projectDossier(queries, event);
    case "redaction":
      return projectRedaction(queries, event);
    case "key":
      return;
  }
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
