import assert from "node:assert/strict";
import { test } from "node:test";
import { englishLemma } from "../../src/core/languages/en/inflection.ts";
import { tagIndex } from "../../src/core/text/tags.ts";

const CASES: readonly (readonly [tag: string, forms: string])[] = [
  [
    "VBD",
    "said say, told tell, hoped hope, stopped stop, carried carry, agreed agree, died die, was be, lay lie, referred refer",
  ],
  [
    "VBD",
    "called call, visited visit, offered offer, required require, argued argue, pledged pledge, solved solve, wanted want",
  ],
  [
    "VBD",
    "controlled control, developed develop, communicated communicate, increased increase, settled settle, needed need",
  ],
  [
    "VBZ",
    "says say, goes go, denies deny, passes pass, pushes push, teaches teach, causes cause, 's be, has have, uses use",
  ],
  ["VBG", "making make, running run, lying lie, seeing see, believing believe, planning plan, putting put, saying say"],
  ["VBN", "written write, sworn swear, vowed vow, forced force, based base, elected elect, involved involve"],
  ["VB", "lay lay, find find, be be"],
  ["MD", "ca can, wo will, 'll will, would would"],
  [
    "NNS",
    "women woman, parties party, speeches speech, crises crisis, wives wife, boxes box, heroes hero, ads ad, news news",
  ],
  ["NNP", "Brussels Brussels, Philips Philips"],
  ["RB", "n't not, not not, soon soon"],
  ["JJR", "better good, larger large, bigger big, easier easy, stronger strong"],
];

for (const [tag, forms] of CASES)
  test(`dictionary forms: ${tag} ${forms.split(",")[0]} ...`, () => {
    for (const pair of forms.split(",")) {
      const [form = "", lemma] = pair.trim().split(" ");
      assert.equal(englishLemma(form, tagIndex(tag)), lemma, form);
    }
  });
