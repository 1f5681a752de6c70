import assert from "node:assert/strict";
import { test } from "node:test";
import { english } from "../../src/core/languages/en/english.ts";
import { analyse } from "../../src/core/text/analyse.ts";
import { formHash, lowerHash, textOf, wordOf } from "../../src/core/text/words.ts";

const { text: data } = english({ text: undefined, attribution: undefined });

const CASES: readonly (readonly [name: string, text: string, words: string])[] = [
  ["clitics stand apart", "They don’t, it's Ana's", "They do n’t , it 's Ana 's"],
  ["a plural's apostrophe stands apart", "the voters' roll", "the voters ' roll"],
  ["hyphened words stay whole", "a state-run, 10-year plan", "a state-run , 10-year plan"],
  ["numbers stay whole", "$4,000 or 3.5% at 9:30", "$ 4,000 or 3.5 % at 9:30"],
  [
    "abbreviations keep their stop",
    "Mr. Oduya of the U.S. left at 5 p.m. sharp",
    "Mr. Oduya of the U.S. left at 5 p.m. sharp",
  ],
  ["initials keep their stop", "J. R. Okoro and A.B. Lind", "J. R. Okoro and A.B. Lind"],
  ["a missing space does not glue sentences", "It ended.The next began", "It ended . The next began"],
  [
    "addresses stay whole",
    "see https://news.example/a?b=1, or write desk@news.example.",
    "see https://news.example/a?b=1 , or write desk@news.example .",
  ],
  ["handles and hashtags stay whole", "@harbour_desk on #PalmVote", "@harbour_desk on #PalmVote"],
  ["runs of one mark are one token", "Wait... what?! -- no — yes", "Wait ... what ?! -- no — yes"],
  ["names keep their apostrophe", "Mara O’Dell and Luc d'Arvo", "Mara O’Dell and Luc d'Arvo"],
  ["quotation marks stand apart", "“‘No,’” she said", "“ ‘ No , ’ ” she said"],
  ["clipped words stay whole", "get 'em in the ’80s", "get 'em in the ’80s"],
  ["cannot is two words", "We cannot and Cannot", "We can not and Can not"],
  ["the pronoun I ends a sentence", "taller than I. Then", "taller than I . Then"],
];

for (const [name, text, words] of CASES)
  test(name, () => {
    const analysis = analyse(text, [], data);
    const found = Array.from({ length: analysis.tokens.count }, (_, token) => wordOf(analysis, token));
    assert.equal(found.join(" "), words);
  });

test("equal words have equal hashes, whatever the apostrophe, and case tells form from lower", () => {
  const { tokens } = analyse("Šilo šilo don’t don't", [], data);
  assert.notEqual(tokens.form[0], tokens.form[1]);
  assert.equal(tokens.lower[0], tokens.lower[1]);
  assert.equal(tokens.form[3], tokens.form[5]);
  assert.equal(tokens.lower[0], lowerHash("Šilo"));
  assert.equal(tokens.form[0], formHash("Šilo"));
});

test("textOf covers the gaps and is empty for an empty range", () => {
  const analysis = analyse("Ana  Ruiz said.", [], data);
  assert.equal(textOf(analysis, 0, 2), "Ana  Ruiz");
  assert.equal(textOf(analysis, 1, 1), "");
});
