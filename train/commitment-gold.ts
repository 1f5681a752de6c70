import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Article } from "../src/core/article.ts";
import type { Attribution, AttributionKind } from "../src/core/attribution/attribution.ts";
import type { Entry } from "../src/core/entry.ts";
import type { Language } from "../src/core/languages/language.ts";
import { spanOf } from "../src/core/span.ts";
import { identify } from "../src/core/speakers/identify.ts";
import type { Statement } from "../src/core/statement.ts";
import { analyse } from "../src/core/text/analyse.ts";
import type { Analysis } from "../src/core/text/analysis.ts";

export type Offsets = readonly [start: number, end: number];

/** A line of `eval/labels/*.jsonl` or of `labels/commitments-dev.jsonl`. */
export interface CommitmentLabel {
  readonly corpus?: "polnear" | "releases" | "wikinews";
  readonly article: string;
  /** Null for a sentence of a release; then `content` says which. */
  readonly attribution: string | null;
  readonly content?: readonly Offsets[];
  /** Where the engine itself found the attribution that was labelled; without them a sentence is its author's own. */
  readonly source?: readonly Offsets[];
  readonly cue?: readonly Offsets[];
  readonly kind?: AttributionKind;
  readonly commitment: boolean;
  readonly unsure: boolean;
  readonly committer?: string | null;
  readonly action?: readonly Offsets[];
  readonly polarity?: "do" | "not";
  readonly strength?: "will" | "plan" | "may";
  readonly conditions?: readonly (readonly Offsets[])[];
  readonly time?: readonly (readonly Offsets[])[];
  readonly quantity?: readonly (readonly Offsets[])[];
  readonly beneficiary?: string | null;
}

/** An article of a corpus as far as commitments need it. */
export interface GoldArticle {
  readonly id: string;
  readonly title?: string | null;
  readonly date?: string | null;
  readonly text: string;
  readonly attributions?: readonly GoldAttribution[];
}

interface GoldAttribution {
  readonly id: string;
  readonly sources: readonly Offsets[];
  readonly cues: readonly Offsets[];
  readonly contents: readonly Offsets[];
  readonly type: AttributionKind;
}

/** A labelled article: its analysis, and for each label the statement that gold attribution gives. */
export interface LabelledArticle {
  readonly article: Article;
  readonly analysis: Analysis;
  readonly statements: readonly Statement[];
  readonly labels: readonly { readonly label: CommitmentLabel; readonly statement: Statement }[];
}

const here = fileURLToPath(new URL("../eval/labels/", import.meta.url));

/** The labels kept in the project, the first file that labels something decides. */
export function trainLabels(files: readonly string[] = LABEL_FILES): readonly CommitmentLabel[] {
  const seen = new Set<string>();
  return files
    .filter((file) => existsSync(here + file))
    .flatMap((file) => readLines<CommitmentLabel>(here + file))
    .filter((label) => {
      const key = `${label.article} ${label.attribution ?? label.content?.[0]?.join("-")}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** Only those labels that give the fields too. */
export function fieldLabels(): readonly CommitmentLabel[] {
  return trainLabels(LABEL_FILES.filter((file) => file !== "labels-acts.jsonl"));
}

const LABEL_FILES: readonly string[] = [
  "commitments-train.jsonl",
  "labels-a.jsonl",
  "labels-c.jsonl",
  "labels-acts.jsonl",
];

/** Reads JSON lines of a form that the corpus documents. */
export function readLines<T>(file: string): T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}

/** The half of the labels that a model under test may see: 0 or 1, by article, so that no article is on both sides. */
export function halfOf(article: string): 0 | 1 {
  let hash = 0;
  for (let at = 0; at < article.length; at++) hash = (Math.imul(hash, 31) + article.charCodeAt(at)) | 0;
  return ((hash >>> 7) & 1) === 0 ? 0 : 1;
}

export interface LabelledOptions {
  readonly split?: "train" | "dev";
  /** The whole engine: says who speaks where nobody labelled it, in the sentences of releases. Nobody without it. */
  readonly read?: (article: Article) => readonly Entry[];
}

/** Reads the labelled articles of the corpora and gives each label its statement, with gold attribution. */
export function labelledArticles(
  corpus: string,
  labels: readonly CommitmentLabel[],
  language: Language,
  { split = "train", read }: LabelledOptions = {},
): readonly LabelledArticle[] {
  const polnear = new Map(readLines<GoldArticle>(join(corpus, `polnear/${split}.jsonl`)).map((one) => [one.id, one]));
  const news = new Map(
    ["press-releases-ua-ru", "wikinews-en"]
      .flatMap((file) => readLines<GoldArticle>(join(corpus, `news/${file}.jsonl`)))
      .map((one) => [one.id, one]),
  );
  const byArticle = new Map<string, CommitmentLabel[]>();
  for (const label of labels) byArticle.set(label.article, [...(byArticle.get(label.article) ?? []), label]);
  return [...byArticle].flatMap(([id, ofArticle]) => {
    const gold = polnear.get(id) ?? news.get(id);
    return gold === undefined ? [] : [labelledArticle(gold, ofArticle, language, read)];
  });
}

function labelledArticle(
  gold: GoldArticle,
  labels: readonly CommitmentLabel[],
  language: Language,
  read: LabelledOptions["read"],
): LabelledArticle {
  const article = articleOf(gold);
  const analysis = analyse(article.text, [], language.text);
  const found = labels.filter(({ cue }) => cue !== undefined);
  const attributions = [...(gold.attributions ?? []).map(attributionOf), ...found.map(foundAttribution)];
  const said = identify(article, analysis, attributions, language.speakers);
  const isAsked = labels.some(({ attribution, cue }) => attribution === null && cue === undefined);
  const entries = isAsked && read !== undefined ? read(article) : [];
  const own: Statement[] = [];
  const statementOf = (label: CommitmentLabel): Statement | undefined => {
    if (label.attribution !== null)
      return said[(gold.attributions ?? []).findIndex(({ id }) => id === label.attribution)];
    if (label.cue !== undefined) return said[(gold.attributions ?? []).length + found.indexOf(label)];
    const content = label.content ?? [];
    const statement = { ...ownStatement(article, content, own.length), speaker: speakerAt(entries, content) };
    own.push(statement);
    return statement;
  };
  const paired = labels.flatMap((label) => {
    const statement = statementOf(label);
    return statement === undefined ? [] : [{ label, statement }];
  });
  return { article, analysis, statements: [...said.slice(0, attributions.length), ...own], labels: paired };
}

/** Who says the words at `content`, as the engine finds it: by the likeliest entry that covers their middle. */
function speakerAt(entries: readonly Entry[], content: readonly Offsets[]): Statement["speaker"] {
  const middle = ((content[0]?.[0] ?? 0) + (content.at(-1)?.[1] ?? 0)) / 2;
  return (
    entries
      .filter((entry) => entry.content.some(({ start, end }) => start <= middle && middle < end))
      .toSorted((a, b) => b.confidence - a.confidence)[0]?.speaker ?? null
  );
}

export function articleOf(gold: GoldArticle): Article {
  return {
    text: gold.text,
    title: gold.title ?? null,
    byline: null,
    publisher: null,
    url: null,
    published: gold.date?.slice(0, 10) ?? null,
    language: "en",
    hash: gold.id,
    reuse: null,
    speaker: null,
    given: [],
    furniture: [],
  };
}

function attributionOf({ sources, cues, contents, type }: GoldAttribution): Attribution {
  return attributionFrom(type, sources, cues, contents);
}

function foundAttribution({ kind, source, cue, content }: CommitmentLabel): Attribution {
  return attributionFrom(kind ?? "indirect", source ?? [], cue ?? [], content ?? []);
}

function attributionFrom(
  kind: AttributionKind,
  source: readonly Offsets[],
  cue: readonly Offsets[],
  content: readonly Offsets[],
): Attribution {
  const ranges = (offsets: readonly Offsets[]): { start: number; end: number }[] =>
    offsets.map(([start, end]) => ({ start, end }));
  return {
    kind,
    act: "said",
    source: ranges(source),
    cue: ranges(cue),
    content: ranges(content),
    free: false,
    within: null,
    confidence: 1,
  };
}

/** A sentence of a release, as one of its author's own. */
export function ownStatement(article: Article, content: readonly Offsets[], place: number): Statement {
  return {
    id: `own-${place}`,
    kind: "own",
    act: "said",
    source: [],
    cue: [],
    content: content.map(([start, end]) => spanOf(article.text, start, end)),
    free: false,
    within: null,
    repeats: null,
    speaker: null,
    said: null,
    occasion: null,
    addressee: null,
    confidence: 1,
  };
}
