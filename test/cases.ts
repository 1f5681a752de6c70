/**
 * Golden cases: text that a person can write and review, in `test/cases/<stage>/*.txt`.
 *
 *     # the cue follows the quotation, role before the name
 *     @published 2026-03-04
 *     “We will build 40,000 homes by 2028,” Housing Minister Ana Ruiz said on Tuesday.
 *     ==>
 *     kind        direct
 *     content     We will build 40,000 homes by 2028,
 *     ...
 *
 * `@field value` lines give what an adder would give (`@confidence 0` shows candidates below the default; `@from html` reads
 * the text as a page; `@certainty sure` shows only the commitments at the default confidence). The folder decides what is shown: `text` and `reading` show those stages, every other folder the entries.
 * `npm run cases` rewrites the right-hand sides; the diff is what you review.
 */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Article } from "../src/core/article.ts";
import { DEFAULT_CONFIDENCE } from "../src/core/confidence.ts";
import type { Commitment } from "../src/core/commitment.ts";
import type { Entry } from "../src/core/entry.ts";
import { record } from "../src/core/record.ts";
import type { Span } from "../src/core/span.ts";
import { analyse } from "../src/core/text/analyse.ts";
import { loadEnglish } from "../src/ingest/languages.ts";
import type { Given } from "../src/read/reader.ts";
import { read } from "../src/read/readers.ts";

export interface GoldenCase {
  readonly file: string;
  readonly stage: string;
  readonly name: string;
  readonly options: ReadonlyMap<string, string>;
  readonly text: string;
  readonly expected: string;
}

const folder = fileURLToPath(new URL("./cases/", import.meta.url));

export function goldenCases(): readonly GoldenCase[] {
  return globSync("**/*.txt", { cwd: folder })
    .sort()
    .flatMap((file) => casesIn(file, readFileSync(folder + file, "utf8")));
}

function casesIn(file: string, source: string): GoldenCase[] {
  const cases: GoldenCase[] = [];
  for (const block of source.split(/^(?=# )/m)) {
    if (block.trim() === "") continue;
    const [head = "", ...rest] = block.split("\n");
    const body = rest.join("\n");
    const arrow = body.search(/^==>$/m);
    const left = arrow < 0 ? body : body.slice(0, arrow);
    const expected = arrow < 0 ? "" : body.slice(arrow + 4).trim();
    const options = new Map<string, string>();
    const lines = left.split("\n");
    while (lines[0]?.startsWith("@")) {
      const [, key = "", value = ""] = /^@(\S+)\s*(.*)$/.exec(lines.shift() ?? "") ?? [];
      options.set(key, value);
    }
    const stage = file.split("/")[0] ?? "";
    cases.push({ file, stage, name: head.slice(2).trim(), options, text: lines.join("\n").trim(), expected });
  }
  return cases;
}

/** What the program makes of a case, in the form of its right-hand side. */
export function actualOf(golden: GoldenCase): string {
  const { confidence, certainty, from, ...given } = Object.fromEntries(golden.options) as Given &
    Record<string, string>;
  const kind = from === "html" ? "html" : "text";
  const [reading] = read(`case.${kind}`, new TextEncoder().encode(golden.text), given, { from: kind });
  const article = reading?.article;
  if (!article) return "nothing read";
  if (golden.stage === "text") return textStage(article);
  if (golden.stage === "reading") return readingStage(article);
  const floor = confidence === undefined ? DEFAULT_CONFIDENCE : Number(confidence);
  const entries = record(article, loadEnglish())
    .filter((entry) => entry.confidence >= floor)
    .map((entry) => (certainty === "sure" ? { ...entry, commitments: entry.commitments.filter(isSure) } : entry));
  return entries.map((entry) => entryLines(entry, entries)).join("\n\n") || "nothing";
}

const line = (key: string, value: string): string => `${key.padEnd(11)} ${value.replace(/\s+/g, " ")}`;
const words = (spans: readonly Span[]): string => spans.map((span) => span.text).join(" … ");
const dotted = (parts: readonly (string | null | undefined | false)[]): string => parts.filter(Boolean).join(" · ");

function entryLines(entry: Entry, entries: readonly Entry[]): string {
  const { speaker, said, occasion, addressee } = entry;
  const positionOf = (id: string): string => `${entries.findIndex((other) => other.id === id) + 1}`;
  const lines = [line("kind", dotted([entry.kind, entry.act !== "said" && entry.act, entry.free && "free"]))];
  if (entry.source.length) lines.push(line("source", words(entry.source)));
  if (entry.cue.length) lines.push(line("cue", words(entry.cue)));
  lines.push(line("content", words(entry.content)));
  if (speaker)
    lines.push(
      line("speaker", dotted([speaker.name ?? `(${speaker.description ?? "?"})`, speaker.kind, speaker.role?.title])),
    );
  if (said) lines.push(line("said", dotted([said.date, said.precision, said.span.text])));
  if (occasion) lines.push(line("occasion", occasion.text));
  if (addressee) lines.push(line("addressee", addressee.text));
  if (entry.within) lines.push(line("within", positionOf(entry.within)));
  if (entry.repeats) lines.push(line("repeats", positionOf(entry.repeats)));
  for (const commitment of entry.commitments) lines.push(line("commitment", commitmentLine(commitment)));
  return lines.join("\n");
}

function isSure({ confidence }: Commitment): boolean {
  return confidence >= DEFAULT_CONFIDENCE;
}

function commitmentLine(commitment: Commitment): string {
  const { committer, action, polarity, strength, conditions, time, quantity, beneficiary, form } = commitment;
  return dotted([
    committer?.name ?? "?",
    action.text,
    polarity,
    strength,
    ...conditions.map((span) => `condition ${span.text}`),
    ...time.map((span) => `time ${span.text}`),
    ...quantity.map((span) => `quantity ${span.text}`),
    beneficiary && `beneficiary ${beneficiary.text}`,
    form && form.value !== "spoken" && `form ${form.value}`,
  ]);
}

function textStage(article: Article): string {
  const analysis = analyse(article.text, article.furniture, loadEnglish().text);
  const { tokens, sentences, quotations, names } = analysis;
  const cut = (start: number, end: number): string =>
    article.text.slice(tokens.start[start], tokens.end[end - 1]).replace(/\s+/g, " ");
  const lines: string[] = [];
  for (let i = 0; i < sentences.count; i++)
    lines.push(line("sentence", cut(sentences.start[i] ?? 0, sentences.end[i] ?? 0)));
  for (const quotation of quotations)
    lines.push(
      line(
        "quotation",
        dotted([
          cut(quotation.start, quotation.end),
          quotation.depth > 0 && `depth ${quotation.depth}`,
          quotation.unclosed && "unclosed",
          quotation.continues && "continues",
        ]),
      ),
    );
  for (const name of names) lines.push(line("name", dotted([cut(name.start, name.end), name.kind])));
  return lines.join("\n");
}

function readingStage(article: Article): string {
  const lines: string[] = [];
  for (const key of ["title", "byline", "publisher", "url", "published", "language"] as const)
    if (article[key] !== null) lines.push(line(key, article[key]));
  if (article.reuse)
    lines.push(
      line("reuse", `${article.reuse.maxCharacters ?? "any"} characters${article.reuse.linkRequired ? " · link" : ""}`),
    );
  for (const { kind, start, end } of article.furniture)
    lines.push(line("furniture", `${kind} · ${article.text.slice(start, end)}`));
  return lines.join("\n");
}

/** Rewrites every right-hand side with what the program gives now. */
function rewrite(): void {
  const byFile = Map.groupBy(goldenCases(), (golden) => golden.file);
  for (const [file, cases] of byFile) {
    const parts = cases.map((golden) => {
      const options = [...golden.options].map(([key, value]) => `@${key} ${value}\n`).join("");
      return `# ${golden.name}\n${options}${golden.text}\n==>\n${actualOf(golden)}\n`;
    });
    writeFileSync(folder + file, parts.join("\n"));
    console.error(`${relative(process.cwd(), folder + file)}: ${cases.length} cases`);
  }
}

if (process.argv.includes("--write")) rewrite();
