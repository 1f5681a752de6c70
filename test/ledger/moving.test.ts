import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { newSigner } from "../../src/ledger/integrity/signed-note.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { openLedger } from "../../src/ledger/open.ts";
import { contentsOf } from "./contents.ts";
import { ENGINES } from "./engines.ts";
import { liveThrough } from "./history.ts";
import { inventedArticle } from "./invented-articles.ts";
import { TRAINING } from "./press.ts";

const missing = (await Promise.all(ENGINES.map((engine) => engine.start()))).find((why) => why !== false) ?? false;

describe("a ledger on the move", { skip: missing }, () => {
  after(() => Promise.all(ENGINES.map((engine) => engine.stop())));

  it("is the same to the byte after a journey through every engine and back", async () => {
    const first = await openLedger((await ENGINES[0]?.newLocation()) ?? "");
    await liveThrough(first);
    await first.checkpoint(newSigner("veldan.example/ledger"), "ana");
    await first.redact(TRAINING.article.hash.slice(0, 16), "privacy", "ana");
    const exported = await linesOf(first);
    const contents = await contentsOf(first);
    await first.close();
    for (const engine of [...ENGINES, ENGINES[0]]) {
      const ledger = await openLedger((await engine?.newLocation()) ?? "");
      await ledger.import(exported);
      assert.deepEqual(await linesOf(ledger), exported);
      assert.deepEqual(await contentsOf(ledger), contents);
      assert.equal((await ledger.verify()).fault, null);
      await ledger.add([inventedArticle(50)], "boro");
      assert.equal((await ledger.verify()).fault, null);
      await assert.rejects(ledger.import(exported), /empty/);
      await ledger.close();
    }
  });

  it("keeps nothing of a file with a fault", async () => {
    const source = await openLedger((await ENGINES[0]?.newLocation()) ?? "");
    await liveThrough(source);
    const lines = await linesOf(source);
    await source.close();
    for (const engine of ENGINES) {
      const ledger = await openLedger(await engine.newLocation());
      const changed = lines.map((line, at) => (at === 5 ? line.replace("ana", "eve") : line));
      await assert.rejects(ledger.import(changed), /Event 6 .* was changed/);
      await assert.rejects(ledger.import(lines.filter((_, at) => at !== 5)), /Event 6 is missing/);
      await assert.rejects(ledger.import(["no json"]), /Line 1 is no JSON/);
      assert.equal((await ledger.counts(0)).events, 0);
      assert.equal(await ledger.import(lines), lines.length);
      await ledger.close();
    }
  });

  it("is backed up while somebody adds to it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "onrecord-backup-"));
    const ledger = await openLedger((await ENGINES[0]?.newLocation()) ?? "");
    await liveThrough(ledger);
    const adding = (async () => {
      for (let number = 100; number < 130; number++) await ledger.add([inventedArticle(number)], "ana");
    })();
    await ledger.backup(join(folder, "copy.sqlite"));
    await adding;
    const copy = await openLedger(join(folder, "copy.sqlite"));
    assert.equal((await copy.verify()).fault, null);
    assert.ok((await copy.counts(0)).articles >= 17);
    await copy.close();
    await assert.rejects(ledger.backup(join(folder, "copy.sqlite")), /there already/);
    await ledger.close();
    await rm(folder, { recursive: true });
  });
});

async function linesOf(ledger: Ledger): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of ledger.export()) lines.push(line);
  return lines;
}
