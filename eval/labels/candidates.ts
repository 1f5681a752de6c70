/**
 * Draws what is to be labelled for commitments and prints it for a labeller: attributions of PolNeAR train and sentences of
 * presidential releases that carry cues of the future, those with a condition, a time or an amount first. The draw is fixed.
 *
 *     node eval/labels/candidates.ts [FROM [TO]]     prints items FROM to TO (of `candidates.json`, written when absent)
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** One item: the article's id in its corpus, the attribution's id where the corpus has one, and the content's offsets. */
export interface Candidate {
  readonly corpus: "polnear" | "releases";
  readonly article: string;
  readonly attribution: string | null;
  readonly content: readonly (readonly [number, number])[];
}

interface CorpusArticle {
  readonly id: string;
  readonly text: string;
  readonly alternates?: readonly unknown[];
  readonly attributions?: readonly {
    readonly id: string;
    readonly sources: readonly [number, number][];
    readonly cues: readonly [number, number][];
    readonly contents: readonly [number, number][];
  }[];
}

const corpora = fileURLToPath(new URL("../../../shared/corpora/", import.meta.url));
const listFile = fileURLToPath(new URL("./candidates.json", import.meta.url));
const FILES = { polnear: "polnear/train.jsonl", releases: "news/press-releases-ua-ru.jsonl" } as const;

/** Articles of a corpus by id; releases without an id are named by their line. */
export function articlesOf(corpus: Candidate["corpus"]): ReadonlyMap<string, CorpusArticle> {
  const lines = readFileSync(corpora + FILES[corpus], "utf8")
    .split("\n")
    .filter(Boolean);
  return new Map(
    lines.map((line, i) => {
      const article = JSON.parse(line) as CorpusArticle; // the corpus' own form, checked by its README
      const id = String(article.id ?? i + 1);
      return [id, { ...article, id }];
    }),
  );
}

export function candidates(): readonly Candidate[] {
  if (!existsSync(listFile))
    writeFileSync(
      listFile,
      `[\n${draw()
        .map((one) => JSON.stringify(one))
        .join(",\n")}\n]\n`,
    );
  return JSON.parse(readFileSync(listFile, "utf8")) as Candidate[];
}

/** Somebody is said to act later: what a commitment needs, though much of what matches is none. */
const FUTURE =
  /\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|campaign|government|administration|[A-Z][a-z]+)(?: (?:will|would|won['’]t|wouldn['’]t|shall|plans?|intends?|vow(?:s|ed)|pledge[sd]?|promise[sd]?|(?:is|are|was|were|am) (?:going to|ready|prepared|considering|planning|committed)|refuse[sd]?)\b|['’]ll\b)/;
/** What usually makes it a forecast, a poll or a thing that never was. */
const HARDLY =
  /\b(?:would|could|will|wouldn['’]t|won['’]t) (?:not |never |also |likely |probably )?(?:have|be|become|win|lose|vote|need|prefer|make|get|take more|find|know|see|think|seem|help|cost|mean)\b|\bpercent of\b|\bvoters\b|\bpolls?\b/i;
const CONDITION =
  /\b(?:if (?!not\b)|unless|until|once (?:he|she|they|we|the|it)|as long as|provided that|only after|on condition|in exchange for|pending|after (?:the|a|his|her|it|they) \w+)/i;
const TIME =
  /\b(?:tomorrow|tonight|next (?:week|month|year)|this (?:week|month|year|fall)|day one|first (?:day|100 days|term)|by 20\d\d|in 20\d\d|immediately|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/i;
const AMOUNT =
  /\d[\d,.]*\s*(?:percent|per cent|million|billion|trillion|jobs|people|refugees|troops|hryvnias|delegates)|[$€]\s?\d/i;

/** Plainer promises, for a second draw from the releases: the first gave too few amounts, times and conditions. */
const PLEDGE =
  /\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[Gg]overnment|[A-Z][a-z]+) (?:will|(?:is|are|am) going to|plans? to|intends? to|(?:is|are) ready to|promised to) (?!also like)\w+/;

function draw(): Candidate[] {
  const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
  const pools: { kind: string; key: string; candidate: Candidate; text: string }[] = [];
  const add = (candidate: Candidate, text: string): void => {
    if (!FUTURE.test(text) || HARDLY.test(text) || text.length < 30 || text.length > 500) return;
    const kind = CONDITION.test(text) ? "condition" : AMOUNT.test(text) ? "amount" : TIME.test(text) ? "time" : "plain";
    pools.push({ kind, key: hash(JSON.stringify(candidate)), candidate, text });
  };
  for (const article of articlesOf("polnear").values())
    for (const { id, contents } of article.attributions ?? [])
      add(
        { corpus: "polnear", article: article.id, attribution: id, content: contents },
        contents.map(([start, end]) => article.text.slice(start, end)).join(" "),
      );
  const polnear = pools.splice(0);
  for (const article of articlesOf("releases").values())
    for (const match of article.text.matchAll(/[^.!?\n]+[.!?]?/g)) {
      const start = match.index + (match[0].length - match[0].trimStart().length);
      const end = match.index + match[0].trimEnd().length;
      add({ corpus: "releases", article: article.id, attribution: null, content: [[start, end]] }, match[0]);
    }
  // Most by what is rare (conditions, amounts, times), some by chance, so that plain promises and non-promises are there too.
  const take = (pool: typeof pools, counts: Readonly<Record<string, number>>): Candidate[] => {
    const byChance = pool.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    return Object.entries(counts)
      .flatMap(([kind, count]) => byChance.filter((one) => one.kind === kind).slice(0, count))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ candidate }) => candidate);
  };
  const first = [
    ...take(polnear, { condition: 170, amount: 60, time: 90, plain: 40 }),
    ...take(pools, { condition: 100, amount: 30, time: 30, plain: 20 }),
  ];
  const isDrawn = new Set(first);
  const rest = pools.filter(({ candidate, text }) => !isDrawn.has(candidate) && PLEDGE.test(text));
  return [...first, ...take(rest, { condition: 45, amount: 70, time: 45 })];
}

function show(from: number, to: number): void {
  const corpusArticles = { polnear: articlesOf("polnear"), releases: articlesOf("releases") };
  candidates()
    .slice(from, to)
    .forEach((candidate, i) => {
      const article = corpusArticles[candidate.corpus].get(candidate.article);
      if (!article) return;
      const [start = 0] = candidate.content[0] ?? [];
      const [, end = 0] = candidate.content.at(-1) ?? [];
      const attribution = article.attributions?.find(({ id }) => id === candidate.attribution);
      const source = (attribution?.sources ?? []).map(([a, b]) => article.text.slice(a, b)).join(" ");
      const content = candidate.content.map(([a, b]) => article.text.slice(a, b)).join(" ## ");
      console.log(`#${from + i} [${source}] <<${content}>>`);
      console.log(
        `   context: ${article.text.slice(Math.max(0, start - 160), Math.min(article.text.length, end + 60)).replace(/\s+/g, " ")}`,
      );
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  show(Number(process.argv[2] ?? 0), Number(process.argv[3] ?? 1e9));
