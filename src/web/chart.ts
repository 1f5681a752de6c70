import type * as Plot from "@observablehq/plot";
import { html } from "hono/html";
import { parseHTML } from "linkedom";
import type { StoredEntry } from "../ledger/ledger.ts";
import { spokenWords } from "../publish/spoken.ts";
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

export type Sizes = keyof typeof WIDTHS;

export const DAY = 86_400_000;
/** Everything is drawn once for a desk and once for a telephone, so that no letter is scaled below its size. */
export const WIDTHS = { desk: 1120, phone: 350 } as const;

/** A document for Plot to draw into; it is only a maker of elements, and one serves every page. */
export const document: ReturnType<typeof parseHTML>["document"] = parseHTML(
  "<!doctype html><html><body></body></html>",
).document;

export const SHAPE_NAMES = {
  statement: "shapeStatement",
  commitment: "shapeCommitment",
  conditional: "shapeConditional",
} as const;
export const SYMBOLS = { statement: "circle", commitment: "square", conditional: "diamond2" } as const;
const LEGEND_SHAPES = {
  statement: "M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9Z",
  commitment: "M3 3h8v8h-8Z",
  conditional: "M7 1 13 7 7 13 1 7Z",
} as const;

/** What the shapes of the marks mean. */
export function shapeLegend(view: View): Html {
  const { say } = view;
  return html`<ul class="shapes">
    ${(["statement", "commitment", "conditional"] as const).map(
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
export function finished(drawing: ReturnType<typeof Plot.plot>, size: Sizes, label: string): string {
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

export function middle({ from, to, exact }: { readonly from: Date; readonly to: Date; readonly exact: boolean }): Date {
  return exact ? from : new Date((Number(from) + Number(to)) / 2);
}

/** Years, or where the whole is short, months; never closer than their letters. */
export function ticksOf(
  [from, to]: readonly [Date, Date],
  width: number,
  view: View,
): readonly { readonly time: Date; readonly label: string }[] {
  const months = (Number(to) - Number(from)) / (30.4 * DAY);
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((each) => (months / each) * 74 <= width) ?? 240;
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
    const at = ((Number(time) - Number(from)) / (Number(to) - Number(from))) * width;
    // A label that the edge would cut is left out; its line stays.
    const fits = at > 34 && at < width - 34;
    ticks.push({ time, label: !fits ? "" : step >= 12 ? String(time.getUTCFullYear()) : format.format(time) });
  }
}
