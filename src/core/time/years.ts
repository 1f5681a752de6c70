import { calendar, type Reading } from "./meaning.ts";
import { fullYear, ordinalAt, spokenYearAt, yearDigitsAt } from "./numbers.ts";
import { is, pastHyphen, sameSentence, wordAt, type Pieces } from "./pieces.ts";

/** 1990, fiscal 1989, the year 2000, nineteen ninety-six, '89; but not 2000 people or $2000 */
export function yearAt(pieces: Pieces, at: number): Reading {
  let p = at;
  if (is(pieces, p, "the") && is(pieces, p + 1, "year", "years")) p += 2;
  else if (is(pieces, p, "fiscal", "calendar")) p++;
  if (is(pieces, p, "year") && p > at) p++;
  const spoken = spokenYearAt(pieces, p);
  if (spoken !== null) return { end: spoken.end, meaning: calendar({ year: spoken.value }) };
  const written = yearDigitsAt(pieces, p);
  if (written === null) {
    const short = /^'([0-9]{2})$/.exec(wordAt(pieces, p));
    return short && { end: p + 1, meaning: calendar({ year: fullYear(Number(short[1])) }) };
  }
  if (p === at && !isYear(pieces, p, written.value)) return null;
  return { end: written.end, meaning: calendar({ year: written.value }) };
}

/** year-end, year's end, the year's end */
export function yearEndAt(pieces: Pieces, at: number): Reading {
  const p = is(pieces, at, "the") ? at + 1 : at;
  if (!is(pieces, p, "year")) return null;
  const q = is(pieces, p + 1, "'s") ? p + 2 : pastHyphen(pieces, p + 1);
  if (!is(pieces, q, "end")) return null;
  return { end: q + 1, meaning: calendar({ month: 12, day: 31, direction: 0 }) };
}

/** the 1990s, the '90s, the mid-1990s, the nineties, the 20th century */
export function decadeAt(pieces: Pieces, at: number): Reading {
  const { data } = pieces;
  const article = is(pieces, at, "the");
  let p = article ? at + 1 : at;
  if (data.parts.has(wordAt(pieces, p))) p = pastHyphen(pieces, p + 1);
  const one = wordAt(pieces, p);
  const match = /^(?:(1[5-9]|20)(\d)0|'?([2-9])0)'?s$/.exec(one);
  if (match) {
    const [, century, tens, short] = match;
    if (century !== undefined) return yearsReading(p + 1, `${century}${tens ?? ""}`);
    return article ? yearsReading(p + 1, `19${short ?? ""}`) : null;
  }
  if (one === "'" && pieces.glued[p + 1] && /^[2-9]0s$/.test(wordAt(pieces, p + 1)))
    return yearsReading(p + 2, `19${wordAt(pieces, p + 1)[0] ?? ""}`);
  const named = data.decades.get(one);
  if (named !== undefined && article) return yearsReading(p + 1, `19${named}`);
  const ordinal = ordinalAt(pieces, p);
  const q = pastHyphen(pieces, p + 1);
  if (ordinal !== null && ordinal > 1 && is(pieces, q, "century"))
    return yearsReading(q + 1, String(ordinal - 1).padStart(2, "0"));
  return null;
}

function yearsReading(end: number, digits: string): Reading {
  return { end, meaning: { kind: "years", digits } };
}

/** Are four bare digits a year, and not a count, a price or a measure? */
function isYear(pieces: Pieces, at: number, value: number): boolean {
  const { capital, glued, data } = pieces;
  const before = at > 0 && sameSentence(pieces, at, at - 1) ? wordAt(pieces, at - 1) : "";
  const after = sameSentence(pieces, at, at + 1) ? wordAt(pieces, at + 1) : "";
  if (data.numberMarks.has(before) || data.scales.has(after) || data.measures.has(after)) return false;
  if (value % 100 !== 0) return true;
  // "a 2000-seat hall"; but "the 1900-14 campaigns"
  if (glued[at + 1] && (after === "-" || after === "/") && !/^\d+$/.test(wordAt(pieces, at + 2))) return false;
  // "2000 people": a round number before a plural is a count; "the 2000 elections" is a year
  return !after.endsWith("s") || capital[at + 1] === true || before === "the";
}
