import type { Analysis } from "../text/analysis.ts";
import { isNounTag } from "../text/tags.ts";
import type { Facts } from "./facts.ts";
import { roleProbability, SOURCE } from "./labels.ts";

/** How often a word of an article stands, and the sum of its probabilities to be in a source. By hash of the lower-case word. */
export type Voices = ReadonlyMap<number, { readonly count: number; readonly sum: number }>;

/** The names and nouns of an article, each with how much it speaks. */
export function voicesOf(analysis: Analysis, facts: Facts, probabilities: Float32Array): Voices {
  const voices = new Map<number, { count: number; sum: number }>();
  const { lower } = analysis.tokens;
  for (let i = 0; i < facts.count; i++) {
    if (!facts.nameKind[i] && !isNounTag(facts.tag[i] as number)) continue;
    const voice = voices.get(lower[i] as number);
    const chance = roleProbability(probabilities, i, SOURCE);
    if (voice) {
      voice.count++;
      voice.sum += chance;
    } else voices.set(lower[i] as number, { count: 1, sum: chance });
  }
  return voices;
}
