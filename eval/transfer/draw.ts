/**
 * Draws the twenty stories that are judged by hand and writes their ids to `articles.json`. The draw is fixed.
 *
 *     node eval/transfer/draw.ts          prints the drawn lines of the corpus, for `extract --format jsonl`
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SEED = "2026";
const STORIES = 20;

const corpusFile = fileURLToPath(new URL("../../../shared/corpora/news/wikinews-en.jsonl", import.meta.url));
const listFile = fileURLToPath(new URL("./articles.json", import.meta.url));

const orderOf = (id: string): string => createHash("sha256").update(`${SEED}:${id}`).digest("hex");

const drawn = readFileSync(corpusFile, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => {
    const { id } = JSON.parse(line) as { id: string }; // the corpus' own form, checked by its README
    return { id, line, order: orderOf(id) };
  })
  .toSorted((a, b) => (a.order < b.order ? -1 : 1))
  .slice(0, STORIES);

writeFileSync(listFile, `${JSON.stringify(drawn.map(({ id }) => id))}\n`);
for (const { line } of drawn) console.log(line);
