import { NAME_LABELS } from "../text/analysis.ts";
import type { Mention } from "./mention.ts";
import type { Gender, SpeakerData } from "./speaker-data.ts";
import type { WordView } from "./word-view.ts";

export function kindOfRun(
  view: WordView,
  data: SpeakerData,
  start: number,
  end: number,
  from: number,
): Mention["kind"] {
  const first = view.lower[start] ?? "";
  const length = end - start;
  if (isBodyName(view, data, start, end)) return "body";
  // "the newspaper Harbour Gazette", "think tank Osterby Forum"
  if (start > from && view.capital[start - 1] === 0 && data.bodyNouns.has(view.lower[start - 1] ?? "")) return "body";
  const article =
    start > from &&
    (view.lower[start - 1] === "the" || view.lower[start - 1] === "a" || view.lower[start - 1] === "an");
  if (length === 1) {
    if (data.nationalities.has(first)) return "body";
    if (view.capitals[start] === 1) return "body";
    if (article) return "body";
    return modelKind(view, start, end) ?? "unknown";
  }
  if (data.firstNames.has(first) && length <= 7) return "person";
  const known = modelKind(view, start, end);
  if (known !== null) return known;
  if (article) return "body";
  if (view.capitals[start] === 1 && first.length > 2 && !first.includes(".")) return "body";
  return length <= 4 && !data.nationalities.has(first) ? "person" : "body";
}

/** What the name recogniser says of most of these tokens. */
function modelKind(view: WordView, start: number, end: number): Mention["kind"] | null {
  const { name } = view.analysis.tokens;
  let person = 0;
  let other = 0;
  for (let at = start; at < end; at++) {
    const label = NAME_LABELS[name[at] ?? 0] ?? "O";
    if (label.endsWith("person")) person++;
    else if (label !== "O") other++;
  }
  if (person * 2 > end - start) return "person";
  return other * 2 > end - start ? "body" : null;
}

export function isBodyName(view: WordView, data: SpeakerData, start: number, end: number): boolean {
  const last = view.lower[end - 1] ?? "";
  if (end - start > 1 && /^\d/.test(last)) return true;
  if (data.bodyNames.has(last) || data.placeNames.has(last) || data.knownBodies.has(last))
    return !(end - start === 2 && data.firstNames.has(view.lower[start] ?? ""));
  // “the Hammer” between two names is nobody's house
  for (let at = start; at < end; at++) if (OPENING.has(view.lower[at] ?? "")) return false;
  for (let at = start; at < end; at++) {
    const word = view.lower[at] ?? "";
    if (at > start && view.capital[at] === 0 && /^[a-z]+$/.test(word) && !data.particles.has(word)) return true;
    if (at < end - 1 && at > start && data.bodyNames.has(word) && end - start > 2) return true;
  }
  return false;
}

/** "Arizona Republican", "New York Democrats": somebody from there, no name. */
export function isPeople(view: WordView, data: SpeakerData, start: number, end: number): boolean {
  const last = view.lower[end - 1] ?? "";
  const people =
    data.nationalities.has(last) || data.groupNouns.has(last) || data.nationalities.has(last.replace(/s$/, ""));
  // "CNN Kestria", "Progressive Party of Working People"
  if (view.capitals[start] === 1 && data.placeNames.has(last)) return false;
  if (data.bodyNames.has(view.lower[start] ?? "") && data.joiners.has(view.lower[start + 1] ?? "")) return false;
  for (let at = start + 1; at < end - 1; at++) if (data.bodyNames.has(view.lower[at] ?? "")) return false;
  if (!people || end - start < 2 || view.capital[end] === 1 || data.bodyNames.has(last)) return false;
  return !data.firstNames.has(view.lower[start] ?? "");
}

export function genderOf(view: WordView, data: SpeakerData, start: number, end: number): Gender | null {
  if (end - start < 2) return null;
  return data.firstNames.get(view.lower[start] ?? "") ?? null;
}

export const OPENING: ReadonlySet<string> = new Set(['"', "“", "'", "‘", "``", "«", "„", "("]);
