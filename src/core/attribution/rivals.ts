import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import type { Facts } from "./facts.ts";
import { CUE, roleProbability, SOURCE } from "./labels.ts";
import type { Proposal } from "./proposal.ts";

/** How far from a cue a rival is looked for, in tokens. */
const SIGHT = 300;

/** Puts the features about quotations that another cue may speak for, and about those that nothing else speaks for. */
export function putRivals(
  put: (value: number) => void,
  { paragraphs, sentences, tokens }: Analysis,
  { sentence, quoted }: Facts,
  probabilities: Float32Array,
  { candidate, cue, content }: Proposal,
): void {
  const { centre } = candidate;
  const own = sentence[centre] as number;
  const paragraph = tokens.paragraph[centre] as number;
  const paragraphStart = paragraphs.start[paragraph] as number;
  const paragraphEnd = paragraphs.end[paragraph] as number;
  const firstSentence = sentence[(content[0] as Range).start] as number;
  const lastSentence = sentence[(content.at(-1) as Range).end - 1] as number;
  const from = Math.max(paragraphStart, centre - SIGHT);
  const to = Math.min(paragraphEnd, centre + SIGHT);
  const startOf = (s: number): number => Math.max(from, sentences.start[s] as number);
  const endOf = (s: number): number => Math.min(to, sentences.end[s] as number);
  let rivalCue = -1;
  let rivalSource = -1;
  let beside = -1;
  for (const run of content)
    for (let s = sentence[run.start] as number; s <= (sentence[run.end - 1] as number); s++)
      for (let i = startOf(s); i < endOf(s); i++) {
        if (quoted[i] === 1 || isIn(content, i)) continue;
        if (s !== own) {
          rivalCue = Math.max(rivalCue, roleProbability(probabilities, i, CUE));
          rivalSource = Math.max(rivalSource, roleProbability(probabilities, i, SOURCE));
          // in its own sentence only what stands beyond the run, seen from the cue
        } else if ((i < cue.start || i >= cue.end) && (run.start > centre ? i >= run.end : i < run.start))
          beside = Math.max(beside, roleProbability(probabilities, i, CUE));
      }
  put(rivalCue);
  put(rivalSource);
  put(beside);
  const after = Math.max(lastSentence, own) + 1;
  const before = Math.min(firstSentence, own) - 1;
  for (const s of [after, before]) {
    let isQuoted = -1;
    let likeliest = -1;
    if (s >= (sentence[paragraphStart] as number) && s <= (sentence[paragraphEnd - 1] as number)) {
      isQuoted = quoted[s === after ? (sentences.start[s] as number) : (sentences.end[s] as number) - 1] === 1 ? 1 : 0;
      for (let i = startOf(s); i < endOf(s); i++)
        if (quoted[i] !== 1) likeliest = Math.max(likeliest, roleProbability(probabilities, i, CUE));
    }
    put(isQuoted);
    put(likeliest);
  }
  let leftQuoted = 0;
  for (let i = startOf(own); i < endOf(own); i++) if (quoted[i] === 1 && !isIn(content, i)) leftQuoted++;
  put(leftQuoted);
  let quotations = 0;
  for (let i = from; i < to; i++) if (quoted[i] === 1 && (i === from || quoted[i - 1] !== 1)) quotations++;
  put(quotations);
}

function isIn(runs: readonly Range[], token: number): boolean {
  return runs.some((run) => token >= run.start && token < run.end);
}
