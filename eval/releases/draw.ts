/**
 * Draws the entries that are judged by hand: those of one speaker's timeline about one subject, over all the releases, at the
 * default settings, as a user would ask for them. The draw is fixed by its seed.
 *
 *     node eval/releases/draw.ts SEED                  prints the entries to read, each with the article around it
 *     node eval/releases/draw.ts SEED --ledger FILE    keeps the ledger there, and takes it from there the next time
 *     node eval/releases/draw.ts SEED --jsonl          prints what identifies them: a line an entry, without its words
 *     node eval/releases/draw.ts SEED --releases       draws releases that speak of the subject instead, to look for what is
 *                                                      missed: their lines of the corpus, for `extract --format jsonl`
 *     node eval/releases/draw.ts SEED --about SUBJECT  the entries about another subject
 *     node eval/releases/draw.ts SEED --entries COUNT  so many of them, instead of fifty
 *     node eval/releases/draw.ts SEED --held-out       only from the releases that nobody who builds has read: those the SHA-256
 *                                                      of whose id begins with an odd digit
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Entry } from "../../src/core/entry.ts";
import type { Span } from "../../src/core/span.ts";

const SPEAKER = "Volodymyr Zelenskyy";
const SUBJECT = "security guarantees";
const MENTION = /security guarantee/i;
const HOUSE = "https://www.president.gov.ua/";
const ENTRIES = 50;
const RELEASES = 10;
const AROUND = 300;

const corpusFile = fileURLToPath(new URL("../../../shared/corpora/news/press-releases-ua-ru.jsonl", import.meta.url));
const program = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

interface Release {
  readonly id: string;
  readonly url: string;
  readonly date: string;
  readonly title: string;
  readonly text: string;
}

/** An entry as the timeline prints it. */
interface Printed extends Entry {
  readonly url: string;
  readonly date: string | null;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ledger: { type: "string" },
    jsonl: { type: "boolean" },
    releases: { type: "boolean" },
    about: { type: "string", default: SUBJECT },
    entries: { type: "string", default: String(ENTRIES) },
    "held-out": { type: "boolean", default: false },
  },
});
const [seed] = positionals;
if (seed === undefined) throw new RangeError("Give the seed of the draw.");

const releases = new Map(
  linesOf(readFileSync(corpusFile, "utf8")).map((line) => {
    const release = JSON.parse(line) as Release; // the corpus' own form, checked by its README
    return [release.url, release];
  }),
);

if (values.releases) drawReleases();
else drawEntries(values.ledger ?? null, values.jsonl ?? false);

function drawReleases(): void {
  const drawn = [...releases.values()]
    .filter((release) => release.url.startsWith(HOUSE) && MENTION.test(release.text) && isDrawnFrom(release))
    .toSorted(byOrder)
    .slice(0, RELEASES);
  for (const release of drawn) console.log(JSON.stringify(release));
}

function drawEntries(kept: string | null, brief: boolean): void {
  const folder = mkdtempSync(join(tmpdir(), "releases-"));
  const ledger = kept ?? join(folder, "ledger.db");
  try {
    if (!existsSync(ledger)) onrecord("add", "--ledger", ledger, corpusFile);
    const timeline = linesOf(
      onrecord("timeline", "--ledger", ledger, "--format", "jsonl", "--about", values.about, SPEAKER),
    )
      .map((line) => JSON.parse(line) as Printed) // the program's own form
      .filter(({ url }) => isDrawnFrom(releases.get(url)));
    const drawn = timeline.toSorted(byOrder).slice(0, Number(values.entries));
    console.error(`${timeline.length} entries in the timeline, ${drawn.length} drawn`);
    for (const [at, entry] of drawn.entries()) console.log(brief ? identityOf(entry, at + 1) : pageOf(entry, at + 1));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Everything, or with `--held-out` the half that is kept aside. */
function isDrawnFrom(release: Release | undefined): boolean {
  if (!values["held-out"]) return true;
  return release !== undefined && /^[13579bdf]/.test(createHash("sha256").update(release.id).digest("hex"));
}

function byOrder(a: { readonly id: string }, b: { readonly id: string }): number {
  return orderOf(a.id) < orderOf(b.id) ? -1 : 1;
}

function onrecord(...words: readonly string[]): string {
  return execFileSync(process.execPath, [program, ...words], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

function linesOf(text: string): readonly string[] {
  return text.split("\n").filter(Boolean);
}

function orderOf(id: string): string {
  return createHash("sha256").update(`${seed}:${id}`).digest("hex");
}

function identityOf(entry: Printed, number: number): string {
  return JSON.stringify({
    number,
    entry: entry.id,
    release: releases.get(entry.url)?.id ?? null,
    content: entry.content.map(({ start, end }) => [start, end]),
    kind: entry.kind,
    confidence: entry.confidence,
    commitments: entry.commitments.length,
  });
}

function pageOf(entry: Printed, number: number): string {
  const release = releases.get(entry.url);
  const lines = [
    `==== ${number} ==== ${entry.id}`,
    `release     ${release?.id} · ${release?.date}`,
    `title       ${release?.title}`,
    `speaker     ${entry.speaker?.name} (${entry.speaker?.kind})`,
    `role        ${entry.speaker?.role?.title ?? "-"}`,
    `kind        ${entry.kind} · act ${entry.act} · confidence ${entry.confidence} · free ${entry.free}`,
    `date        ${entry.date} · said ${entry.said === null ? "-" : `${entry.said.date} “${entry.said.span.text}”`}`,
    `occasion    ${entry.occasion?.text ?? "-"} · addressee ${entry.addressee?.text ?? "-"}`,
    `source      ${textOf(entry.source)} · cue ${textOf(entry.cue)}`,
    `content     ${textOf(entry.content)}`,
  ];
  for (const commitment of entry.commitments)
    lines.push(
      `commitment  ${commitment.committer?.name ?? "-"} · ${commitment.polarity} · ${commitment.action.text}`,
      `            ${commitment.strength} “${commitment.strengthSpan?.text ?? "-"}” · conditions ${textOf(commitment.conditions)}` +
        ` · time ${textOf(commitment.time)} · quantity ${textOf(commitment.quantity)}` +
        ` · for ${commitment.beneficiary?.text ?? "-"} · form ${commitment.form?.value ?? "-"}` +
        ` · ${commitment.testability.value} (${commitment.testability.reason ?? "-"})`,
    );
  const start = Math.min(...entry.content.map((span) => span.start));
  const end = Math.max(...entry.content.map((span) => span.end));
  const text = release?.text ?? "";
  lines.push(
    `around      …${text.slice(Math.max(0, start - AROUND), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + AROUND)}…`,
  );
  return `${lines.join("\n")}\n`;
}

function textOf(spans: readonly Span[]): string {
  return spans.length === 0 ? "-" : spans.map(({ text }) => text).join(" … ");
}
