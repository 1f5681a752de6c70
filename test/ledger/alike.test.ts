import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import type { Question } from "../../src/ledger/ledger.ts";
import { openLedger } from "../../src/ledger/open.ts";
import { everything } from "./contents.ts";
import { ENGINES } from "./engines.ts";
import { inventedArticle } from "./invented-articles.ts";

const missing = (await Promise.all(ENGINES.map((engine) => engine.start()))).find((why) => why !== false) ?? false;

describe("two databases answer alike", { skip: missing }, () => {
  after(() => Promise.all(ENGINES.map((engine) => engine.stop())));

  it("the same set in the same order, to every question", async () => {
    const ledgers = await Promise.all(ENGINES.map(async (engine) => openLedger(await engine.newLocation())));
    const articles = Array.from({ length: 150 }, (_, number) => inventedArticle(number, { speakers: 50 }));
    for (const ledger of ledgers) await ledger.add(articles, "adder");
    for (const question of QUESTIONS) {
      const answers = [];
      for (const ledger of ledgers)
        answers.push({
          search: (await everything((page) => ledger.search(question, page))).map((entry) => entry.id),
          facets: await ledger.facets(question),
          commitments: (await everything((page) => ledger.commitments(question, page))).map(
            (item) => `${item.entry.id} ${item.index}`,
          ),
        });
      assert.deepEqual(answers[1], answers[0], JSON.stringify(question));
    }
    for (const about of [null, "bridges and harbours", "soldiers training at the border", "elephants"]) {
      const answers = [];
      for (const ledger of ledgers) {
        const timeline = await ledger.timeline("Ana Kababa", about, 0.5);
        answers.push({ ...timeline, entries: timeline?.entries.map((entry) => entry.id) });
      }
      assert.deepEqual(answers[1], answers[0]);
    }
    for (const ledger of ledgers) await ledger.close();
  });
});

const WORDS = [
  "government",
  "bridges",
  "water minister",
  "the school",
  '"the republic will"',
  "harb*",
  "tra* peace",
  "prime minister said",
  "zu*",
  "of the",
  "nowhere",
  "Kababa",
  '"in a" state',
];

const FILTERS: readonly Question[] = [
  {},
  { minConfidence: 0 },
  { speaker: "Ana Kababa" },
  { role: "minister" },
  { publisher: "Harbour News" },
  { from: "2020", to: "2022-06" },
  { strength: "plan" },
  { conditional: true },
  { commitment: false },
  { condition: "flood-end" },
];

const QUESTIONS: readonly Question[] = [
  ...FILTERS,
  ...WORDS.flatMap((words) => FILTERS.map((filter) => ({ ...filter, words }))),
];
