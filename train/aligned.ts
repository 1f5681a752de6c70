import { analyse, type TextData } from "../src/core/text/analyse.ts";
import { NAME_LABELS, type Analysis } from "../src/core/text/analysis.ts";
import { RELATIONS } from "../src/core/text/relations.ts";
import { TAGS } from "../src/core/text/tags.ts";
import type { CorpusArticle, LabelledSentence } from "./corpus.ts";

/** An article's analysis with what the corpus says of each of our tokens; where the two cut differently it says nothing. */
export interface AlignedArticle {
  readonly id: string;
  readonly analysis: Analysis;
  /** Index into TAGS, -1 where unknown. */
  readonly tag: Int8Array;
  /** Index into NAME_LABELS, -1 where unknown. */
  readonly name: Int8Array;
  /** Token of the head, -1 for a root, UNKNOWN_HEAD for sentences that the two cut differently. */
  readonly head: Int32Array;
  readonly relation: Int8Array;
  readonly lemma: readonly (string | undefined)[];
}

export const UNKNOWN_HEAD = -2;

/** Lays the corpus's analysis over ours. `data` needs no model: only tokens and sentences are taken. */
export function align(article: CorpusArticle, sentences: readonly LabelledSentence[], data: TextData): AlignedArticle {
  const analysis = analyse(article.text, [], { ...data, model: undefined });
  const { tokens } = analysis;
  const tag = new Int8Array(tokens.count).fill(-1);
  const name = new Int8Array(tokens.count).fill(-1);
  const head = new Int32Array(tokens.count).fill(UNKNOWN_HEAD);
  const relation = new Int8Array(tokens.count).fill(-1);
  const lemma: (string | undefined)[] = Array.from({ length: tokens.count });
  let token = 0;
  for (const sentence of sentences) {
    const ours = sentence.map(({ start, end }) => {
      while (token < tokens.count && (tokens.start[token] as number) < start) token += 1;
      return token < tokens.count && tokens.start[token] === start && tokens.end[token] === end ? token : -1;
    });
    let nameBefore = "O";
    for (const [place, labelled] of sentence.entries()) {
      const at = ours[place] as number;
      const kind = nameKind(labelled.name, article.text.slice(labelled.start, labelled.end));
      if (at >= 0) {
        tag[at] = TAGS.indexOf(labelled.tag);
        name[at] = kind === "O" ? 0 : NAME_LABELS.indexOf(`${kind === nameBefore ? "I" : "B"}-${kind}`);
        lemma[at] = labelled.lemma;
      }
      nameBefore = kind;
    }
    const first = ours[0] as number;
    const last = ours.at(-1) as number;
    const same =
      first >= 0 &&
      ours.every((at, place) => at === first + place) &&
      analysis.sentences.start[tokens.sentence[first] as number] === first &&
      analysis.sentences.end[tokens.sentence[first] as number] === last + 1;
    if (!same) continue;
    for (const [place, labelled] of sentence.entries()) {
      head[first + place] = labelled.head === 0 ? -1 : first + labelled.head - 1;
      relation[first + place] = RELATIONS.indexOf(labelled.relation);
    }
  }
  return { id: article.id, analysis, tag, name, head, relation, lemma };
}

/** CoreNLP's kinds as ours; its numbers, dates and sums are no names. */
function nameKind(label: string, word: string): string {
  if (label === "PERSON") return "person";
  if (label === "ORGANIZATION") return "organisation";
  if (label === "LOCATION") return "place";
  return label === "MISC" && /^\p{Lu}/u.test(word) ? "other" : "O";
}
