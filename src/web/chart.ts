import * as Plot from "@observablehq/plot";
import { html, raw } from "hono/html";
import { parseHTML } from "linkedom";
import type { StoredEntry } from "../ledger/ledger.ts";
import { spokenWords } from "../publish/spoken.ts";
import { extentOf } from "./dates.ts";
import type { Html, View } from "./view.ts";

/** A statement as a drawing needs it. */
export interface TimelineMark {
  readonly id: string;
  readonly date: string | null;
  readonly shape: "statement" | "commitment" | "conditional";
  readonly words: string;
}

/** What of an entry is drawn. */
export function markOf(entry: StoredEntry): TimelineMark {
  const conditional = entry.commitments.some((commitment) => commitment.conditions.length > 0);
  const shape = conditional ? "conditional" : entry.commitments.length > 0 ? "commitment" : "statement";
  const words = spokenWords(entry.content);
  return { id: entry.id, date: entry.date, shape, words: words.length > 90 ? `${words.slice(0, 89)}…` : words };
}

/** A mark at its place in time, as it is drawn. */
export interface Point {
  readonly time: Date;
  readonly shape: TimelineMark["shape"];
  /** False where only the month or the year is known: then the mark is hollow. */
  readonly exact: boolean;
  readonly title: string;
  readonly href: string;
}

/** Time from left to right, as every drawing has it. */
export interface TimeFrame {
  readonly width: number;
  readonly domain: readonly [Date, Date];
  /** Milliseconds that one pixel stands for. */
  readonly pixel: number;
  /** Pixels from the left. */
  scale(time: Date): number;
}

export type Size = keyof typeof WIDTHS;

/** Everything is drawn once for a desk and once for a telephone, so that no letter is scaled below its size. */
const WIDTHS = { desk: 1120, phone: 350 } as const;
const DAY = 86_400_000;
/** The radius of the largest mark, with its line. */
const LARGEST_MARK = 18;
/** The lower margin, in which the dates stand. */
export const FOOT = 26;

/** A document for Plot to draw into; it is only a maker of elements, and one serves every page. */
const { document } = parseHTML("<!doctype html><html><body></body></html>");

export const SHAPE_NAMES = {
  statement: "shapeStatement",
  commitment: "shapeCommitment",
  conditional: "shapeConditional",
} as const;
const SYMBOLS = { statement: "circle", commitment: "square", conditional: "diamond2" } as const;
const LEGEND_SHAPES = {
  statement: "M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9Z",
  commitment: "M3 3h8v8h-8Z",
  conditional: "M7 1 13 7 7 13 1 7Z",
} as const;

/** A figure with a drawing for each size of screen, the legend of the marks, and `notes` below it. */
export function timeFigure(
  times: readonly Date[],
  draw: (frame: TimeFrame, size: Size) => ReturnType<typeof Plot.plot>,
  about: { readonly label: string; readonly legend?: readonly Html[]; readonly notes?: readonly string[] },
  view: View,
): Html {
  const { label, legend = [], notes = [] } = about;
  return html`<figure class="timeline">
    ${(["desk", "phone"] as const).map((size) => raw(finished(draw(frameOf(times, size), size), size, label)))}
    <figcaption>${shapeLegend(legend, view)}${notes.map((note) => html`<p>${note}</p>`)}</figcaption>
  </figure>`;
}

/** Draws marks over the lines and dates of a time frame. */
export function plotOver(
  frame: TimeFrame,
  height: number,
  y: Plot.ScaleOptions,
  marks: readonly Plot.Markish[],
  view: View,
): ReturnType<typeof Plot.plot> {
  const ticks = ticksOf(frame, view);
  return Plot.plot({
    document,
    className: "chart",
    width: frame.width,
    height,
    marginLeft: 1,
    marginRight: 1,
    marginTop: 4,
    marginBottom: FOOT,
    x: { type: "utc", domain: [...frame.domain], axis: null },
    y: { axis: null, ...y },
    r: { type: "identity" },
    marks: [
      Plot.ruleX(ticks, { x: "time", stroke: "var(--rule)" }),
      Plot.axisX({
        ticks: ticks.map((tick) => tick.time),
        tickFormat: (time: Date) => ticks.find((tick) => Number(tick.time) === Number(time))?.label ?? "",
        tickSize: 0,
        fontSize: 12,
        fill: "var(--muted)",
      }),
      ...marks,
    ],
  });
}

/** How a statement's mark looks, whatever it stands on: its shape, filled when the day is known, and where it leads. */
export const POINT_LOOK: Plot.DotOptions = {
  symbol: (point: Point) => SYMBOLS[point.shape],
  fill: (point: Point) => (point.exact ? `var(--mark-${point.shape})` : "var(--paper)"),
  stroke: (point: Point) => `var(--mark-${point.shape})`,
  strokeWidth: 1.5,
  title: "title",
  href: "href",
};

/** Where a date lies, and whether the day is known; null without a year. */
export function placeOf(date: string | null): { readonly time: Date; readonly exact: boolean } | null {
  const extent = extentOf(date);
  if (extent === null) return null;
  const { from, to, exact } = extent;
  return { time: exact ? from : new Date((Number(from) + Number(to)) / 2), exact };
}

function frameOf(times: readonly Date[], size: Size): TimeFrame {
  const width = WIDTHS[size];
  let first = Infinity;
  let last = -Infinity;
  for (const time of times) {
    first = Math.min(first, Number(time));
    last = Math.max(last, Number(time));
  }
  // At both ends there is room for the largest mark.
  const room = Math.max((last - first) * (LARGEST_MARK / (width - 2 * LARGEST_MARK)), 20 * DAY);
  const [from, to] = [first - room, last + room];
  const pixel = (to - from) / width;
  return { width, domain: [new Date(from), new Date(to)], pixel, scale: (time) => (Number(time) - from) / pixel };
}

/** What the shapes of the marks mean. */
function shapeLegend(more: readonly Html[], view: View): Html {
  const { say } = view;
  return html`<ul class="shapes">
    ${more.map((each) => html`<li>${each}</li>`)}${(["statement", "commitment", "conditional"] as const).map(
      (shape) =>
        html`<li>
          <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
            <path class="shape-${shape}" d="${LEGEND_SHAPES[shape]}" /></svg
          >${say(SHAPE_NAMES[shape])}
        </li>`,
    )}
  </ul>`;
}

/** A drawing as it goes into the page: named, without a style of its own, its marks out of the keyboard's way. */
function finished(drawing: ReturnType<typeof Plot.plot>, size: Size, label: string): string {
  // Plot sets its few rules in a style element, which the pages' security policy forbids; they are in style.css.
  for (const style of drawing.querySelectorAll("style")) style.remove();
  for (const named of drawing.querySelectorAll("[aria-label]")) named.removeAttribute("aria-label");
  // The marks are shortcuts for the mouse; the keyboard's way is the list below, which is shorter by a hundred stops.
  for (const link of drawing.querySelectorAll("a")) {
    link.setAttribute("tabindex", "-1");
    link.setAttribute("aria-label", link.querySelector("title")?.textContent ?? "");
  }
  drawing.setAttribute("class", `chart ${size}`);
  drawing.setAttribute("role", "group");
  drawing.setAttribute("aria-label", label);
  return drawing.outerHTML;
}

/** Years, or where the whole is short, months; never closer than their letters. */
function ticksOf(
  { domain: [from, to], width, scale }: TimeFrame,
  view: View,
): readonly { readonly time: Date; readonly label: string }[] {
  const months = (Number(to) - Number(from)) / (30.4 * DAY);
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((each) => (months / each) * 80 <= width) ?? 240;
  const format = new Intl.DateTimeFormat(view.language === "en" ? "en-GB" : view.language, {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const ticks: { time: Date; label: string }[] = [];
  const firstMonth = Math.ceil((from.getUTCFullYear() * 12 + from.getUTCMonth() + 1) / step) * step;
  for (let month = firstMonth; ; month += step) {
    const time = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
    if (time > to) return ticks;
    const at = scale(time);
    // A label that the edge would cut is left out; its line stays.
    const fits = at > 34 && at < width - 34;
    ticks.push({ time, label: !fits ? "" : step >= 12 ? String(time.getUTCFullYear()) : monthIn(format, time) });
  }
}

/** Month and year alone: some languages add a word for "year", which has no room under an axis. */
function monthIn(format: Intl.DateTimeFormat, time: Date): string {
  return format
    .formatToParts(time)
    .filter(({ type }) => type === "month" || type === "year")
    .map(({ value }) => value)
    .join(" ");
}
