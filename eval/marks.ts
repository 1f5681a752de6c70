/**
 * The same articles in the quotation marks of other houses: PolNeAR dev, rewritten mark by mark, so that every offset keeps its meaning.
 *
 *     npm run eval -- marks
 *
 * Kinds (direct, mixed, indirect) are told from the text as it was written. Quotations within quotations and the marks of
 * measures are rewritten too, which no house would do: a small fall is the rewriting's own.
 */
import { predict } from "./attribution.ts";
import { loadScorer, type MarkedArticle, markedArticles, type Pair } from "./scorer.ts";
import type { Suite } from "./suite.ts";

export const marksSuite: Suite = { name: "marks", report };

/** The confidence at which the articles as written are best. */
const CONFIDENCE = 0.34;

const HOUSES: readonly { readonly name: string; readonly rewrite: (article: MarkedArticle) => MarkedArticle }[] = [
  { name: "as written", rewrite: (article) => article },
  { name: "“curly”", rewrite: (article) => inMarks(article, "“", "”") },
  { name: '"straight"', rewrite: (article) => inMarks(article, '"', '"') },
  { name: "‘single curly’", rewrite: (article) => inMarks(article, "‘", "’") },
  { name: "'single straight'", rewrite: (article) => inMarks(article, "'", "'") },
  { name: "«guillemets»", rewrite: (article) => inMarks(article, "«", "»") },
  { name: "„low and high“", rewrite: (article) => inMarks(article, "„", "“") },
  { name: "comma outside", rewrite: commaOutside },
];

async function report(): Promise<void> {
  const scorer = await loadScorer();
  if (!scorer) return;
  console.log(`  F1 at confidence ${CONFIDENCE}        all   direct   mixed   indirect`);
  for (const { name, rewrite } of HOUSES) {
    const counts = scorer.blank();
    for (const article of markedArticles("dev")) {
      const other = rewrite(article);
      const predicted = predict(other).filter(({ confidence }) => confidence >= CONFIDENCE);
      scorer.scoreArticle(
        counts,
        other.text === article.text ? article : withMarksOf(other, article),
        other.attributions,
        predicted,
      );
    }
    const { all, byType } = scorer.finish(counts);
    const figures = [all, byType.direct, byType.mixed, byType.indirect].map(({ attribution }) =>
      (attribution.f1 * 100).toFixed(1).padStart(8),
    );
    console.log(`  ${name.padEnd(22)}${figures.join("")}`);
  }
}

/** The rewritten article's labels on the text as it was written, where both have one length: kinds are told from its marks. */
function withMarksOf(rewritten: MarkedArticle, written: MarkedArticle): MarkedArticle {
  return { ...rewritten, text: written.text };
}

/** Double marks, of whatever form, as `open` and `close`. */
function inMarks(article: MarkedArticle, open: string, close: string): MarkedArticle {
  const units = article.text.split("");
  for (const [i, unit] of units.entries()) {
    const opensHere = /[\s(]/.test(units[i - 1] ?? " ") && !/[\s,.;]/.test(units[i + 1] ?? " ");
    if (unit === "“" || (unit === '"' && opensHere)) units[i] = open;
    else if (unit === "”" || unit === '"') units[i] = close;
  }
  return { ...article, text: units.join("") };
}

/** “We will”, she said: the comma that ends a quotation behind its mark. */
function commaOutside(article: MarkedArticle): MarkedArticle {
  const units = article.text.split("");
  const moved = new Set<number>();
  for (let i = 0; i + 1 < units.length; i++) {
    if (units[i] !== "," || (units[i + 1] !== "”" && units[i + 1] !== '"')) continue;
    units[i] = units[i + 1] as string;
    units[++i] = ",";
    moved.add(i + 1);
  }
  const attributions = article.attributions.map((one) => ({
    ...one,
    contents: one.contents.map(([start, end]): Pair => [start, moved.has(end) ? end - 1 : end]),
  }));
  return { ...article, text: units.join(""), attributions };
}
