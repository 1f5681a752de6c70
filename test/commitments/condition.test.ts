import assert from "node:assert/strict";
import { test } from "node:test";
import { assert as check, property, string } from "fast-check";
import { conditionKey, relatedConditions } from "../../src/core/commitments/condition.ts";

test("conditions that name one event have one key", () => {
  for (const [a, b] of [
    ["after a ceasefire", "once the ceasefire"],
    ["only take place after the war ends", "after the end of the war"],
    ["when the war is over", "but only after the war has ended"],
    ["if elected", "if he’s elected"],
    ["awaiting Vesna’s request", "pending Vesna's request"],
    ["as soon as parliament approves the law", "once parliament has approved the law"],
  ] as const)
    assert.equal(conditionKey(a), conditionKey(b), `${a} | ${b}`);
});

test("conditions that name different events have different keys", () => {
  const keys = [
    "after a ceasefire",
    "after any truce",
    "after the war ends",
    "if elected",
    "unless the council acts",
  ].map((text) => conditionKey(text));
  assert.equal(new Set(keys).size, keys.length);
});

test("a truce, a ceasefire and the end of a war are related, not the same", () => {
  assert.equal(relatedConditions("after any truce", "after the war ends"), true);
  assert.equal(relatedConditions("after a ceasefire", "any truce"), true);
  assert.equal(relatedConditions("after a ceasefire", "the ceasefire"), false);
  assert.equal(relatedConditions("after a ceasefire", "if elected"), false);
});

test("a key is its own key", () => {
  for (const text of [
    "after a ceasefire",
    "only take place after the war ends",
    "if elected",
    "unless the council acts",
  ])
    assert.equal(conditionKey(conditionKey(text)), conditionKey(text));
});

test("any text has a key, and related goes both ways", () => {
  check(
    property(string({ unit: "binary" }), string(), (a, b) => {
      assert.equal(typeof conditionKey(a), "string");
      assert.equal(relatedConditions(a, b), relatedConditions(b, a));
      assert.equal(relatedConditions(a, a), false);
    }),
  );
});
