import { html } from "hono/html";
import type { Article } from "../core/article.ts";
import type { Entry } from "../core/entry.ts";
import type { Range } from "../core/span.ts";
import type { Highlight } from "./highlight.ts";
import { blocksOf } from "./highlight.ts";
import { fieldsOf, passage } from "./passage.ts";
import type { Html, View } from "./view.ts";

/** The lines of the story that hold any word of the entry; what lies between them is left out and shown to be. */
export function evidence(entry: Entry, article: Article, view: View): Html {
  const highlights = fieldsOf(entry);
  const blocks = blocksOf(article.text, article.furniture);
  const touched = blocks
    .map((block, index) => ({ block, index }))
    .filter(({ block }) => highlights.some((each) => each.start < block.end && block.start < each.end));
  const line = (block: Range): Html => {
    const range = withinReach(article.text, block, highlights);
    const words = passage(
      article.text,
      range,
      { entries: [entry], highlights, chosen: null, numbered: false, kept: true },
      view,
    );
    return html`<p data-start="${range.start}">${words}</p>`;
  };
  return html`${touched.map(({ block, index }, position) => {
    const before = touched[position - 1];
    const gap = before !== undefined && before.index + 1 < index;
    return html`${gap ? html`<p class="gap" aria-hidden="true">⋯</p>` : ""} ${line(block)}`;
  })}`;
}

/** A whole line, or where a page has no lines, at most some hundred characters around the words. */
function withinReach(
  text: string,
  block: { readonly start: number; readonly end: number },
  highlights: readonly Highlight[],
): { readonly start: number; readonly end: number } {
  if (block.end - block.start <= LONGEST_LINE) return block;
  const inside = highlights.filter((each) => each.start < block.end && block.start < each.end);
  const first = Math.min(...inside.map((each) => each.start));
  const last = Math.max(...inside.map((each) => each.end));
  const space = text.indexOf(" ", Math.max(block.start, first - REACH));
  return {
    start: first - REACH <= block.start || space > first ? Math.min(block.start, first) : space + 1,
    end: Math.min(block.end, last + REACH),
  };
}

const LONGEST_LINE = 2_500;
const REACH = 400;
