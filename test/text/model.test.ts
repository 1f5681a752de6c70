import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { english } from "../../src/core/languages/en/english.ts";
import { readSections, writeSections } from "../../src/core/learning/model-file.ts";
import { analyse } from "../../src/core/text/analyse.ts";
import { NAME_LABELS } from "../../src/core/text/analysis.ts";
import { RELATIONS } from "../../src/core/text/relations.ts";
import { TAGS } from "../../src/core/text/tags.ts";
import { treeOf } from "../../src/core/text/tree.ts";
import { lemmaOf } from "../../src/core/text/lemma.ts";
import { textOf, wordOf } from "../../src/core/text/words.ts";

const file = fileURLToPath(new URL("../../models/en/text.bin", import.meta.url));
const skip = existsSync(file) ? false : "models/en/text.bin is not there: npm run train";
const { text: data } = english({ text: skip ? undefined : readFileSync(file), attribution: undefined });

const words = fc
  .array(
    fc.constantFrom(
      ...'the A minister Minister Ana RUIZ said that it will not “ ” " , . ? ( ) of Mr. U.S. 4,000 and , who Šilo von der – : \n go goes \ud800 😀 x’s'.split(
        " ",
      ),
    ),
    { maxLength: 60 },
  )
  .map((list) => list.join(" "));

test("labels are in their lists, and every sentence is one tree under one root", { skip }, () => {
  fc.assert(
    fc.property(words, (text) => {
      const { tokens, sentences } = analyse(text, [], data);
      for (let sentence = 0; sentence < sentences.count; sentence += 1) {
        const from = sentences.start[sentence] as number;
        const to = sentences.end[sentence] as number;
        let roots = 0;
        for (let token = from; token < to; token += 1) {
          assert.ok((tokens.tag[token] as number) < TAGS.length);
          assert.ok((tokens.name[token] as number) < NAME_LABELS.length);
          assert.ok((tokens.relation[token] as number) < RELATIONS.length);
          assert.equal(tokens.head[token] === -1, RELATIONS[tokens.relation[token] as number] === "root");
          if (tokens.head[token] === -1) roots += 1;
          let above = token;
          for (let steps = 0; above >= 0; steps += 1) {
            assert.ok(steps <= to - from && above >= from && above < to);
            above = tokens.head[above] as number;
          }
        }
        assert.equal(roots, 1);
      }
    }),
  );
});

test("a tree turned round holds every token once, and subtrees cover their children", { skip }, () => {
  fc.assert(
    fc.property(words, (text) => {
      const { tokens } = analyse(text, [], data);
      const tree = treeOf(tokens);
      let seen = 0;
      for (let token = 0; token < tokens.count; token += 1) {
        let before = -1;
        for (let child = tree.firstChild[token] as number; child >= 0; child = tree.next[child] as number) {
          assert.ok(child > before);
          before = child;
          seen += 1;
          assert.equal(tokens.head[child], token);
          assert.ok((tree.left[child] as number) >= (tree.left[token] as number));
          assert.ok((tree.right[child] as number) <= (tree.right[token] as number));
        }
        if (tokens.head[token] === -1) seen += 1;
      }
      assert.equal(seen, tokens.count);
    }),
  );
});

test("furniture around changes neither tags nor trees nor names", { skip }, () => {
  const text = "Finance Minister Mara Odell said the port of Velden will reopen.";
  const around = "Menu News Sport ";
  const furniture = [{ kind: "navigation" as const, start: 0, end: around.length }];
  const alone = analyse(text, [], data);
  const within = analyse(around + text, furniture, data);
  assert.deepEqual(within.tokens.tag, alone.tokens.tag);
  assert.deepEqual(within.tokens.head, alone.tokens.head);
  assert.deepEqual(within.names, alone.names);
});

/** Sentences about people who do not exist, and the names to be found in them. */
const NAMES: readonly (readonly [text: string, names: string])[] = [
  ["Prime Minister Ingrid Šalonytė said the vote would go ahead.", "person Ingrid Šalonytė"],
  ["“We will pay,” said Ludo Verbrakken, the finance minister.", "person Ludo Verbrakken"],
  ["Mr. Oduyale told reporters in Ankara that talks had failed.", "person Oduyale, place Ankara"],
  [
    "J. R. Okorowa, who leads the Harbour Workers Union, disagreed.",
    "person J. R. Okorowa, organisation Harbour Workers Union",
  ],
  ["The president of Portugal met Swedish officials in Stockholm.", "place Portugal, other Swedish, place Stockholm"],
];

for (const [text, names] of NAMES)
  test(`names: ${text}`, { skip }, () => {
    const analysis = analyse(text, [], data);
    const found = analysis.names.map(({ start, end, kind }) => `${kind} ${textOf(analysis, start, end)}`);
    assert.equal(found.join(", "), names);
  });

test("a surname means the person it was given with", { skip }, () => {
  const analysis = analyse("Lena Ostrik, the mayor, agreed.\nOstrik pays, Ostrik said, for the bridge.", [], data);
  const people = analysis.names.filter(({ kind }) => kind === "person");
  assert.deepEqual(
    people.map(({ start, end }) => textOf(analysis, start, end)),
    ["Lena Ostrik", "Ostrik", "Ostrik"],
  );
});

test("the verb of saying governs what is said, and its subject is the speaker", { skip }, () => {
  const analysis = analyse("The minister said that the port will reopen.", [], data);
  const { head, relation } = analysis.tokens;
  const said = 2;
  assert.equal(wordOf(analysis, said), "said");
  assert.equal(lemmaOf(analysis, said, data), "say");
  assert.equal(head[said], -1);
  assert.deepEqual([head[1], RELATIONS[relation[1] as number]], [said, "nsubj"]);
  assert.deepEqual([head[7], RELATIONS[relation[7] as number]], [said, "ccomp"]);
});

test("a model file gives back its sections, at any alignment, and refuses what is none", () => {
  const sections = [
    { name: "one", bytes: Uint8Array.of(1, 2, 3) },
    { name: "two", bytes: new Uint8Array(0) },
    { name: "three", bytes: Uint8Array.of(9) },
  ];
  const written = writeSections(sections);
  const shifted = new Uint8Array(written.length + 3);
  shifted.set(written, 3);
  for (const bytes of [written, shifted.subarray(3)]) {
    const read = readSections(bytes);
    assert.deepEqual(
      [...read].map(([name, section]) => [name, [...section]]),
      sections.map(({ name, bytes }) => [name, [...bytes]]),
    );
  }
  assert.throws(() => readSections(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)), /no model file/);
  assert.throws(() => readSections(written.subarray(0, written.length - 8)), /cut short/);
});
