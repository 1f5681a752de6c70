import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { dayAt } from "../../src/ledger/dates.ts";
import type { Question } from "../../src/ledger/ledger.ts";
import { ledgerOn, openDatabase, openLedger } from "../../src/ledger/open.ts";
import { monthOf, timeMarks } from "../../src/ledger/search/marks.ts";
import type { Expected } from "../../src/ledger/search/search-index.ts";
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
          waiting: (await everything((page) => ledger.commitments({ ...question, waiting: true }, page))).map(
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

  it("also to questions that most of a ledger answers, however many are looked at first", async () => {
    const articles = Array.from({ length: 560 }, (_, number) =>
      inventedArticle(number, { speakers: 50, statements: 12 }),
    );
    const answers: unknown[] = [];
    // Half of the moments, few of them, all of them as PostgreSQL guesses by itself.
    for (const [engine, share] of [
      [ENGINES[0], null],
      [ENGINES[1], 0.5],
      [ENGINES[1], 0.98],
      [ENGINES[1], null],
    ] as const) {
      const location = (await engine?.newLocation()) ?? "";
      const first = await openLedger(location);
      await first.add(articles, "adder");
      await first.close();
      const database = openDatabase(location);
      const moments = await database.all<{ moment: number }>("SELECT moment FROM entry ORDER BY moment");
      const since = dayAt(moments[Math.floor(moments.length * (share ?? 0))]?.moment ?? 0) ?? "";
      // A second look takes in all before the first one.
      const newest: Expected["newest"] = (_, until) =>
        until === null
          ? { times: timeMarks(monthOf(since, false), "2026-01"), since: monthOf(since, false), share: 0.5 }
          : { times: timeMarks("2019-01", until), since: "2019-01", share: 0.55 };
      const expected = share === null ? database.dialect.expected : async () => ({ count: 6000, newest });
      const ledger = ledgerOn({ ...database, dialect: { ...database.dialect, expected } });
      const found: unknown[] = [];
      for (const question of BROAD) {
        const pages = (await everything((page) => ledger.search(question, page))).map((entry) => entry.id);
        const { total, atLeast } = await ledger.search(question, { size: 1 });
        if (atLeast === true) assert.ok(pages.length > total);
        else assert.equal(pages.length, total);
        assert.equal(new Set(pages).size, pages.length);
        const facets = await ledger.facets(question);
        const commitments = (await everything((page) => ledger.commitments(question, page))).map(
          (item) => `${item.entry.id} ${item.index}`,
        );
        found.push({ question, pages, total, atLeast, facets, commitments });
      }
      await ledger.close();
      answers.push(found);
    }
    for (const other of answers.slice(1)) assert.deepEqual(other, answers[0]);
  });
});

const BROAD: readonly Question[] = [
  { minConfidence: 0 },
  { words: "minister", minConfidence: 0 },
  { words: "minister republic", minConfidence: 0 },
  { words: "the republic will", minConfidence: 0 },
  { words: "republic", minConfidence: 0, conditional: true },
  { words: "government" },
];

const WORDS = [
  "government",
  "bridges",
  "water minister",
  "the school",
  "the republic will",
  "plans to build",
  "plans build",
  "government people",
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
  { from: "2021-03-15", to: "2021-12" },
  { to: "2021" },
  { strength: "plan" },
  { conditional: true },
  { commitment: false },
  { condition: "flood-end" },
  { strength: "will", conditional: true },
  { status: "not-rated" },
  { kind: "indirect", language: "en", review: "none" },
];

const QUESTIONS: readonly Question[] = [
  ...FILTERS,
  ...WORDS.flatMap((words) => FILTERS.map((filter) => ({ ...filter, words }))),
];
