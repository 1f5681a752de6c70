import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { COMMITMENT_CUES } from "../../src/core/languages/en/commitments.ts";

test("docs/commitments.md lists every cue with its strength, polarity and words", () => {
  const rows = readFileSync(new URL("../../docs/commitments.md", import.meta.url), "utf8")
    .split("\n")
    .map((row) => row.split("|").map((cell) => cell.trim()));
  for (const [strength, polarity, frames, words] of COMMITMENT_CUES)
    assert.ok(
      rows.some(
        (row) =>
          row[1] === strength &&
          row[2] === polarity &&
          row[3] === (frames.join(", ") || "its clause") &&
          row[4] === words,
      ),
      `No row for: ${words}`,
    );
});
