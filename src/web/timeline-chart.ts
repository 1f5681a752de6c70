import * as Plot from "@observablehq/plot";
import { html } from "hono/html";
import type { RegisterOffice } from "../core/speakers/witnesses.ts";
import type { SpeakerRecord } from "../ledger/ledger.ts";
import type { Point, TimeFrame, TimelineMark } from "./chart.ts";
import { FOOT, placeOf, plotOver, POINT_LOOK, SHAPE_NAMES, timeFigure } from "./chart.ts";
import type { Html, View } from "./view.ts";
import { address, statementAddress } from "./view.ts";

/**
 * Draws a speaker's record: each office a band from the first to the last statement that names it, below it the register's
 * offices as frames, and at the foot each statement a mark whose shape says whether it commits. Everything in it stands in the
 * tables and the list too.
 */
export function timelineChart(
  speaker: SpeakerRecord,
  marks: readonly TimelineMark[],
  offices: readonly RegisterOffice[],
  view: View,
): Html {
  const { say } = view;
  const dated = marks.flatMap((mark): Placed[] => {
    const place = placeOf(mark.date);
    return place === null ? [] : [{ mark, ...place }];
  });
  const worded = wordedBands(speaker);
  if (dated.length === 0 && worded.length === 0)
    return html`<p class="none">${say("nothingDated")} ${say("undatedAdvice")}</p>`;
  const crowded = dated.length > MOST_POINTS || highestPile(dated) > HIGHEST_PILE;
  const points = crowded ? byMonth(dated, speaker, view) : dated.map((each) => pointOf(each, view));
  const undated = marks.length - dated.length;
  // The register's terms may be decades longer; they are drawn only as far as the record goes.
  const times = [...worded.flatMap((band) => [band.from, band.to]), ...points.map((point) => point.time)];
  const registered = offices.length > 0;
  return timeFigure(
    times,
    (frame) => draw(frame, [...worded, ...registerBands(offices, frame.domain)], points, view),
    {
      label: say("chartLabel", { name: speaker.name, count: marks.length, roles: speaker.roleSpells.length }),
      legend: registered ? [bandKey("worded", say("bandWorded")), bandKey("registered", say("bandRegistered"))] : [],
      notes: [
        ...(dated.some((each) => !each.exact) && !crowded ? [say("hollowMarks")] : []),
        ...(crowded ? [say("monthsDrawn")] : []),
        ...(undated > 0 ? [`${say("undated", { count: undated })} ${say("undatedAdvice")}`] : []),
      ],
    },
    view,
  );
}

interface Placed {
  readonly mark: TimelineMark;
  readonly time: Date;
  readonly exact: boolean;
}

/** An office over time, by one of the two witnesses. */
interface Band {
  readonly witness: "worded" | "registered";
  readonly title: string;
  readonly from: Date;
  readonly to: Date;
}

interface SizedPoint extends Point {
  readonly radius: number;
}

/** Bands beyond these are rare wordings; they stand in the table. */
const MOST_BANDS = 9;
/** More single marks than this cannot be told apart (and would weigh more than the page): then months are drawn. */
const MOST_POINTS = 120;
/** Likewise when so many fall in one month. */
const HIGHEST_PILE = 14;
const BAND_HEIGHT = 36;

/** The commonest wordings, each from the first to the last statement that has it. */
function wordedBands(speaker: SpeakerRecord): readonly Band[] {
  return speaker.roleSpells
    .toSorted((a, b) => b.statements - a.statements)
    .flatMap(({ title, first, last }): Band[] => {
      const [from, to] = [placeOf(first), placeOf(last)];
      return from === null || to === null ? [] : [{ witness: "worded", title, from: from.time, to: to.time }];
    })
    .slice(0, MOST_BANDS)
    .sort((a, b) => Number(a.from) - Number(b.from));
}

/** The register's offices, as far as they reach into what is drawn; without a beginning or an end they reach to its edge. */
function registerBands(offices: readonly RegisterOffice[], [first, last]: TimeFrame["domain"]): readonly Band[] {
  return offices
    .map((office): Band => {
      const from = placeOf(office.from)?.time ?? first;
      const to = placeOf(office.to)?.time ?? last;
      return {
        witness: "registered",
        title: office.title,
        from: new Date(Math.max(Number(from), Number(first))),
        to: new Date(Math.min(Number(to), Number(last))),
      };
    })
    .filter(({ from, to }) => from < to)
    .slice(0, MOST_BANDS)
    .sort((a, b) => Number(a.from) - Number(b.from));
}

function draw(
  frame: TimeFrame,
  bands: readonly Band[],
  points: readonly SizedPoint[],
  view: View,
): ReturnType<typeof plotOver> {
  const { width, pixel, scale } = frame;
  const bandsHeight = bands.length * BAND_HEIGHT;
  const height = bandsHeight + stackHeight(points, scale) + FOOT + 8;
  const thinnest = pixel * 8;
  const end = ({ from, to }: Band): Date => new Date(Math.max(Number(to), Number(from) + thinnest));
  const rows = bands.map((band, index) => {
    const rightHalf = scale(band.from) > width / 2;
    const letters = Math.floor((rightHalf ? scale(end(band)) : width - scale(band.from)) / 7);
    const text = band.title.length > letters ? `${band.title.slice(0, Math.max(letters - 1, 8))}…` : band.title;
    return { ...band, row: String(index), rightHalf, text };
  });
  const bars = (witness: Band["witness"], look: Plot.BarXOptions): Plot.Markish =>
    Plot.barX(
      rows.filter((row) => row.witness === witness),
      { x1: "from", x2: end, y: "row", insetTop: 21, insetBottom: 6, rx: 3, ...look },
    );
  const titles = (rightHalf: boolean): Plot.Markish =>
    Plot.text(
      rows.filter((row) => row.rightHalf === rightHalf),
      {
        x: rightHalf ? end : "from",
        y: "row",
        text: "text",
        textAnchor: rightHalf ? "end" : "start",
        dy: -9,
        fontSize: 13,
        fill: "var(--ink)",
        stroke: "var(--paper)",
        strokeWidth: 4,
      },
    );
  return plotOver(
    frame,
    height,
    { type: "band", domain: rows.map((row) => row.row), range: [4, 4 + bandsHeight], padding: 0 },
    [
      bars("worded", { fill: "var(--band)" }),
      bars("registered", { fill: "var(--paper)", stroke: "var(--frame)", strokeWidth: 1.3 }),
      titles(false),
      titles(true),
      Plot.frame({ anchor: "bottom", stroke: "var(--frame)" }),
      Plot.dot(
        [...points],
        Plot.dodgeY({
          x: "time",
          r: "radius",
          padding: 1.5,
          // A band scale shifts every mark by half a band; these stand on the baseline.
          dy: bands.length === 0 ? 0 : -BAND_HEIGHT / 2,
          ...POINT_LOOK,
        }),
      ),
    ],
    view,
  );
}

/** A band of the legend. */
function bandKey(witness: Band["witness"], text: string): Html {
  return html`<svg viewBox="0 0 26 14" width="26" height="14" aria-hidden="true">
      <rect class="band-${witness}" x="1" y="3" width="24" height="8" rx="3" /></svg
    >${text}`;
}

function pointOf({ mark, time, exact }: Placed, view: View): SizedPoint {
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
function byMonth(placed: readonly Placed[], speaker: SpeakerRecord, view: View): readonly SizedPoint[] {
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
function stackHeight(points: readonly SizedPoint[], scale: (time: Date) => number): number {
  const piles = new Map<number, number>();
  for (const point of points) {
    const column = Math.floor(scale(point.time) / 12);
    piles.set(column, (piles.get(column) ?? 0) + 2 * point.radius + 1.5);
  }
  const columns = [...piles].map(([column, height]) => Math.max(height, (height + (piles.get(column + 1) ?? 0)) * 0.8));
  return Math.max(24, ...columns.map((height) => height + 12));
}
