import type { Commitment } from "../core/commitment.ts";
import type { Span } from "../core/span.ts";
import type { Format } from "./format.ts";
import { linkOf, type Released } from "./reuse.ts";
import { spokenWords } from "./spoken.ts";

/** A table for spreadsheets (RFC 4180): a row a statement, several commitments of one statement parted by " | ". */
export const csv: Format = {
  name: "csv",
  mediaType: "text/csv; charset=utf-8",
  ending: "csv",
  head: `${[
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
    "confidence",
    "publisher",
    "title",
    "published",
    "link",
  ].join(",")}\r\n`,
  write(story, { entry, words }: Released) {
    const each = (tell: (commitment: Commitment) => string): string => {
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
      String(entry.confidence),
      story.publisher ?? "",
      story.articleTitle ?? "",
      story.published ?? "",
      linkOf(story.url) ?? "",
    ];
    return `${row.map(cell).join(",")}\r\n`;
  },
};

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
