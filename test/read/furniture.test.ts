import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { array, assert as check, constantFrom, property, string } from "fast-check";
import type { Furniture } from "../../src/core/article.ts";
import { findFurniture } from "../../src/read/furniture.ts";
import { linesOf } from "../../src/read/lines.ts";
import { FRAMES, STORIES } from "./frames.ts";

/** The pieces of `text` that lie within a part of it, by their words. */
function labelsWithin(text: string, part: string): readonly string[] {
  const start = text.indexOf(part);
  const end = start + part.length;
  return findFurniture(text)
    .filter((piece) => piece.start < end && start < piece.end)
    .map((piece) => `${piece.kind}: ${text.slice(Math.max(piece.start, start), Math.min(piece.end, end)).trim()}`);
}

describe("a story's own lines", () => {
  for (const story of STORIES)
    it(`are no furniture: ${story.name}`, () => {
      const labels = labelsWithin(story.text, story.text);
      assert.deepEqual(
        labels.filter((label) => !label.startsWith("dateline: OSTRAVA BAY")),
        [],
      );
    });

  for (const story of STORIES)
    for (const frame of FRAMES)
      it(`stay what they are: ${story.name}, in ${frame.site}`, () => {
        const framed = `${frame.top}\n\n${story.text}\n\n${frame.bottom}`;
        assert.deepEqual(labelsWithin(framed, story.text), labelsWithin(story.text, story.text));
      });

  it("stay what they are in any frame of furniture lines", () => {
    const lines = FRAMES.flatMap(({ top, bottom }) => linesOf(`${top}\n${bottom}`).map(({ text }) => text));
    const some = array(constantFrom(...lines), { maxLength: 8 }).map((lines) => lines.join("\n\n"));
    check(
      property(some, some, constantFrom(...STORIES), (top, bottom, { text }) => {
        assert.deepEqual(labelsWithin(`${top}\n\n${text}\n\n${bottom}`, text), labelsWithin(text, text));
      }),
    );
  });
});

describe("a frame's lines", () => {
  for (const frame of FRAMES)
    for (const story of STORIES)
      it(`are furniture: ${frame.site}, around ${story.name}`, () => {
        const framed = `${frame.top}\n\n${story.text}\n\n${frame.bottom}`;
        const furniture = findFurniture(framed);
        const missed = linesOf(framed).filter((line) => !story.text.includes(line.text) && !isCovered(line, furniture));
        assert.deepEqual(
          missed.map(({ text }) => text),
          [],
        );
      });
});

describe("the pieces", () => {
  it("are sorted, apart, and within the text, for any text", () => {
    const words = constantFrom(
      "Photo:",
      "Read also:",
      "©",
      "2024",
      "said",
      "Share",
      "By",
      "Ana",
      "Ruiz",
      "\n",
      "\n\n",
      ".",
      "(AP)",
      "—",
      "\r\n",
    );
    const texts = array(words, { maxLength: 40 }).map((words) => words.join(" "));
    for (const text of [texts, string({ unit: "binary" })])
      check(
        property(text, (text) => {
          let last = 0;
          for (const { start, end } of findFurniture(text)) {
            assert.ok(last <= start && start < end && end <= text.length);
            last = end;
          }
        }),
      );
  });

  it("are found in linear time", () => {
    for (const line of [
      "Photo: (AP / Ana ",
      "Subscribe to our newsletter. ",
      "related stories ",
      `"aa bb `,
      " > ",
      "By Ana, ",
      "comments ",
    ]) {
      const text = `${line.repeat(200)}\n`.repeat(400);
      const started = performance.now();
      findFurniture(text);
      assert.ok(performance.now() - started < 4000, line);
    }
  });
});

const shared = fileURLToPath(new URL("../../../shared/stories/", import.meta.url));
const absent = !existsSync(shared);

describe(
  "the two real stories",
  { skip: absent && !process.env["CI"] ? "../shared is not beside the checkout" : false },
  () => {
    const texts = absent
      ? []
      : readdirSync(shared)
          .filter((name) => name.endsWith(".txt"))
          .sort()
          .map((name) => readFileSync(shared + name, "utf8"));

    it("are read the same in each other's furniture", () => {
      assert.equal(texts.length, 2);
      for (const [own = "", other = ""] of [texts, texts.toReversed()]) {
        const body = bodyOf(own);
        const frame = frameOf(other);
        const framed = `${frame.top}\n\n${body}\n\n${frame.bottom}`;
        assert.deepEqual(labelsWithin(framed, body), labelsWithin(own, body));
        assert.ok(labelsWithin(framed, frame.bottom).length > 0 || frame.bottom === "");
      }
    });
  },
);

/** From the first line to the last that is not, or not wholly, furniture. */
function bodyOf(text: string): string {
  const furniture = findFurniture(text);
  const free = linesOf(text).filter((line) => !isCovered(line, furniture));
  return text.slice(free[0]?.start, free.at(-1)?.end);
}

function frameOf(text: string): { readonly top: string; readonly bottom: string } {
  const body = bodyOf(text);
  const start = text.indexOf(body);
  return { top: text.slice(0, start).trim(), bottom: text.slice(start + body.length).trim() };
}

function isCovered(line: { readonly start: number; readonly end: number }, furniture: readonly Furniture[]): boolean {
  return furniture.some(({ start, end }) => start <= line.start && line.end <= end);
}
