import type { Commitment } from "../core/commitment.ts";
import { isDoubtful } from "../core/confidence.ts";
import type { Span } from "../core/span.ts";
import type { Format } from "./format.ts";
import { linkOf, type Released } from "./reuse.ts";
import { spokenWords } from "./spoken.ts";

const COLUMNS: readonly string[] = [
  "id",
  "date",
  "speaker",
  "role",
  "kind",
  "act",
  "words",
  "shortened",
  "committer",
  "commitment",
  "polarity",
  "strength",
  "conditions",
  "time",
  "quantity",
  "commitment confidence",
  "status",
  "last looked at",
  "confidence",
  "review",
  "state",
  "disputed",
  "publisher",
  "title",
  "published",
  "link",
  "redacted",
];

/** A table for spreadsheets (RFC 4180): a row a statement, several commitments of one statement parted by " | ". */
export const csv: Format = {
  name: "csv",
  mediaType: "text/csv; charset=utf-8",
  ending: "csv",
  head: lineOf(COLUMNS),
  write(story, { entry, words }: Released) {
    const each = (tell: (commitment: Commitment, at: number) => string): string => {
      const told = entry.commitments.map(tell);
      return told.every((words) => words === "") ? "" : told.join(" | ");
    };
    const row = [
      entry.id,
      story.date ?? "",
      entry.speaker?.name ?? entry.speaker?.description ?? "",
      entry.speaker?.role?.title ?? "",
      entry.kind,
      entry.act,
      spokenWords(entry.content).replace(/\s+/gu, " "),
      words === "all" ? "" : "yes",
      each((commitment) => commitment.committer?.name ?? ""),
      each((commitment) => commitment.action.text),
      each((commitment) => commitment.polarity),
      each((commitment) => commitment.strength),
      each((commitment) => textOf(commitment.conditions)),
      each((commitment) => textOf(commitment.time)),
      each((commitment) => textOf(commitment.quantity)),
      each((commitment) => String(commitment.confidence)),
      each((commitment, at) => (isDoubtful(commitment) ? "doubtful" : (story.ratings[at]?.status ?? "not-rated"))),
      each((_, at) => story.ratings[at]?.lookedAt ?? "never"),
      String(entry.confidence),
      story.review === "none" ? "" : story.review,
      story.state === "current" ? "" : story.state,
      story.disputed ? "yes" : "",
      story.publisher ?? "",
      story.articleTitle ?? "",
      story.published ?? "",
      linkOf(story.url) ?? "",
      "",
    ];
    return lineOf(row);
  },
  gone({ subject, reason, at }) {
    const row = COLUMNS.map((column) =>
      column === "id" ? subject : column === "redacted" ? `${at.slice(0, 10)}: ${reason}` : "",
    );
    return lineOf(row);
  },
};

function lineOf(row: readonly string[]): string {
  return `${row.map(cell).join(",")}\r\n`;
}

function textOf(spans: readonly Span[]): string {
  return spans.map((span) => span.text.replace(/\s+/gu, " ")).join("; ");
}

/**
 * One cell. A spreadsheet would run what begins with one of these as a formula (CWE-1236), full-width forms included;
 * an apostrophe before it makes it text.
 */
export function cell(value: string): string {
  const defused = /^[\s\u200b\ufeff]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u.test(value) ? `'${value}` : value;
  return /[",\r\n;\t']/u.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}
