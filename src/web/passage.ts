import { html } from "hono/html";
import type { Range } from "../core/span.ts";
import type { Entry } from "../core/entry.ts";
import type { Highlight, Part, Segment } from "./highlight.ts";
import { segmentsOf } from "./highlight.ts";
import type { Html, View } from "./view.ts";
import { statementAddress } from "./view.ts";

export interface PassageOptions {
  /** The statements whose parts are drawn, in the order of their numbers (the first is 1). */
  readonly entries: readonly Entry[];
  readonly highlights: readonly Highlight[];
  /** Id of the statement that the reader came for. */
  readonly chosen: string | null;
  /** Whether a small number leads from the words to their statement; not on the statement's own page. */
  readonly numbered: boolean;
  /** False for what is not in the ledger yet: the number then leads to the entry further down the page. */
  readonly kept: boolean;
}

/**
 * A stretch of an article's text with the parts of statements drawn into it. Only text is written: whatever an article
 * contains, it is escaped.
 */
export function passage(text: string, range: Range, options: PassageOptions, view: View): Html[] {
  return segmentsOf(range, options.highlights).map((segment) => drawn(text, segment, options, view));
}

/** Source, cue and content of every statement. */
export function partsOf(entries: readonly Entry[]): readonly Highlight[] {
  return entries.flatMap((entry, index) =>
    (["source", "cue", "content"] as const).flatMap((part) =>
      entry[part].map(({ start, end }): Highlight => ({ start, end, part, statement: index + 1 })),
    ),
  );
}

/** Every field of one statement, so that each can be shown where its words stand. */
export function fieldsOf(entry: Entry): readonly Highlight[] {
  const found: Highlight[] = [...partsOf([entry])];
  const add = (part: Part, span: Range | null | undefined): void => {
    if (span) found.push({ start: span.start, end: span.end, part, statement: 1 });
  };
  add("speaker", entry.speaker?.span);
  add("role", entry.speaker?.role?.span);
  add("said", entry.said?.span);
  add("occasion", entry.occasion?.span);
  add("addressee", entry.addressee?.span);
  for (const commitment of entry.commitments) {
    add("committer", commitment.committer?.span);
    add("action", commitment.action);
    add("polarity", commitment.polaritySpan);
    add("strength", commitment.strengthSpan);
    for (const condition of commitment.conditions) add("condition", condition);
    for (const time of commitment.time) add("time", time);
    for (const quantity of commitment.quantity) add("quantity", quantity);
    add("beneficiary", commitment.beneficiary?.span);
    add("form", commitment.form?.span);
  }
  return found;
}

/** Name of the place in a page where these words stand. */
export function wordsId({ start, end }: Range): string {
  return `w-${start}-${end}`;
}

function drawn(text: string, segment: Segment, options: PassageOptions, view: View): Html {
  const words = text.slice(segment.start, segment.end);
  if (segment.highlights.length === 0) return html`${words}`;
  const statements = [...new Set(segment.highlights.map((highlight) => highlight.statement))];
  const contents = segment.highlights.filter((highlight) => highlight.part === "content").length;
  const classes = new Set(segment.highlights.map((highlight) => `m-${highlight.part}`));
  if (contents > 1) classes.add("m-nested");
  if (statements.some((number) => options.entries[number - 1]?.id === options.chosen)) classes.add("m-chosen");
  const beginning = segment.highlights.filter((highlight) => highlight.start === segment.start);
  const mark = options.numbered
    ? html`<mark class="${[...classes].join(" ")}" data-s="${statements.join(" ")}">${words}</mark>`
    : html`<mark class="${[...classes].join(" ")}" data-w="${[...new Set(segment.highlights.map(wordsId))].join(" ")}"
        >${words}</mark
      >`;
  return html`${options.numbered ? beginning.map((highlight) => numberOf(highlight, options, view)) : [...new Set(beginning.map(wordsId))].map((id) => html`<span class="place" id="${id}"></span>`)}${mark}`;
}

/** At the first words of a content: the place the address can lead to, and the way to the statement. */
function numberOf(highlight: Highlight, { entries, kept }: PassageOptions, view: View): Html {
  const entry = entries[highlight.statement - 1];
  if (entry === undefined || highlight.part !== "content" || highlight.start !== entry.content[0]?.start) return html``;
  return html`<span class="place" id="s-${entry.id}"></span
    ><a
      class="ref"
      href="${kept ? statementAddress(entry.id) : `#e-${entry.id}`}"
      data-s="${highlight.statement}"
      aria-label="${view.say("statementNumber", { number: highlight.statement })}"
      >${highlight.statement}</a
    >`;
}
