import assert from "node:assert/strict";
import { test } from "node:test";
import { assert as forAll, property, string } from "fast-check";
import { sameSpeaker, speakerKey } from "../../src/core/speakers/identity.ts";

test("spellings and transliterations of one name share a key", () => {
  for (const [one, other] of [
    ["Danylo Korvensky", "Danylo Korvenskyy"],
    ["Danylo Korvensky", "Danylo Korvenskiy"],
    ["Danylo Korvensky", "President Danylo Korvenskyi"],
    ["Rūta Balčytienė", "Ruta Balcytiene"],
    ["Sergei Malenov", "Serhiy Malenov"],
    ["Hans Mörtner", "Hans Moertner"],
    ["Łukasz Wrona", "Lukasz Wrona"],
    ["Dana J. Whitlock", "Dana Whitlock"],
    ["Sen. Dana Whitlock", "Dana Whitlock’s"],
    ["Данило Корвенський", "Danylo Korvensky"],
    ["Сергей Маленов", "Sergei Malenov"],
    ["the EU", "European Union"],
    ["U.S.", "United States"],
  ] as const)
    assert.equal(speakerKey(one), speakerKey(other), `${one} / ${other}`);
});

test("two people of one surname stay two", () => {
  for (const [one, other] of [
    ["Dana Whitlock", "Robert Whitlock"],
    ["Robert Whitlock", "Robert Whitlock Jr."],
    ["Dana Whitlock", "Whitlock"],
  ] as const) {
    assert.notEqual(speakerKey(one), speakerKey(other));
    assert.equal(sameSpeaker(one, other), false, `${one} / ${other}`);
  }
});

test("a familiar first name or a middle name left out is the same person", () => {
  assert.ok(sameSpeaker("Bill Garrow", "William T. Garrow"));
  assert.ok(sameSpeaker("Robert Miles Garrow", "Robert Garrow"));
  assert.ok(!sameSpeaker("", ""));
});

test("a key of a key is the key, for any text", () => {
  forAll(
    property(string({ unit: "grapheme" }), string(), (name, other) => {
      assert.equal(speakerKey(name), speakerKey(` ${name} `));
      assert.equal(sameSpeaker(name, other), sameSpeaker(other, name));
    }),
  );
});
