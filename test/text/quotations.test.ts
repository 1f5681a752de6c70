import assert from "node:assert/strict";
import { test } from "node:test";
import { english } from "../../src/core/languages/en/english.ts";
import { analyse } from "../../src/core/text/analyse.ts";
import { textOf } from "../../src/core/text/words.ts";

const { text: data } = english({ text: undefined, attribution: undefined });

/** Text, and its quotations in order: depth, then the words; a star marks an unclosed one, a plus one that continues. */
const CASES: readonly (readonly [name: string, text: string, quotations: readonly string[]])[] = [
  ["curly", "He said “we will go” and left.", ["0 “we will go”"]],
  ["straight", 'He said "we will go" and "stay".', ['0 "we will go"', '0 "stay"']],
  ["straight in brackets and after a dash", 'The plan ("a gift")—"ours"—won.', ['0 "a gift"', '0 "ours"']],
  ["single", "She called it ‘a gift’ again.", ["0 ‘a gift’"]],
  ["straight single", "She called it 'a gift' again.", ["0 'a gift'"]],
  ["apostrophes are no marks", "The voters' roll and the minister's '80s hits don't count.", []],
  [
    "a possessive plural inside single marks",
    "She said ‘the voters’ roll is a gift’ twice.",
    ["0 ‘the voters’ roll is a gift’"],
  ],
  ["guillemets", "Il a dit « nous irons » hier.", ["0 « nous irons »"]],
  ["guillemets that point inwards", "Er sagte »wir gehen« gestern.", ["0 »wir gehen«"]],
  ["low and high", "Er sagte „wir gehen“ gestern.", ["0 „wir gehen“"]],
  ["nested single in double", "“They said ‘no’ to us,” he said.", ["0 “They said ‘no’ to us,”", "1 ‘no’"]],
  ["nested double in double", "“They said “no” to us,” he said.", ["0 “They said “no” to us,”", "1 “no”"]],
  [
    "each paragraph opens, the last closes",
    "“We will go.\n“We will stay.\n“We will see,” she said.",
    ["0 “We will go.*", "0 “We will stay.*+", "0 “We will see,”+"],
  ],
  [
    "the second paragraph only closes",
    "“We will go.\nWe will stay,” she said.",
    ["0 “We will go.*", "0 We will stay,”+"],
  ],
  ["an unclosed mark ends with its sentence", "He said “we will go. Then he left. It rained.", ["0 “we will go.*"]],
  [
    "a second opening mark ends an unclosed one",
    "“We will go, he said. “We will stay.”",
    ["0 “We will go, he said.*", "0 “We will stay.”"],
  ],
  [
    "an unclosed pull quote holds its paragraph",
    "“We will go. We will stay.\nAna Ruiz",
    ["0 “We will go. We will stay.*"],
  ],
  ["a stray closing mark is nothing", "We will go,” he said.", []],
  ["feet and inches are no marks", "He is 6'3\" tall.", []],
  ["two straight singles are a double", "He said ''we will go'' twice.", ["0 ''we will go''"]],
];

for (const [name, text, expected] of CASES)
  test(name, () => {
    const analysis = analyse(text, [], data);
    const found = analysis.quotations.map(
      ({ start, end, depth, unclosed, continues }) =>
        `${depth} ${textOf(analysis, start, end)}${unclosed ? "*" : ""}${continues ? "+" : ""}`,
    );
    assert.deepEqual(found, expected);
  });
