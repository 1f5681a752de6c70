import assert from "node:assert/strict";
import { test } from "node:test";
import { english } from "../../src/core/languages/en/english.ts";
import { analyse } from "../../src/core/text/analyse.ts";
import { textOf } from "../../src/core/text/words.ts";

const { text: data } = english({ text: undefined, attribution: undefined });

/** A bar stands where a sentence ends. */
const CASES: readonly (readonly [name: string, text: string])[] = [
  ["full stops end sentences", "The vote is over.| Nobody left."],
  ["titles do not", "Mr. Oduya met Sen. Palme on Aug. 5.| They spoke."],
  ["acronyms do not, in the middle", "The U.S. Army and the U.N. agreed."],
  ["acronyms do, before a word that begins sentences", "They went back to the U.S.| The talks failed."],
  ["initials do not", "George W. Lind and J. R. Okoro won."],
  ["the closing mark belongs to the sentence", '“We are done.”| He left.| "So are we."| They left too.'],
  ["a question inside quotation marks does not end the clause around it", "“Will it pass?” she asked.| Nobody knew."],
  ["nor before a named speaker", "“Will it pass?” Ana Ruiz asked.| Nobody knew."],
  ["an ellipsis goes on in lower case", "We would … never do that... or would we?| Perhaps."],
  ["numbers at the head of a line do not", "1. The first point.| It matters."],
  ["No. before a number does not", "He is No. 5 on the list.| No.| Never."],
  ["brackets close with their sentence", "(It was late.)| They slept."],
  ["times do not, in lower case", "The 5 p.m. train left."],
];

for (const [name, marked] of CASES)
  test(name, () => {
    const text = marked.replaceAll("|", "");
    const analysis = analyse(text, [], data);
    const { sentences } = analysis;
    const found = Array.from({ length: sentences.count }, (_, sentence) =>
      textOf(analysis, sentences.start[sentence] as number, sentences.end[sentence] as number),
    );
    assert.deepEqual(
      found,
      marked.split("|").map((part) => part.trim()),
    );
  });
