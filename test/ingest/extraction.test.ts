import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "../../src/core/entry.ts";
import { entriesFrom } from "../../src/ingest/extraction.ts";
import { entry } from "../publish/entry.ts";

const named = (id: string, confidence: number, links: Partial<Entry> = {}): Entry => ({
  ...entry(),
  id,
  confidence,
  ...links,
});

test("entries below the confidence go, and nothing points at them", () => {
  const entries = [
    named("outer", 0.9),
    named("middle", 0.2, { within: "outer" }),
    named("inner", 0.8, { within: "middle" }),
    named("body", 0.1),
    named("headline", 0.7, { repeats: "body" }),
    named("caption", 0.7, { repeats: "inner" }),
  ];
  assert.deepEqual(
    entriesFrom(entries, 0.5).map(({ id, within, repeats }) => [id, within, repeats]),
    [
      ["outer", null, null],
      ["inner", "outer", null],
      ["headline", null, null],
      ["caption", null, "inner"],
    ],
  );
});

test("commitments below the confidence go, and their statement stays", () => {
  const [commitment] = entry().commitments;
  assert.ok(commitment);
  const commitments = [
    { ...commitment, confidence: 0.4 },
    { ...commitment, confidence: 0.6 },
  ];
  const [kept] = entriesFrom([named("a", 0.9, { commitments })], 0.5);
  assert.deepEqual(
    kept?.commitments.map(({ confidence }) => confidence),
    [0.6],
  );
});

test("at confidence 0 the list comes back as it is", () => {
  const entries = [named("a", 0), named("b", 1)];
  assert.equal(entriesFrom(entries, 0), entries);
});

test("holders that hold each other end nothing", () => {
  const entries = [
    named("a", 0.1, { within: "b" }),
    named("b", 0.1, { within: "a" }),
    named("c", 0.9, { within: "a" }),
  ];
  assert.deepEqual(
    entriesFrom(entries, 0.5).map(({ id, within }) => [id, within]),
    [["c", null]],
  );
});
