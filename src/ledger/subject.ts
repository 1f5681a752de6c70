import { DEFAULT_CONFIDENCE } from "../core/confidence.ts";
import type { Ledger, Page, PageRequest, Question, StoredEntry } from "./ledger.ts";

/**
 * The statements that a dossier's question asks for. What one speaker says about a subject is the timeline about it, in order of
 * time; any other question is a search.
 */
export async function statementsOn(
  ledger: Ledger,
  question: Question,
  request: PageRequest,
): Promise<Page<StoredEntry>> {
  const { speaker, words: about, minConfidence, ...rest } = question;
  if (speaker === undefined || about === undefined || Object.keys(rest).length > 0)
    return ledger.search(question, request);
  const timeline = await ledger.timeline(speaker, about, minConfidence ?? DEFAULT_CONFIDENCE, request);
  return { items: timeline?.entries ?? [], next: timeline?.next ?? null, total: timeline?.total ?? 0 };
}
