import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { spanOf } from "../../src/core/span.ts";
import { spokenWords } from "../../src/publish/spoken.ts";

describe("spokenWords", () => {
  const text = "“We wait. We hope,” she said, “for rain.”";
  it("leaves out nothing where nothing was left out", () => {
    assert.equal(spokenWords([spanOf(text, 0, 9), spanOf(text, 10, 19)]), "“We wait. We hope,”");
  });
  it("shows where something stands between", () => {
    assert.equal(
      spokenWords([spanOf(text, 0, 19), spanOf(text, 30, text.length)]),
      "“We wait. We hope,” … “for rain.”",
    );
    assert.equal(spokenWords([]), "");
  });
});
