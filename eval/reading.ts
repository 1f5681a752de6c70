/**
 * How well pages are read: body text on 102 pages of the public article-extraction benchmark, publication dates on 89 pages,
 * and the share of clean text that is wrongly taken for furniture.
 *
 *     npm run eval -- reading        or        node eval/reading.ts [--out FOLDER]
 *
 * The first two are scored by `../shared/tools/score-reading.mjs`, the measure of the benchmark (its published figures on these
 * 102 pages: readability 0.944, trafilatura 0.950, rs_trafilatura 0.972). With `--out` the predictions stay there to look at.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Article } from "../src/core/article.ts";
import { read } from "../src/read/readers.ts";
import type { Suite } from "./suite.ts";

const shared = fileURLToPath(new URL("../../shared/", import.meta.url));
const extraction = join(shared, "corpora/extraction/");

export interface ReadingScore {
  readonly bodyF1: number;
  readonly bodyPrecision: number;
  readonly bodyRecall: number;
  readonly pagesPerSecond: number;
  /** Share of pages whose date was found and right. */
  readonly datesRight: number;
  /** Share of the dates given that are right. */
  readonly datePrecision: number;
  /** Percent of the characters of clean stories that were labelled furniture. */
  readonly cleanLabelled: number;
  /** Attributions of those stories that furniture touches. */
  readonly attributionsTouched: number;
}

/** The scores, or null where the corpora are not beside the checkout. */
export function scoreReading(out: string): ReadingScore | null {
  if (!existsSync(extraction)) return null;
  const started = performance.now();
  const bodies = predict("scrapinghub/html/", join(out, "bodies.jsonl"), (name) => name.replace(/\.html$/, ""));
  const seconds = (performance.now() - started) / 1000;
  predict("publication-dates/html/", join(out, "dates.jsonl"), (name) => name);
  const body = scored("--gold", "scrapinghub/ground-truth.json", join(out, "bodies.jsonl"));
  const dates = scored("--dates", "publication-dates/dates.json", join(out, "dates.jsonl"));
  const clean = cleanShare();
  return {
    bodyF1: body["f1"] ?? 0,
    bodyPrecision: body["precision"] ?? 0,
    bodyRecall: body["recall"] ?? 0,
    pagesPerSecond: Math.round(bodies / seconds),
    datesRight: dates["recall"] ?? 0,
    datePrecision: dates["precision"] ?? 0,
    ...clean,
  };
}

/** Reads all pages of a folder and writes them in the form that the scorer takes; gives their number. */
function predict(folder: string, file: string, idOf: (name: string) => string): number {
  const names = readdirSync(extraction + folder);
  const lines = names.map((name) => {
    const [reading] = read(name, readFileSync(extraction + folder + name));
    const article = reading?.article;
    const id = idOf(name.replace(/\.gz$/, ""));
    return JSON.stringify({ id, text: article ? storyOf(article) : "", published: article?.published ?? null });
  });
  writeFileSync(file, lines.join("\n"));
  return names.length;
}

function storyOf({ text, furniture }: Article): string {
  let story = "";
  let from = 0;
  for (const { start, end } of furniture) {
    story += `${text.slice(from, start)}\n`;
    from = end;
  }
  return story + text.slice(from);
}

/** The scorer's own figures; it prints JSON. */
function scored(kind: "--gold" | "--dates", gold: string, predictions: string): Readonly<Record<string, number>> {
  const tool = join(shared, "tools/score-reading.mjs");
  const { stdout } = spawnSync(process.execPath, [tool, kind, extraction + gold, "--pred", predictions], {
    encoding: "utf8",
  });
  // The tool's output is numbers by name, and a list of the worst pages that nobody reads here.
  return JSON.parse(stdout) as Record<string, number>;
}

/** PolNeAR's development stories have no furniture but datelines and credits: what is labelled there is mostly wrong. */
function cleanShare(): Pick<ReadingScore, "cleanLabelled" | "attributionsTouched"> {
  let characters = 0;
  let labelled = 0;
  let touched = 0;
  for (const line of readFileSync(join(shared, "corpora/polnear/dev.jsonl"), "utf8").split("\n")) {
    if (line === "") continue;
    const { text, attributions } = JSON.parse(line) as PolnearStory; // the corpus's own form
    const [reading] = read("polnear.jsonl", new TextEncoder().encode(JSON.stringify({ text })));
    const furniture = reading?.article?.furniture ?? [];
    characters += text.length;
    for (const { start, end } of furniture) labelled += end - start;
    for (const { sources, cues, contents } of attributions)
      if (
        [...sources, ...cues, ...contents].some(([from, to]) =>
          furniture.some(({ start, end }) => from < end && start < to),
        )
      )
        touched++;
  }
  return { cleanLabelled: Math.round((labelled / characters) * 100_000) / 1000, attributionsTouched: touched };
}

interface PolnearStory {
  readonly text: string;
  readonly attributions: readonly Readonly<Record<"sources" | "cues" | "contents", readonly [number, number][]>>[];
}

/** As the table shows it: percent, and pages per second for the eye alone. */
export const readingSuite: Suite = {
  name: "reading",
  measure: async () => {
    const score = scoreAside();
    if (score === null) return null;
    return [
      { name: "pages: body F1", value: percent(score.bodyF1) },
      { name: "pages: body precision", value: percent(score.bodyPrecision) },
      { name: "pages: body recall", value: percent(score.bodyRecall) },
      { name: "pages: dates found and right", value: percent(score.datesRight) },
      { name: "pages: given dates that are right", value: percent(score.datePrecision) },
      { name: "clean stories: characters labelled furniture", value: score.cleanLabelled, lower: true },
      { name: "clean stories: attributions touched", value: score.attributionsTouched, lower: true },
    ];
  },
  report: () => {
    const score = scoreAside();
    if (score !== null) console.log(`  ${score.pagesPerSecond} pages a second`);
  },
};

function scoreAside(): ReadingScore | null {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-reading-"));
  try {
    return scoreReading(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}

if (import.meta.main) {
  const at = process.argv.indexOf("--out");
  const score = at === -1 ? scoreAside() : scoreReading(process.argv[at + 1] ?? ".");
  console.log(
    score === null ? "The corpora are not at ../shared; nothing was measured." : JSON.stringify(score, null, 2),
  );
}
