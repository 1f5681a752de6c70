import * as Plot from "@observablehq/plot";
import { html, raw } from "hono/html";
import type { StoredEntry } from "../ledger/ledger.ts";
import type { Sizes, TimelineMark } from "./chart.ts";
import { DAY, document, finished, markOf, middle, shapeLegend, SYMBOLS, ticksOf, WIDTHS } from "./chart.ts";
import { extentOf } from "./dates.ts";
import { nameOf } from "./statement-card.ts";
import type { Html, View } from "./view.ts";
import { statementAddress } from "./view.ts";

/** Draws a subject: a row for each speaker who said most on it, a mark for each statement. The table and the list say the same. */
export function subjectChart(entries: readonly StoredEntry[], view: View): Html {
  const { say } = view;
  const placed = entries.flatMap((entry): Placed[] => {
    const extent = extentOf(entry.date);
    const name = nameOf(entry);
    return extent === null || name === null
      ? []
      : [{ mark: markOf(entry), row: entry.speakerId ?? name, name, time: middle(extent), exact: extent.exact }];
  });
  const counts = new Map<string, number>();
  for (const { row } of placed) counts.set(row, (counts.get(row) ?? 0) + 1);
  const rows = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_ROWS)
    .map(([row]) => row);
  const drawn = placed.filter(({ row }) => rows.includes(row));
  if (drawn.length === 0) return html`<p class="none">${say("nothingDated")}</p>`;
  const label = say("subjectChartLabel", { count: drawn.length, speakers: rows.length });
  return html`<figure class="timeline">
    ${(["desk", "phone"] as const).map((size) => raw(draw(drawn, rows, size, label, view)))}
    <figcaption>${shapeLegend(view)}</figcaption>
  </figure>`;
}

interface Placed {
  readonly mark: TimelineMark;
  readonly row: string;
  readonly name: string;
  readonly time: Date;
  readonly exact: boolean;
}

const MOST_ROWS = 8;
const ROW_HEIGHT = 46;

function draw(placed: readonly Placed[], rows: readonly string[], size: Sizes, label: string, view: View): string {
  const width = WIDTHS[size];
  const times = placed.map(({ time }) => Number(time));
  const first = Math.min(...times);
  const last = Math.max(...times);
  const room = Math.max((last - first) * 0.04, 20 * DAY);
  const domain = [new Date(first - room), new Date(last + room)] as const;
  const ticks = ticksOf(domain, width, view);
  const beside = sideBySide(placed, (Number(domain[1]) - Number(domain[0])) / width);
  const names = rows.map((row) => ({ row, name: placed.find((each) => each.row === row)?.name ?? row }));
  const drawing = Plot.plot({
    document,
    className: "chart",
    width,
    height: rows.length * ROW_HEIGHT + 30,
    marginLeft: 1,
    marginRight: 1,
    marginTop: 4,
    marginBottom: 24,
    x: { type: "utc", domain: [...domain], axis: null },
    y: { type: "point", domain: [...rows], axis: null, padding: 0.5 },
    marks: [
      Plot.ruleX(ticks, { x: "time", stroke: "var(--rule)" }),
      Plot.axisX({
        ticks: ticks.map((tick) => tick.time),
        tickFormat: (time: Date) => ticks.find((tick) => Number(tick.time) === Number(time))?.label ?? "",
        tickSize: 0,
        fontSize: 12,
        fill: "var(--muted)",
      }),
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
      Plot.dot([...beside], {
        x: "time",
        y: "row",
        dy: 9,
        r: 5,
        symbol: (each: Placed) => SYMBOLS[each.mark.shape],
        fill: (each: Placed) => (each.exact ? `var(--mark-${each.mark.shape})` : "var(--paper)"),
        stroke: (each: Placed) => `var(--mark-${each.mark.shape})`,
        strokeWidth: 1.5,
        title: (each: Placed) => `${each.name}, ${view.date(each.mark.date)}: ${each.mark.words}`,
        href: (each: Placed) => statementAddress(each.mark.id),
      }),
    ],
  });
  return finished(drawing, size, label);
}

/** Marks of one speaker on one day stand beside each other, in the order of their weight. */
function sideBySide(placed: readonly Placed[], pixel: number): readonly Placed[] {
  const taken = new Map<string, number>();
  return placed
    .toSorted((a, b) => WEIGHT[b.mark.shape] - WEIGHT[a.mark.shape])
    .map((each) => {
      const place = `${each.row} ${Number(each.time)}`;
      const before = taken.get(place) ?? 0;
      taken.set(place, before + 1);
      return before === 0 ? each : { ...each, time: new Date(Number(each.time) + before * 11 * pixel) };
    });
}

const WEIGHT = { statement: 0, commitment: 1, conditional: 2 } as const;
