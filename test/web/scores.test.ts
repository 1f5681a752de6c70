import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseHTML } from "linkedom";
import { openLedger } from "../../src/ledger/open.ts";
import { createApp } from "../../src/web/app.ts";
import { readScores } from "../../src/web/scores.ts";

describe("the figures of the About page", () => {
  it("are those that eval/ keeps, with what a person found on other news", () => {
    const scores = readScores();
    assert.ok(scores && scores.measured.length > 20);
    for (const { kind, shown, right } of scores.otherNews) assert.ok(right > 0 && right <= shown, kind);
    assert.deepEqual(
      scores.otherNews.map(({ kind }) => kind),
      ["direct", "mixed", "indirect"],
    );
  });

  it("are absent where there are no files", () => {
    assert.equal(readScores("/nowhere/at/all"), null);
  });

  it("name every measure that the page tells of, in each language", async () => {
    const ledger = await openLedger(":memory:");
    const app = createApp({ ledger });
    for (const language of ["en", "uk", "ru"]) {
      const { document } = parseHTML(await (await app.request(`/about?lang=${language}`)).text());
      const [byKind, byField] = document.querySelectorAll("main table");
      // A measure renamed in eval/ would fall out of the table in silence.
      assert.equal(byKind?.querySelectorAll("tbody tr").length, 3, language);
      assert.doesNotMatch(byKind?.textContent ?? "", /–/);
      assert.equal(byField?.querySelectorAll("tbody tr").length, 10, language);
    }
    await ledger.close();
  });
});
