import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, describe, it, type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { newSigner } from "../../src/ledger/integrity/signed-note.ts";
import { openLedger } from "../../src/ledger/open.ts";
import { contentsOf } from "./contents.ts";
import { ENGINES } from "./engines.ts";
import { inventedArticle } from "./invented-articles.ts";

const ADDER = fileURLToPath(new URL("add-invented.ts", import.meta.url));
/** How often the adder is killed; many more with ONRECORD_KILLS=50. */
const KILLS = Number(process.env["ONRECORD_KILLS"] ?? 6);
/** More than are done before the last kill. */
const ARTICLES = 300 + 20 * KILLS;
const REVIEWED = 60 + 10 * KILLS;
/** Things that are done before a kill, at most: by count and not by time, so that a fast machine is not done before it. */
const MOST_DONE = 12;
/** Milliseconds from the beginning of the last of them to the kill, at most. */
const LONGEST = 4;

for (const engine of ENGINES) {
  const missing = await engine.start();
  describe(`kill -9 on ${engine.name}`, { skip: missing }, () => {
    after(() => engine.stop());

    it("in the middle of adding loses nothing that was acknowledged, and ends in the same ledger", async (test) => {
      const undisturbed = await openLedger(await engine.newLocation());
      const articles = Array.from({ length: ARTICLES }, (_, number) => inventedArticle(number, { speakers: 60 }));
      await undisturbed.add(articles, "adder");
      const expected = await contentsOf(undisturbed);
      await undisturbed.close();

      const location = await engine.newLocation();
      const killed: Killed[] = [];
      for (let kill = 0; kill < KILLS; kill++) {
        const last = await workUntilKilled([location, String(ARTICLES)]);
        killed.push(last);
        const ledger = await openLedger(location);
        for (let number = 0; number <= last.kept; number++)
          assert.ok(await ledger.has(articles[number]?.article.hash ?? "", "1.0.0"), `article ${number} was lost`);
        assert.equal((await ledger.verify()).fault, null);
        await ledger.close();
      }
      tellOf(killed, test);
      assert.equal(await workToTheEnd([location, String(ARTICLES)]), 0);
      const ledger = await openLedger(location);
      const found = await contentsOf(ledger);
      assert.equal((await ledger.verify()).fault, null);
      await ledger.close();
      assert.deepEqual(found, expected);
    });

    it("in the middle of adding, reviewing and signing leaves a ledger that verifies, and nothing twice", async (test) => {
      const location = await engine.newLocation();
      const work = [location, String(REVIEWED), "0", newSigner("test.example/ledger").privateKey];
      const killed: Killed[] = [];
      for (let kill = 0; kill < KILLS; kill++) {
        const last = await workUntilKilled(work);
        killed.push(last);
        const ledger = await openLedger(location);
        assert.equal((await ledger.verify()).fault, null);
        for (let number = 0; number <= last.kept; number++) {
          const id = inventedArticle(number, { speakers: 60 }).entries[0]?.id ?? "";
          assert.equal((await ledger.reviews(id)).length, 1, `the review of article ${number}`);
        }
        assert.ok((await ledger.checkpoints()).length >= Math.floor((last.kept + 1) / 10));
        await ledger.close();
      }
      tellOf(killed, test);
      assert.equal(await workToTheEnd(work), 0);
      const ledger = await openLedger(location);
      assert.equal((await ledger.verify()).fault, null);
      assert.equal((await ledger.counts(0)).articles, REVIEWED);
      assert.equal((await ledger.checkpoints()).length >= REVIEWED / 10, true);
      await ledger.close();
    });
  });
}

/** What the adder had said when it was killed. */
interface Killed {
  /** The last article of which it said that it is kept, or -1. */
  readonly kept: number;
  /** What it was doing: "adding 3"; null when it was between two things, or done. */
  readonly doing: string | null;
}

/** Runs the adder and kills it at a moment that nobody chose, once it does something. */
async function workUntilKilled(work: readonly string[]): Promise<Killed> {
  const adder = spawn(process.execPath, [ADDER, ...work], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(adder, "exit");
  let said = "";
  const target = 1 + Math.floor(Math.random() * MOST_DONE);
  const reached = new Promise<void>((done) => {
    adder.stdout.on("data", (text) => {
      said += String(text);
      if ((said.match(/^(?:add|review|sign)ing /gmu) ?? []).length >= target) done();
    });
  });
  await Promise.race([reached, ended]);
  await sleep(Math.random() * LONGEST);
  adder.kill("SIGKILL");
  await ended;
  const lines = said.split("\n").slice(0, -1);
  const kept = lines.findLast((line) => line.startsWith("kept "))?.slice("kept ".length);
  const last = lines.at(-1) ?? "";
  return { kept: Number(kept ?? -1), doing: last === "" || last.startsWith("kept ") ? null : last };
}

/** Shows that the kills fell into work, and how far it had come. */
function tellOf(killed: readonly Killed[], test: TestContext): void {
  const amid = killed.filter(({ doing }) => doing !== null);
  const kinds = Map.groupBy(amid, ({ doing }) => doing?.split(" ", 1)[0] ?? "");
  const parts = [...kinds].map(([kind, those]) => `${those.length} ${kind}`);
  test.diagnostic(`${killed.length} kills, ${amid.length} of them amid something: ${parts.join(", ")}`);
  test.diagnostic(`killed after article ${killed.map(({ kept, doing }) => `${kept}${doing ? "+" : ""}`).join(" ")}`);
  assert.ok(amid.length * 2 >= killed.length, "most kills fell between two things: they prove nothing");
}

async function workToTheEnd(work: readonly string[]): Promise<number> {
  const adder = spawn(process.execPath, [ADDER, ...work], { stdio: ["ignore", "ignore", "inherit"] });
  const [status] = await once(adder, "exit");
  return Number(status);
}
