import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/**
 * PolNeAR as the corpora folder holds it: articles with their attributions, and for most of them an automatic analysis
 * (CoreNLP) with its own tokens, tags, names and trees. Offsets are UTF-16 units into the article's text.
 */
export interface CorpusArticle {
  readonly id: string;
  readonly text: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly attributions: readonly CorpusAttribution[];
  /** True for the articles that several people annotated: a test set, never trained on. */
  readonly unanimityTest: boolean;
}

export interface CorpusAttribution {
  readonly source: readonly CorpusSpan[];
  readonly cue: readonly CorpusSpan[];
  readonly content: readonly CorpusSpan[];
}

export interface CorpusSpan {
  readonly start: number;
  readonly end: number;
}

/** One token of the automatic analysis. */
export interface LabelledToken {
  readonly start: number;
  readonly end: number;
  readonly lemma: string;
  readonly tag: string;
  readonly name: string;
  /** 1-based place of the head in the sentence, 0 for the root. */
  readonly head: number;
  readonly relation: string;
}

export type LabelledSentence = readonly LabelledToken[];

/** Reads the articles of a part, in the file's order. */
export function readArticles(corpus: string, part: "train" | "dev"): CorpusArticle[] {
  const lines = readFileSync(join(corpus, "polnear", `${part}.jsonl`), "utf8").split("\n");
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      const { id, text, title, publisher, date, attributions, alternates } = JSON.parse(line);
      const unanimityTest = alternates !== null && alternates !== undefined && Object.keys(alternates).length > 0;
      return { id, text, title, publisher, date, attributions: attributions.map(attributionOf), unanimityTest };
    });
}

type Pair = readonly [start: number, end: number];

function attributionOf(marked: { sources?: Pair[]; cues?: Pair[]; contents?: Pair[] }): CorpusAttribution {
  const spans = (pairs: readonly Pair[] = []): CorpusSpan[] => pairs.map(([start, end]) => ({ start, end }));
  return { source: spans(marked.sources), cue: spans(marked.cues), content: spans(marked.contents) };
}

/** Reads the automatic analyses of a part by article id; a few articles have none. */
export function readLabels(corpus: string, part: "train" | "dev"): Map<string, LabelledSentence[]> {
  const articles = new Map<string, LabelledSentence[]>();
  let sentences: LabelledSentence[] = [];
  let sentence: LabelledToken[] = [];
  const endSentence = (): void => {
    if (sentence.length > 0) sentences.push(sentence);
    sentence = [];
  };
  for (const line of gunzipSync(readFileSync(join(corpus, "polnear", `${part}.tsv.gz`)))
    .toString("utf8")
    .split("\n")) {
    if (line.startsWith("# ")) {
      endSentence();
      sentences = [];
      articles.set(line.slice(2), sentences);
    } else if (line === "") endSentence();
    else {
      const [start, end, lemma, tag, name, head, relation] = line.split("\t");
      sentence.push({
        start: Number(start),
        end: Number(end),
        lemma: lemma ?? "",
        tag: tag ?? "",
        name: name ?? "",
        head: Number(head),
        relation: relation ?? "",
      });
    }
  }
  endSentence();
  return articles;
}
