import assert from "node:assert/strict";
import { test } from "node:test";
import { array, assert as forAll, constantFrom, nat, property, string, tuple } from "fast-check";
import type { Article } from "../../src/core/article.ts";
import type { Attribution } from "../../src/core/attribution/attribution.ts";
import { hashOf } from "../../src/core/hash.ts";
import { identify } from "../../src/core/speakers/identify.ts";
import type { Statement } from "../../src/core/statement.ts";
import { analyse } from "../../src/core/text/analyse.ts";
import { loadEnglish } from "../../src/ingest/languages.ts";

const english = loadEnglish();

function articleOf(text: string, published: string | null = null): Article {
  return {
    text,
    title: null,
    byline: null,
    publisher: null,
    url: null,
    published,
    language: "en",
    hash: hashOf(text),
    reuse: null,
    speaker: null,
    given: [],
    furniture: [],
  };
}

/** Reads `source[words]`, `cue[words]`, `content[words]` marks, numbered by attribution (`source1[…]`), out of a text. */
function marked(text: string): { readonly plain: string; readonly attributions: readonly Attribution[] } {
  let plain = "";
  const parts = new Map<number, Record<"source" | "cue" | "content", { start: number; end: number }[]>>();
  const open: { name: "source" | "cue" | "content"; number: number; start: number }[] = [];
  for (const [piece, name, number] of text.matchAll(/(source|cue|content)(\d*)\[|\]|[^]/g)) {
    if (name === "source" || name === "cue" || name === "content")
      open.push({ name, number: Number(number ?? "") || 1, start: plain.length });
    else if (piece === "]" && open.length > 0) {
      const { name: part, number: at, start } = open.pop() ?? { name: "source", number: 1, start: 0 };
      const record = parts.get(at) ?? { source: [], cue: [], content: [] };
      record[part].push({ start, end: plain.length });
      parts.set(at, record);
    } else plain += piece;
  }
  const attributions = [...parts.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, ranges]): Attribution => {
      return { kind: "indirect", act: "said", ...ranges, free: false, within: null, confidence: 0.9 };
    });
  return { plain, attributions };
}

function statementsOf(text: string, published: string | null = null): readonly Statement[] {
  const { plain, attributions } = marked(text);
  return identify(articleOf(plain, published), analyse(plain, [], english.text), attributions, english.speakers);
}

const speakers = (text: string): readonly string[] =>
  statementsOf(text).map(({ speaker }) =>
    speaker === null ? "nobody" : `${speaker.name ?? `(${speaker.description})`} · ${speaker.role?.title ?? "-"}`,
  );

const CASES: readonly (readonly [string, readonly string[]])[] = [
  [
    "source1[Housing Minister Ana Ruiz] cue1[said] content1[the bridge would open]. source2[She] cue2[added] content2[it was late].",
    ["Ana Ruiz · Housing Minister", "Ana Ruiz · Housing Minister"],
  ],
  [
    "source1[Tomas Laar, the director of the Water Board,] cue1[said] content1[it leaks]. Later source2[Laar] cue2[said] content2[it was mended].",
    ["Tomas Laar · director of the Water Board", "Tomas Laar · director of the Water Board"],
  ],
  [
    "source1[Kestria’s national security advisor, Jonas Vell,] cue1[stated] content1[the talks go on].",
    ["Jonas Vell · Kestria’s national security advisor"],
  ],
  ["source1[A senior official] cue1[said] content1[the vote was lost].", ["(A senior official) · senior official"]],
  ["source1[Critics] cue1[say] content1[it is too dear].", ["(Critics) · -"]],
  [
    "Ana Ruiz and her brother Tomas Ruiz were there. source1[Tomas Ruiz] cue1[said] content1[he was glad]. source2[Ana] cue2[said] content2[so was she].",
    ["Tomas Ruiz · brother", "Ana Ruiz · -"],
  ],
];

for (const [text, expected] of CASES) test(text, () => assert.deepEqual(speakers(text), expected));

test("a statement has its time, occasion and addressee from the reporting clause", () => {
  const [statement] = statementsOf(
    "Mayor Ana Ruiz cue1[told] the Harbour Gazette on Tuesday, during a briefing in Ostrava, content1[that the bridge would open in May].",
    "2026-03-04",
  );
  assert.equal(statement?.said?.date, "2026-03-03");
  assert.equal(statement?.occasion?.text, "a briefing in Ostrava");
  assert.equal(statement?.addressee?.text, "the Harbour Gazette");
});

test("any text and any attributions give statements with spans in the text and stable ids", () => {
  const words = constantFrom(
    ..."Ana Ruiz said he she “ ” \" , . who the Mayor Mr. of and on Tuesday Democrats they ' told ( ) \n\n".split(" "),
  );
  const range = tuple(nat(200), nat(40));
  forAll(
    property(
      array(words, { maxLength: 60 }),
      string(),
      array(array(range, { maxLength: 2 }), { maxLength: 9 }),
      (list, other, ranges) => {
        const text = `${list.join(" ")} ${other}`;
        const cut = (pairs: readonly (readonly [number, number])[]) =>
          pairs
            .map(([from, length]) => ({
              start: Math.min(from, text.length),
              end: Math.min(from + length, text.length),
            }))
            .sort((a, b) => a.start - b.start);
        const attributions: Attribution[] = [];
        for (let at = 0; at + 2 < ranges.length; at += 3)
          attributions.push({
            kind: "mixed",
            act: "said",
            source: cut(ranges[at] ?? []),
            cue: cut(ranges[at + 1] ?? []),
            content: cut(ranges[at + 2] ?? []),
            free: at % 2 === 0,
            within: null,
            confidence: 0.5,
          });
        const analysis = analyse(text, [], english.text);
        const statements = identify(articleOf(text), analysis, attributions, english.speakers);
        assert.deepEqual(statements, identify(articleOf(text), analysis, attributions, english.speakers));
        for (const { source, cue, content, speaker, said, occasion, addressee } of statements)
          for (const span of [
            ...source,
            ...cue,
            ...content,
            speaker?.span,
            speaker?.role?.span,
            said?.span,
            occasion?.span,
            addressee?.span,
          ])
            if (span) assert.equal(span.text, text.slice(span.start, span.end));
      },
    ),
  );
});
