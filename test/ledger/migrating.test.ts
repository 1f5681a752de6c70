import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import type { Ledger, Question } from "../../src/ledger/ledger.ts";
import { ledgerOn, openDatabase, openLedger } from "../../src/ledger/open.ts";
import { MIGRATIONS } from "../../src/ledger/migrations/migrations.ts";
import { everything } from "./contents.ts";
import { ENGINES } from "./engines.ts";
import { inventedArticle } from "./invented-articles.ts";

const QUESTIONS: readonly Question[] = [
  {},
  { words: "government" },
  { words: "plans to build" },
  { words: "the republic will", publisher: "Harbour News" },
  { words: '"the republic"', conditional: true },
  { words: "government", review: "confirmed" },
];

for (const engine of ENGINES) {
  const missing = await engine.start();
  describe(`a ledger of another version on ${engine.name}`, { skip: missing }, () => {
    after(() => engine.stop());

    it("of an older one: answers as before once it is opened", async () => {
      const location = await engine.newLocation();
      const ledger = await openLedger(location);
      await ledger.add(
        Array.from({ length: 40 }, (_, number) => inventedArticle(number, { speakers: 20 })),
        "adder",
      );
      const [entry] = (await ledger.search({ words: "government" }, { size: 1 })).items;
      await ledger.review(entry?.id ?? "", { decision: "confirm" }, "reviewer");
      const answers = await answersOf(ledger);
      await ledger.close();

      await forgetPairs(location);
      const old = openDatabase(location);
      assert.equal((await ledgerOn(old).search({ words: "government" }, { size: 1 })).total, 0);
      await old.close();

      const opened = await openLedger(location);
      assert.deepEqual(await answersOf(opened), answers);
      assert.equal((await opened.verify()).fault, null);
      await opened.close();
    });

    it("of a newer one: is refused", async () => {
      const location = await engine.newLocation();
      await (await openLedger(location)).close();
      const database = openDatabase(location);
      await database.run("INSERT INTO migration (name) VALUES ('9999-of-a-time-to-come')");
      await database.close();
      await assert.rejects(openLedger(location), /9999-of-a-time-to-come/);
    });
  });
}

/** Takes the ledger back to where it was before the last migration, which writes the search index anew: what stands in it then is of no use. */
async function forgetPairs(location: string): Promise<void> {
  assert.equal(MIGRATIONS.at(-1)?.name, "0012-pairs");
  const database = openDatabase(location);
  await database.transaction(async (queries) => {
    await queries.run("DELETE FROM migration WHERE name = '0012-pairs'");
    await queries.run(queries.dialect.index.clear);
  });
  await database.close();
}

async function answersOf(ledger: Ledger): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  for (const question of QUESTIONS) {
    const found = await everything((page) => ledger.search(question, page));
    answers.push(
      found.map(({ id, review }) => [id, review]),
      await ledger.facets(question),
    );
  }
  return answers;
}
