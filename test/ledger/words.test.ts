import assert from "node:assert/strict";
import { it } from "node:test";
import * as fc from "fast-check";
import { parseSearch } from "../../src/ledger/search/search-expression.ts";
import { possibleStems, stemsOf, wordsOf } from "../../src/ledger/search/words.ts";

it("cuts a text into words as people would type them", () => {
  assert.deepEqual(wordsOf("Ana’s 80,000 homes can’t wait: Šimonė, Łódź, ЇЖАК!"), [
    "ana",
    "80000",
    "homes",
    "cant",
    "wait",
    "simone",
    "lodz",
    "їжак",
  ]);
});

it("brings inflected words together, each language by its own rules", () => {
  assert.deepEqual(stemsOf("training trained trains", "en"), ["train", "train", "train"]);
  assert.deepEqual(stemsOf("гарантии гарантий", "ru"), ["гарант", "гарант"]);
  assert.equal(stemsOf("безпеки", "uk")[0], stemsOf("безпеку", "uk")[0]);
  // What somebody typed may be of either language.
  assert.ok(possibleStems("гарантии").includes("гарант"));
});

it("reads words, phrases and beginnings", () => {
  assert.deepEqual(parseSearch('bridges "open in May" tra*'), {
    terms: [
      { kind: "word", stems: ["bridg"] },
      { kind: "phrase", words: [["open"], ["in"], ["mai"]] },
      { kind: "prefix", prefix: "tra", stems: ["tra"] },
    ],
    together: null,
  });
  assert.deepEqual(parseSearch("training in Velda"), {
    terms: [
      { kind: "word", stems: ["train"] },
      { kind: "word", stems: ["velda"] },
    ],
    together: [["train"], ["in"], ["velda"]],
  });
  assert.deepEqual(parseSearch("in the")?.terms.length, 2);
  assert.equal(parseSearch(' ?! "" '), null);
});

it("takes whatever is typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (typed) => {
      const expression = parseSearch(typed);
      assert.ok(expression === null || (expression.terms.length > 0 && expression.terms.length <= 24));
    }),
  );
});

it("spends no more time on endless words than on others", () => {
  const begun = process.cpuUsage();
  assert.equal(stemsOf("ся".repeat(500_000), "uk").length, 1);
  assert.ok(process.cpuUsage(begun).user < 2_000_000);
});
