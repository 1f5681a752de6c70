import type { Span } from "../span.ts";
import type { Change } from "./shift.ts";
import { themeOf } from "./alike-words.ts";
import { SMALL_WORDS } from "./small-words.ts";

/** What two sentences on one subject show to differ by their words alone, where no commitment says it; each with the words that prove it. */
export type ShownChange = Extract<Change, { readonly kind: "polarity" | "scope" }>;

/**
 * Compares two sentences that share the words `shared` (as `themeOf` gives them):
 *
 *     The port will not be sold.      /  The port will be sold.              polarity: one "not", before a word that both have
 *     2,000 homes have been rebuilt   /  2,600 homes have been rebuilt       quantity: two amounts of one thing
 *     schools in Osterby              /  schools in Osterby and Port Sable   place: a list of places that grew or shrank
 *
 * Where a sentence could be read otherwise (two negations, "not only", a question, two amounts of one thing), nothing is said.
 */
export function shownChanges(earlier: Span, later: Span, shared: readonly string[]): readonly ShownChange[] {
  const [from, to] = [tokensOf(earlier), tokensOf(later)];
  return [
    ...polarityChange(earlier, later, from, to, shared),
    ...amountChanges(earlier, later, from, to),
    ...placeChanges(earlier, later, from, to),
  ];
}

/** Clauses that make what is said wait: "unless the mayor agrees", "only after the vote". Each runs to the next comma or stop. */
export function conditionsIn(passage: Span): readonly Span[] {
  const tokens = tokensOf(passage);
  const found: Span[] = [];
  for (const [at, token] of tokens.entries()) {
    const [before, next] = [tokens[at - 1]?.word ?? "", tokens[at + 1]?.word ?? ""];
    const marks =
      (token.word === "if" && !NO_CONDITION_BEFORE.has(before) && !NO_CONDITION_AFTER.has(next)) ||
      (token.word === "unless" && next !== "") ||
      (token.word === "provided" && next === "that") ||
      (token.word === "as" && next === "long" && tokens[at + 2]?.word === "as") ||
      (token.word === "on" && (next === "condition" || next === "conditions")) ||
      ((token.word === "after" || token.word === "when" || token.word === "once") && before === "only");
    if (!marks || (found.at(-1)?.end ?? 0) > token.start) continue;
    const rest = passage.text.slice(token.start - passage.start);
    const end = token.start + rest.slice(0, rest.search(/[,;:.!?—–]|$/)).trimEnd().length;
    const start = before === "only" ? (tokens[at - 1]?.start ?? token.start) : token.start;
    if (end - token.start < 8) continue;
    found.push(cut(passage, start, end));
  }
  return found;
}

const NO_CONDITION_BEFORE = wordSet(
  "as even ask asks asked know knows see sees wonder what whether check only-then unclear sure say",
);
const NO_CONDITION_AFTER = wordSet("not any necessary possible needed anything so you i we");

interface Token extends Span {
  readonly word: string;
}

function tokensOf({ start, text }: Span): readonly Token[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)].map(({ 0: written, index }) => ({
    start: start + index,
    end: start + index + written.length,
    text: written,
    word: written.toLowerCase().replaceAll("’", "'"),
  }));
}

function cut(passage: Span, start: number, end: number): Span {
  return { start, end, text: passage.text.slice(start - passage.start, end - passage.start) };
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

function isNegation(word: string): boolean {
  return word === "not" || word === "never" || word === "cannot" || word.endsWith("n't");
}

/** What makes a sentence's sense hard to tell from its "not"s. */
const OTHER_NEGATIONS = wordSet(
  "without no nor neither nobody none nothing hardly unlikely refuse refuses refused reject rejects rejected deny denies denied fail fails failed " +
    "oppose opposes opposed against stop stopped stops instead but although unless if whether",
);
const SOFTENERS = wordSet("only just merely least simply even always necessarily yet");
const AUXILIARIES = wordSet("be been being have had has do now again ever a an the");
/** How many small words may stand between a negation and the word it denies: "will not now be sold". */
const REACH = 3;

function polarityChange(
  earlier: Span,
  later: Span,
  from: readonly Token[],
  to: readonly Token[],
  shared: readonly string[],
): readonly ShownChange[] {
  if (/\?/.test(earlier.text) || /\?/.test(later.text)) return [];
  if ([...from, ...to].some(({ word }) => OTHER_NEGATIONS.has(word))) return [];
  const [one, other] = [from.filter(({ word }) => isNegation(word)), to.filter(({ word }) => isNegation(word))];
  if (one.length + other.length !== 1) return [];
  const tokens = one.length === 1 ? from : to;
  const at = tokens.findIndex(({ word }) => isNegation(word));
  const negation = tokens[at];
  if (negation === undefined) return [];
  const behind = tokens.slice(at + 1, at + 2 + REACH);
  if (SOFTENERS.has(behind[0]?.word ?? "")) return [];
  const denied = behind.find(({ word }) => !AUXILIARIES.has(word));
  if (denied === undefined || !shared.includes(themeOf(denied.word))) return [];
  const span = { start: negation.start, end: negation.end, text: negation.text };
  return one.length === 1
    ? [{ kind: "polarity", of: "words", from: "not", to: "do", proof: { earlier: span, later: null } }]
    : [{ kind: "polarity", of: "words", from: "do", to: "not", proof: { earlier: null, later: span } }];
}

interface Amount {
  readonly value: string;
  readonly units: readonly string[];
  readonly span: Span;
}

const SCALES = wordSet("hundred thousand million billion trillion percent dozen");
const TIMES = wordSet("day days week weeks month months year years hour hours minute minutes anniversary per");
const MONTHS = wordSet(
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
);

/** Amounts with what they count: the next word that says something. Days, years and ordinals are none. */
function amountsIn(passage: Span, tokens: readonly Token[]): readonly Amount[] {
  const amounts: Amount[] = [];
  if (/[$€£]/.test(passage.text)) return [];
  for (const [at, token] of tokens.entries()) {
    if (!/^\d[\d.,]*(?:-\d[\d.,]*)?$/.test(token.word) || /^(?:19|20)\d\d$/.test(token.word)) continue;
    const [before, next] = [tokens[at - 1]?.word ?? "", tokens[at + 1]?.word ?? ""];
    if (MONTHS.has(before) || MONTHS.has(next)) continue;
    const scaled = SCALES.has(next);
    const counted = tokens
      .slice(at + (scaled ? 2 : 1), at + (scaled ? 4 : 3))
      .filter(({ word }) => !SMALL_WORDS.has(word) && !/^\d/.test(word));
    const last = counted[0];
    // an amount of nothing named, or a stretch of time, makes it unsure which amounts belong together
    if (last === undefined) return [];
    if (TIMES.has(last.word) || tokens.slice(at + 1, at + 4).some(({ word }) => TIMES.has(word))) continue;
    amounts.push({
      value: `${token.word.replaceAll(",", "")}${scaled ? ` ${next}` : ""}`,
      units: counted.map(({ word }) => themeOf(word)),
      span: cut(passage, token.start, last.end),
    });
  }
  return amounts;
}

function amountChanges(
  earlier: Span,
  later: Span,
  from: readonly Token[],
  to: readonly Token[],
): readonly ShownChange[] {
  const [before, after] = [amountsIn(earlier, from), amountsIn(later, to)];
  const like = (one: Amount, all: readonly Amount[]): readonly Amount[] =>
    all.filter(({ units }) => units.some((unit) => one.units.includes(unit)));
  return before.flatMap((amount): readonly ShownChange[] => {
    const [other, more] = like(amount, after);
    if (other === undefined || more !== undefined || like(amount, before).length > 1) return [];
    return other.value === amount.value ? [] : [scope("quantity", amount.span, other.span)];
  });
}

const PLACING = wordSet("in at near across throughout");

interface Places {
  readonly names: readonly string[];
  readonly span: Span;
}

/** "in Osterby, Port Sable and Lund": the capitals behind the only preposition of place, or null where there are more such lists. */
function placesIn(passage: Span, tokens: readonly Token[]): Places | null {
  let found: Places | null = null;
  for (const [at, { word }] of tokens.entries()) {
    if (!PLACING.has(word)) continue;
    const list: Token[] = [];
    let name: string[] = [];
    const names: string[] = [];
    for (const token of tokens.slice(at + 1)) {
      if (/^\p{Lu}/u.test(token.text) && !MONTHS.has(token.word)) name.push(token.word);
      else if (token.word === "and" && name.length > 0) names.push(name.splice(0).join(" "));
      else if (token.word !== "the") break;
      const last = list.at(-1);
      // a comma ends a name within the list
      if (last !== undefined && token.start > last.end + 1 && name.length > 1)
        names.push(name.splice(0, name.length - 1).join(" "));
      list.push(token);
    }
    if (name.length > 0) names.push(name.join(" "));
    const [first, end] = [list[0], list.findLast(({ text }) => /^\p{Lu}/u.test(text))];
    if (names.length === 0 || first === undefined || end === undefined) continue;
    if (found !== null) return null;
    found = { names, span: cut(passage, first.start, end.end) };
  }
  return found;
}

/** A list of places that has all of the other's and more. */
function placeChanges(
  earlier: Span,
  later: Span,
  from: readonly Token[],
  to: readonly Token[],
): readonly ShownChange[] {
  const [before, after] = [placesIn(earlier, from), placesIn(later, to)];
  if (before === null || after === null || before.names.length === after.names.length) return [];
  const [few, many] = before.names.length < after.names.length ? [before, after] : [after, before];
  if (!few.names.every((name) => many.names.includes(name))) return [];
  return [scope("place", before.span, after.span)];
}

function scope(field: "quantity" | "place", from: Span, to: Span): ShownChange {
  return { kind: "scope", field, from: from.text, to: to.text, proof: { earlier: from, later: to } };
}
