import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openLedger } from "../../src/ledger/open.ts";
import { ENGINES } from "./engines.ts";
import { inventedArticle } from "./invented-articles.ts";
import { contentsOf } from "./contents.ts";

const ADDER = fileURLToPath(new URL("add-invented.ts", import.meta.url));
const ARTICLES = 300;
/** Moments at which the adder is killed; the 50 with ONRECORD_KILLS=50. */
const KILLS = Number(process.env["ONRECORD_KILLS"] ?? 8);

for (const engine of ENGINES) {
  const missing = await engine.start();
  describe(`kill -9 in the middle of adding, on ${engine.name}`, { skip: missing }, () => {
    after(() => engine.stop());

    it("loses nothing that was acknowledged, and ends in the same ledger", async () => {
      const undisturbed = await openLedger(await engine.newLocation());
      const articles = Array.from({ length: ARTICLES }, (_, number) => inventedArticle(number, { speakers: 60 }));
      await undisturbed.add(articles, "adder");
      const expected = await contentsOf(undisturbed);
      await undisturbed.close();

      const location = await engine.newLocation();
      for (let kill = 0; kill < KILLS; kill++) {
        const acknowledged = await addUntilKilled(location);
        const ledger = await openLedger(location);
        const last = inventedArticle(acknowledged, { speakers: 60 });
        if (acknowledged >= 0) assert.ok(await ledger.has(last.article.hash, last.engine));
        await ledger.close();
      }
      assert.equal(await addToTheEnd(location), 0);
      const ledger = await openLedger(location);
      const found = await contentsOf(ledger);
      await ledger.close();
      assert.deepEqual(found, expected);
    });
  });
}

/** Runs the adder and kills it at a moment that nobody chose, once it has begun. The last number it acknowledged, or -1. */
async function addUntilKilled(location: string): Promise<number> {
  const adder = spawn(process.execPath, [ADDER, location, String(ARTICLES)], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(adder, "exit");
  let said = "";
  adder.stdout.on("data", (text) => (said += String(text)));
  await Promise.race([once(adder.stdout, "data"), ended]);
  await sleep(Math.random() * 150);
  adder.kill("SIGKILL");
  await ended;
  const lines = said.split("\n").slice(0, -1);
  return Number(lines.at(-1) ?? -1);
}

async function addToTheEnd(location: string): Promise<number> {
  const adder = spawn(process.execPath, [ADDER, location, String(ARTICLES)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [status] = await once(adder, "exit");
  return Number(status);
}
