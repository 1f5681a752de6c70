import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import { tagIndex } from "../text/tags.ts";
import type { Facts } from "./facts.ts";

/** What clauses need of a language. */
export interface ClauseData {
  /** Words that set one clause against another: "while", "whereas"; hashes of the lower-case word. */
  readonly contrasts: ReadonlySet<number>;
}

interface Parts {
  readonly source: Range | null;
  readonly cue: Range;
  readonly content: readonly Range[];
}

/**
 * The content without a clause that is set against it and reports somebody else: the other voice is not this source's.
 *
 *     Ruiz said the bridge would open, while her deputy, Tom Laar, stated the tunnel would close.
 *               ^ content            ^ it ends here
 */
export function withoutContrast(
  analysis: Analysis,
  facts: Facts,
  content: readonly Range[],
  { contrasts }: ClauseData,
): readonly Range[] {
  const { tokens } = analysis;
  for (const [place, { start, end }] of content.entries())
    for (let i = start + 2; i < end; i++)
      if (
        contrasts.has(tokens.lower[i] as number) &&
        (tokens.tag[i - 1] === COMMA || isNameAt(facts, i + 1)) &&
        !facts.quoted[i] &&
        reportsAnother(facts, i + 1, content)
      )
        return [...content.slice(0, place), { start, end: tokens.tag[i - 1] === COMMA ? i - 1 : i }];
  return content;
}

/** A finite saying verb with a noun before it, all within the content. */
function reportsAnother(facts: Facts, from: number, content: readonly Range[]): boolean {
  let hasNoun = false;
  for (const { start, end } of content)
    for (let i = Math.max(start, from); i < end; i++) {
      if (NOUNS.has(facts.tag[i] as number)) hasNoun = true;
      else if (hasNoun && isSaying(facts, i)) return true;
    }
  return false;
}

/**
 * The attribution by the saying verb that follows its source, where a cue before the source took that verb for content.
 *
 *     Speaking to the Herald, Ruiz argued that it was late.
 *                             ^ source
 *                                  ^ cue, not "Speaking to"
 */
export function byOwnVerb<T extends Parts>(facts: Facts, draft: T): T {
  const { source, cue, content } = draft;
  if (!source || cue.end > source.start) return draft;
  const run = content.find(({ start, end }) => start === source.end && end > start + 1);
  if (!run || !isSaying(facts, run.start)) return draft;
  const rest = content.filter(({ start }) => start > run.start);
  return {
    ...draft,
    cue: { start: run.start, end: run.start + 1 },
    content: [{ start: run.start + 1, end: run.end }, ...rest],
  };
}

function isSaying(facts: Facts, i: number): boolean {
  if (facts.act[i] !== SAYING || facts.quoted[i]) return false;
  return FINITE.has(facts.tag[i] as number) || (facts.tag[i] === VBN && FINITE.has(facts.tag[i - 1] as number));
}

/** A title or a name: somebody's turn to speak. */
function isNameAt(facts: Facts, i: number): boolean {
  return facts.shape[i] === 1 || facts.shape[i] === 2;
}

/** As `Facts.act` has it. */
const SAYING = 5;
const COMMA = tagIndex(",");
const VBN = tagIndex("VBN");
const FINITE: ReadonlySet<number> = new Set(["VBD", "VBZ", "VBP"].map(tagIndex));
const NOUNS: ReadonlySet<number> = new Set(["NN", "NNS", "NNP", "NNPS", "PRP"].map(tagIndex));
