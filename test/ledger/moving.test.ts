import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { newSigner } from "../../src/ledger/integrity/signed-note.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { linesInFile } from "../../src/ledger/moving/backup.ts";
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

  for (const engine of ENGINES)
    it(`is backed up from ${engine.name} while somebody adds to it, and restored into every engine`, async () => {
      const folder = await mkdtemp(join(tmpdir(), "onrecord-backup-"));
      const file = join(folder, "backup");
      const ledger = await openLedger(await engine.newLocation());
      await liveThrough(ledger);
      const signer = newSigner("veldan.example/ledger");
      const note = await ledger.checkpoint(signer, "ana");
      await ledger.redact(TRAINING.article.hash.slice(0, 16), "privacy", "ana");
      const before = (await ledger.counts(0)).events;
      const adding = (async () => {
        for (let number = 100; number < 130; number++) {
          await ledger.add([inventedArticle(number)], "ana");
          await ledger.checkpoint(signer, "ana");
        }
      })();
      await ledger.backup(file);
      await adding;
      for (const target of ENGINES) {
        const restored = await openLedger(await target.newLocation());
        const events = await restored.import(linesInFile(file));
        assert.ok(events >= before && events <= (await ledger.counts(0)).events);
        assert.equal((await restored.verify({ against: note, keys: [signer.verifierKey] })).fault, null);
        assert.equal((await restored.redaction(TRAINING.article.hash.slice(0, 16)))?.reason, "privacy");
        // What came after the backup was taken is not in it; all before is, to the byte.
        const lines = (await linesOf(restored)).filter((line) => !line.startsWith('{"checkpoint"'));
        assert.deepEqual(lines, (await linesOf(ledger)).slice(0, lines.length));
        await restored.close();
      }
      await assert.rejects(ledger.backup(file), /there already/);
      await ledger.close();
      await rm(folder, { recursive: true });
    });

  it("is one state while it is written out, whatever happens meanwhile", async () => {
    for (const engine of ENGINES) {
      const ledger = await openLedger(await engine.newLocation());
      await liveThrough(ledger);
      const expected = await linesOf(ledger);
      const lines: string[] = [];
      for await (const line of ledger.export()) {
        if (lines.length === 0) {
          await ledger.add([inventedArticle(200)], "ana");
          await ledger.checkpoint(newSigner("veldan.example/ledger"), "ana");
        }
        lines.push(line);
      }
      assert.deepEqual(lines, expected);
      await ledger.close();
    }
  });
});

async function linesOf(ledger: Ledger): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of ledger.export()) lines.push(line);
  return lines;
}
