import * as Plot from "@observablehq/plot";
import { html, raw } from "hono/html";
import type { RoleSpell, SpeakerRecord } from "../ledger/ledger.ts";
import type { Sizes, TimelineMark } from "./chart.ts";
import { DAY, document, finished, middle, SHAPE_NAMES, shapeLegend, SYMBOLS, ticksOf, WIDTHS } from "./chart.ts";
import { extentOf } from "./dates.ts";
import type { Html, View } from "./view.ts";
import { address, statementAddress } from "./view.ts";

/**
 * Draws a speaker's record: each office a band from the first to the last statement that names it, and below, each statement
 * a mark whose shape says whether it commits. Drawn once for a desk and once for a telephone, so that no letter is scaled
 * below its size. Everything in it stands in the table twin and the list too.
 */
export function timelineChart(speaker: SpeakerRecord, marks: readonly TimelineMark[], view: View): Html {
  const { say } = view;
  const dated = marks.flatMap((mark): Placed[] => {
    const extent = extentOf(mark.date);
    return extent === null ? [] : [{ mark, time: middle(extent), exact: extent.exact }];
  });
  const spells = speaker.roleSpells
    .flatMap((spell): Band[] => {
      const from = extentOf(spell.first);
      const to = extentOf(spell.last);
      return from === null || to === null ? [] : [{ spell, from: middle(from), to: middle(to) }];
    })
    .sort((a, b) => b.spell.statements - a.spell.statements)
    .slice(0, MOST_BANDS)
    .sort((a, b) => a.from.getTime() - b.from.getTime());
  if (dated.length === 0 && spells.length === 0) return html`<p class="none">${say("nothingDated")}</p>`;
  const crowded = dated.length > MOST_POINTS || highestPile(dated) > HIGHEST_PILE;
  const points = crowded ? byMonth(dated, speaker, view) : dated.map((each) => pointOf(each, view));
  const label = say("chartLabel", { name: speaker.name, count: marks.length, roles: spells.length });
  const undated = marks.length - dated.length;
  return html`<figure class="timeline">
    ${(["desk", "phone"] as const).map((size) => raw(draw(spells, points, WIDTHS[size], size, label, view)))}
    <figcaption>
      ${shapeLegend(view)}
      ${dated.some((each) => !each.exact) ? html`<p>${say("hollowMarks")}</p>` : ""}${undated > 0 ? html`<p>${say("undated", { count: undated })}</p>` : ""}
    </figcaption>
  </figure>`;
}

interface Placed {
  readonly mark: TimelineMark;
  readonly time: Date;
  readonly exact: boolean;
}

interface Band {
  readonly spell: RoleSpell;
  readonly from: Date;
  readonly to: Date;
}

interface Point {
  readonly time: Date;
  readonly shape: TimelineMark["shape"];
  readonly exact: boolean;
  readonly radius: number;
  readonly title: string;
  readonly href: string;
}

/** Bands beyond these are rare wordings; they stand in the table. */
const MOST_BANDS = 9;
/** More single marks than this cannot be told apart (and would weigh more than the page): then months are drawn. */
const MOST_POINTS = 120;
/** Likewise when so many fall in one month. */
const HIGHEST_PILE = 14;
const BAND_HEIGHT = 36;

function draw(
  bands: readonly Band[],
  points: readonly Point[],
  width: number,
  size: Sizes,
  label: string,
  view: View,
): string {
  const times = [...bands.flatMap((band) => [band.from, band.to]), ...points.map((point) => point.time)].map(Number);
  const first = Math.min(...times);
  const last = Math.max(...times);
  const room = Math.max((last - first) * 0.04, 20 * DAY);
  const domain = [new Date(first - room), new Date(last + room)] as const;
  const scale = (time: Date): number =>
    ((Number(time) - Number(domain[0])) / (Number(domain[1]) - Number(domain[0]))) * width;
  const bandsHeight = bands.length * BAND_HEIGHT;
  const pointsHeight = stackHeight(points, scale);
  const height = bandsHeight + pointsHeight + 34;
  const thinnest = ((Number(domain[1]) - Number(domain[0])) * 8) / width;
  const ticks = ticksOf(domain, width, view);
  const rows = bands.map((band, index) => ({ ...band, row: String(index) }));
  const labelled = rows.map((row) => {
    const rightHalf = scale(row.from) > width / 2;
    const letters = Math.floor((rightHalf ? scale(later(row, thinnest)) : width - scale(row.from)) / 7);
    const title = row.spell.title;
    return { ...row, rightHalf, text: title.length > letters ? `${title.slice(0, Math.max(letters - 1, 8))}…` : title };
  });
  const text = (rightHalf: boolean): Plot.Markish =>
    Plot.text(
      labelled.filter((row) => row.rightHalf === rightHalf),
      {
        x: rightHalf ? (row: Band) => later(row, thinnest) : "from",
        y: "row",
        text: "text",
        textAnchor: rightHalf ? "end" : "start",
        dy: -9,
        fontSize: 13,
        fill: "var(--ink)",
      },
    );
  const drawing = Plot.plot({
    document,
    className: "chart",
    width,
    height,
    marginLeft: 1,
    marginRight: 1,
    marginTop: 4,
    marginBottom: 24,
    x: { type: "utc", domain: [...domain], axis: null },
    y: { type: "band", domain: rows.map((row) => row.row), axis: null, range: [4, 4 + bandsHeight], padding: 0 },
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
      Plot.barX(rows, {
        x1: "from",
        x2: (row: Band) => later(row, thinnest),
        y: "row",
        insetTop: 21,
        insetBottom: 6,
        rx: 3,
        fill: "var(--band)",
      }),
      text(false),
      text(true),
      Plot.frame({ anchor: "bottom", stroke: "var(--frame)" }),
      Plot.dot(
        [...points],
        Plot.dodgeY({
          x: "time",
          r: "radius",
          symbol: (point: Point) => SYMBOLS[point.shape],
          fill: (point: Point) => (point.exact ? `var(--mark-${point.shape})` : "var(--paper)"),
          stroke: (point: Point) => `var(--mark-${point.shape})`,
          strokeWidth: 1.5,
          padding: 1.5,
          // A band scale shifts every mark by half a band; these stand on the baseline.
          dy: bands.length === 0 ? 0 : -BAND_HEIGHT / 2,
          title: "title",
          href: "href",
        }),
      ),
    ],
  });
  return finished(drawing, size, label);
}

function later(band: Band, thinnest: number): Date {
  return new Date(Math.max(Number(band.to), Number(band.from) + thinnest));
}

function pointOf({ mark, time, exact }: Placed, view: View): Point {
  return {
    time,
    exact,
    shape: mark.shape,
    radius: mark.shape === "statement" ? 4.5 : 5,
    title: `${view.date(mark.date)}: ${mark.words}`,
    href: statementAddress(mark.id),
  };
}

function highestPile(placed: readonly Placed[]): number {
  const months = new Map<string, number>();
  for (const { time } of placed) {
    const month = time.toISOString().slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  return Math.max(0, ...months.values());
}

/** One mark a month and shape, its area as the number of statements, leading to the search for that month. */
function byMonth(placed: readonly Placed[], speaker: SpeakerRecord, view: View): readonly Point[] {
  const months = new Map<string, { time: Date; shape: TimelineMark["shape"]; count: number; month: string }>();
  for (const { mark, time } of placed) {
    const month = time.toISOString().slice(0, 7);
    const key = `${month} ${mark.shape}`;
    const found = months.get(key);
    if (found) found.count++;
    else months.set(key, { time: new Date(`${month}-15T00:00:00Z`), shape: mark.shape, count: 1, month });
  }
  return [...months.values()].map(({ time, shape, count, month }) => ({
    time,
    shape,
    exact: true,
    radius: Math.min(2.5 + Math.sqrt(count) * 1.5, 16),
    title: `${view.date(month)}: ${view.say(SHAPE_NAMES[shape])} × ${view.number(count)}`,
    href: address("/search", { speaker: speaker.id, from: month, to: month }),
  }));
}

/** Room for the highest pile of marks: they are piled where they would touch. */
function stackHeight(points: readonly Point[], scale: (time: Date) => number): number {
  const piles = new Map<number, number>();
  for (const point of points) {
    const column = Math.floor(scale(point.time) / 12);
    piles.set(column, (piles.get(column) ?? 0) + 2 * point.radius + 1.5);
  }
  const columns = [...piles].map(([column, height]) => Math.max(height, (height + (piles.get(column + 1) ?? 0)) * 0.8));
  return Math.max(24, ...columns.map((height) => height + 12));
}
