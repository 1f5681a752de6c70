import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { Entry } from "../../src/core/entry.ts";
import { spanOf } from "../../src/core/span.ts";
import { allowanceOf, linkOf } from "../../src/publish/reuse.ts";
import { entry } from "./entry.ts";

const url = "https://harbour-post.example/homes";

/** An entry whose content is a slice of `text`. */
function saying(text: string, start: number, end: number): Entry {
  return { ...entry(), source: [], cue: [], commitments: [], content: [spanOf(text, start, end)] };
}

test("an entry within the rule leaves whole", () => {
  const released = allowanceOf({ reuse: null, url }).release(entry());
  assert.equal(released.words, "all");
  assert.deepEqual(released.entry, entry());
});

test("at most 500 characters of one story leave where the publisher says nothing, cut at a word", () => {
  const text = "word ".repeat(400);
  const allowance = allowanceOf({ reuse: null, url });
  const first = allowance.release(saying(text, 0, 300));
  const second = allowance.release(saying(text, 300, 700));
  const third = allowance.release(saying(text, 700, 900));
  assert.deepEqual([first.words, second.words, third.words], ["all", "some", "none"]);
  const [cut] = second.entry.content;
  assert.deepEqual([cut?.start, cut?.end, cut?.text], [300, 499, text.slice(300, 499)]);
});

test("the publisher's own number goes before 500, in both directions", () => {
  const text = "word ".repeat(400);
  const rule = (maxCharacters: number) => ({ maxCharacters, linkRequired: true, start: 0, end: 0 });
  assert.equal(allowanceOf({ reuse: rule(300), url }).release(saying(text, 0, 400)).entry.content[0]?.end, 299);
  assert.equal(allowanceOf({ reuse: rule(1000), url }).release(saying(text, 0, 900)).words, "all");
});

test("no words leave where the publisher asks for a link and none is known", () => {
  const reuse = { maxCharacters: 500, linkRequired: true, start: 0, end: 0 };
  const released = allowanceOf({ reuse, url: null }).release(entry());
  assert.equal(released.words, "none");
  assert.deepEqual(released.entry.content, []);
  assert.equal(released.entry.speaker?.name, "Ana Ruiz");
});

test("words that have left already cost nothing the second time", () => {
  const text = "word ".repeat(100).trimEnd();
  const allowance = allowanceOf({ reuse: null, url });
  assert.equal(allowance.release(saying(text, 0, text.length)).words, "all");
  assert.equal(allowance.release(saying(text, 10, 200)).words, "all");
});

test("a link is a web address and nothing that runs", () => {
  assert.equal(linkOf("https://harbour-post.example/a b"), "https://harbour-post.example/a%20b");
  for (const address of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "harbour-post", null])
    assert.equal(linkOf(address), null);
});

test("law: whatever is released, at most the rule's number of characters has left, and every span is a slice", () => {
  const text = "The bridge will open in spring, said the minister of bridges. ".repeat(20);
  const ranges = fc.array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), { maxLength: 20 });
  fc.assert(
    fc.property(ranges, fc.nat(700), (pairs, most) => {
      const allowance = allowanceOf({ reuse: { maxCharacters: most, linkRequired: false, start: 0, end: 0 }, url });
      const left = new Set<number>();
      for (const [a, b] of pairs)
        for (const { start, end, text: words } of allowance.release(saying(text, Math.min(a, b), Math.max(a, b))).entry
          .content) {
          assert.equal(words, text.slice(start, end));
          for (let at = start; at < end; at++) left.add(at);
        }
      assert.ok(left.size <= most);
    }),
  );
});
