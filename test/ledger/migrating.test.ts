import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import type { Ledger, Question, ReadArticle } from "../../src/ledger/ledger.ts";
import { ledgerOn, openDatabase, openLedger } from "../../src/ledger/open.ts";
import { MIGRATIONS } from "../../src/ledger/migrations/migrations.ts";
import { contentsOf, everything } from "./contents.ts";
import { ENGINES } from "./engines.ts";
import { inventedArticle } from "./invented-articles.ts";
import { readByHand } from "./read-by-hand.ts";

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

    it("of one that told no confidence of commitments: they count as before, and a newer reading adds what is doubtful", async () => {
      const location = await engine.newLocation();
      const ledger = await openLedger(location);
      const read = readByHand(
        "Ana Ruiz said the state will build homes. Ben Ode said the city may dig wells once it rains.",
        [
          { speaker: "Ana Ruiz", content: "the state will build homes", commitments: [{ action: "build homes" }] },
          {
            speaker: "Ben Ode",
            content: "the city may dig wells once it rains",
            commitments: [{ action: "dig wells", condition: "once it rains", confidence: 0.3 }],
          },
        ],
      );
      const sure = { ...read, entries: read.entries.slice(0, 1) };
      await ledger.add([untold(sure)], "adder");
      await ledger.close();
      await forgetDoubtful(location);

      const opened = await openLedger(location);
      const [kept] = (await opened.commitments({}, { size: 5 })).items;
      assert.deepEqual([kept?.commitment.action.text, kept?.commitment.confidence], ["build homes", 0.55]);
      assert.equal((await opened.commitments({ minConfidence: 0 }, { size: 5 })).total, 1);
      const before = await contentsOf(opened);
      await opened.rebuild();
      assert.deepEqual(await contentsOf(opened), before);

      await opened.add([{ ...read, engine: "1.1.0" }], "adder");
      assert.equal((await opened.commitments({}, { size: 5 })).total, 1);
      assert.equal((await opened.commitments({ minConfidence: 0 }, { size: 5 })).total, 2);
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

/** Takes the ledger back to where it was before the migration that writes the search index anew: what stands in it then is of no use. */
async function forgetPairs(location: string): Promise<void> {
  assert.equal(MIGRATIONS.at(-2)?.name, "0012-pairs");
  await forgetDoubtful(location);
  const database = openDatabase(location);
  await database.transaction(async (queries) => {
    await queries.run("DELETE FROM migration WHERE name = '0012-pairs'");
    await queries.run(queries.dialect.index.clear);
  });
  await database.close();
}

/** Takes the ledger back to where it was before doubtful commitments were kept. */
async function forgetDoubtful(location: string): Promise<void> {
  assert.equal(MIGRATIONS.at(-1)?.name, "0013-doubtful");
  const database = openDatabase(location);
  await database.transaction(async (queries) => {
    await queries.run("DELETE FROM migration WHERE name = '0013-doubtful'");
    await queries.run("DROP TABLE doubtful");
    await queries.run("DROP TABLE doubtful_condition");
  });
  await database.close();
}

/** An article as an engine of before confidences were told handed it over. */
function untold(record: ReadArticle): ReadArticle {
  const entries = record.entries.map((entry) => ({
    ...entry,
    commitments: entry.commitments.map((commitment) =>
      Object.fromEntries(Object.entries(commitment).filter(([field]) => field !== "confidence")),
    ),
  }));
  // What old events hold is short of a field that the type has now.
  return { ...record, entries } as unknown as ReadArticle;
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
