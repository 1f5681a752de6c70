import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { openLedger } from "../../src/ledger/open.ts";
import { createApp } from "../../src/web/app.ts";
import { sampleArticles } from "./sample-record.ts";

describe("a register in the pages", () => {
  it("stands beside the articles' roles, and is read anew after an import", async () => {
    const folder = mkdtempSync(join(tmpdir(), "onrecord-registers-"));
    const ledger = await openLedger(":memory:");
    await ledger.add(sampleArticles(), "test");
    const app = createApp({ ledger, registers: folder, scores: null });
    const page = async (path: string): Promise<string> => (await app.request(path)).text();
    assert.match(await page("/speakers/ilse-marn"), /register is silent/);
    assert.match(await page("/offices?title=transport+minister"), /The register names no office[\s\S]*Ilse Marn/);

    const csv =
      "person,personLabel,position,positionLabel,start,end\nQ1,Ilse Marn,Q2,Minister of Transport of Velmar,2023-01-10,2025-06-30\nQ1,Ilse Marn,Q3,Mayor of Ost,2025-07-01,\n";
    writeFileSync(join(folder, "velmar.csv"), csv);
    const speaker = await page("/speakers/ilse-marn");
    // As transport minister the two agree; as prime minister, in September 2025, the register has another office.
    assert.match(speaker, /witness-agree/);
    assert.match(speaker, /Mayor of Ost[\s\S]*witness-differ/);
    const statement = (await ledger.search({ words: "rebuild" }, { size: 1 })).items[0]?.id ?? "";
    assert.match(await page(`/statements/${statement}`), /Minister of Transport of Velmar[\s\S]*10 January 2023/);

    const offices = await page("/offices?title=transport+minister&on=2025-03-04");
    assert.match(offices, /speaker=ilse-marn&amp;from=2023-01-10&amp;to=2025-06-30/);
    assert.match(await page("/offices"), /Mayor of Ost/);
    assert.equal((await app.request("/offices?title=mayor&on=soon")).status, 400);
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
