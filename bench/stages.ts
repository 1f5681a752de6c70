/**
 * What speakers and commitments cost beside attribution: the share of its speed that they leave.
 *
 *     npm run bench -- stages
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { attribute } from "../src/core/attribution/attribute.ts";
import { commit } from "../src/core/commitments/commit.ts";
import { identify } from "../src/core/speakers/identify.ts";
import { analyse } from "../src/core/text/analyse.ts";
import { loadEnglish } from "../src/ingest/languages.ts";
import { articleOf, type GoldArticle, readLines } from "../train/commitment-gold.ts";
import { fastest } from "./rates.ts";

const corpus = fileURLToPath(new URL("../../shared/corpora/", import.meta.url));
const SAMPLES = [
  { name: "PolNeAR dev", file: "polnear/dev.jsonl", every: 2 },
  { name: "releases", file: "news/press-releases-ua-ru.jsonl", every: 40 },
];

const language = loadEnglish();
for (const { name, file, every } of SAMPLES) {
  if (!existsSync(corpus + file)) {
    console.log(`${name}: the corpus is absent`);
    continue;
  }
  const articles = readLines<GoldArticle>(corpus + file)
    .filter((_, at) => at % every === 0)
    .map(articleOf);
  const read = articles.map((article) => {
    const analysis = analyse(article.text, [], language.text);
    const attributions = attribute(analysis, language.attribution);
    return {
      article,
      analysis,
      attributions,
      statements: identify(article, analysis, attributions, language.speakers),
    };
  });
  const attribution = fastest(() => {
    for (const { text } of articles) attribute(analyse(text, [], language.text), language.attribution);
  });
  const speakers = fastest(() => {
    for (const { article, analysis, attributions } of read)
      identify(article, analysis, attributions, language.speakers);
  });
  const commitments = fastest(() => {
    for (const { article, analysis, statements } of read) commit(article, analysis, statements, language.commitments);
  });
  const kept = (100 * attribution) / (attribution + speakers + commitments);
  console.log(
    `${name}, ${articles.length} articles: to attributions ${Math.round(attribution)} ms, speakers ${Math.round(speakers)} ms, ` +
      `commitments ${Math.round(commitments)} ms; ${kept.toFixed(0)} % of the speed kept`,
  );
}
