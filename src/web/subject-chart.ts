import * as Plot from "@observablehq/plot";
import { html } from "hono/html";
import type { StoredEntry } from "../ledger/ledger.ts";
import type { Point, TimeFrame } from "./chart.ts";
import { FOOT, markOf, placeOf, plotOver, POINT_LOOK, timeFigure } from "./chart.ts";
import { nameOf } from "./statement-card.ts";
import type { Html, View } from "./view.ts";
import { statementAddress } from "./view.ts";

/** Draws a subject: a row for each speaker who said most on it, a mark for each statement. The table and the list say the same. */
export function subjectChart(entries: readonly StoredEntry[], view: View): Html {
  const { say } = view;
  const placed = entries.flatMap((entry) => placedOf(entry, view));
  const counts = new Map<string, number>();
  for (const { row } of placed) counts.set(row, (counts.get(row) ?? 0) + 1);
  const rows = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_ROWS)
    .map(([row]) => row);
  const drawn = placed.filter(({ row }) => rows.includes(row));
  if (drawn.length === 0) return html`<p class="none">${say("nothingDated")} ${say("undatedAdvice")}</p>`;
  return timeFigure(
    drawn.map(({ time }) => time),
    (frame) => draw(frame, drawn, rows, view),
    {
      label: say("subjectChartLabel", { count: drawn.length, speakers: rows.length }),
      notes: drawn.some(({ exact }) => !exact) ? [say("hollowMarks")] : [],
    },
    view,
  );
}

interface RowPoint extends Point {
  readonly row: string;
  readonly name: string;
}

const MOST_ROWS = 8;
const ROW_HEIGHT = 46;

function placedOf(entry: StoredEntry, view: View): readonly RowPoint[] {
  const place = placeOf(entry.date);
  const name = nameOf(entry);
  if (place === null || name === null) return [];
  const { shape, words } = markOf(entry);
  const title = `${name}, ${view.date(entry.date)}: ${words}`;
  return [{ ...place, shape, title, href: statementAddress(entry.id), row: entry.speakerId ?? name, name }];
}

function draw(
  frame: TimeFrame,
  points: readonly RowPoint[],
  rows: readonly string[],
  view: View,
): ReturnType<typeof plotOver> {
  const names = rows.map((row) => ({ row, name: points.find((each) => each.row === row)?.name ?? row }));
  return plotOver(
    frame,
    rows.length * ROW_HEIGHT + FOOT + 4,
    { type: "point", domain: [...rows], padding: 0.5 },
    [
      Plot.ruleY(rows, { stroke: "var(--rule)", dy: 9 }),
      Plot.text(names, {
        y: "row",
        text: "name",
        frameAnchor: "left",
        dx: 2,
        dy: -10,
        fontSize: 13,
        fill: "var(--ink)",
        stroke: "var(--paper)",
        strokeWidth: 4,
      }),
      Plot.dot([...sideBySide(points, frame.pixel)], { x: "time", y: "row", dy: 9, r: 5, ...POINT_LOOK }),
    ],
    view,
  );
}

/** Marks of one speaker on one day stand beside each other, in the order of their weight. */
function sideBySide(points: readonly RowPoint[], pixel: number): readonly RowPoint[] {
  const taken = new Map<string, number>();
  return points
    .toSorted((a, b) => WEIGHT[b.shape] - WEIGHT[a.shape])
    .map((each) => {
      const place = `${each.row} ${Number(each.time)}`;
      const before = taken.get(place) ?? 0;
      taken.set(place, before + 1);
      return before === 0 ? each : { ...each, time: new Date(Number(each.time) + before * 11 * pixel) };
    });
}

const WEIGHT = { statement: 0, commitment: 1, conditional: 2 } as const;
