/**
 * Draws the twenty stories that are judged by hand and writes their ids to the round's list. The draws are fixed.
 *
 *     node eval/transfer/draw.ts [ROUND]   prints the drawn lines of the corpus, for `extract --format jsonl`
 *
 * A story of an earlier round is left out of the later ones.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The seed and the list of each round, in order. */
const ROUNDS = [
  { seed: "2026", list: "./articles.json" },
  { seed: "second", list: "./articles-2.json" },
  { seed: "third", list: "./articles-3.json" },
  { seed: "fourth", list: "./articles-4.json" },
];
const STORIES = 20;

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const number = Number(process.argv[2] ?? 1);
const round = ROUNDS[number - 1];
if (round === undefined) throw new Error(`no round ${process.argv[2]}: give a number from 1 to ${ROUNDS.length}`);

const orderOf = (id: string): string => createHash("sha256").update(`${round.seed}:${id}`).digest("hex");

const judged = new Set(
  ROUNDS.slice(0, number - 1).flatMap(({ list }) => JSON.parse(readFileSync(pathOf(list), "utf8")) as string[]), // written by this script
);

const drawn = readFileSync(pathOf("../../../shared/corpora/news/wikinews-en.jsonl"), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => {
    const { id } = JSON.parse(line) as { id: string }; // the corpus' own form, checked by its README
    return { id, line, order: orderOf(id) };
  })
  .filter(({ id }) => !judged.has(id))
  .toSorted((a, b) => (a.order < b.order ? -1 : 1))
  .slice(0, STORIES);

writeFileSync(pathOf(round.list), `${JSON.stringify(drawn.map(({ id }) => id))}\n`);
for (const { line } of drawn) console.log(line);
