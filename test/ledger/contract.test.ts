import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { hashOf } from "../../src/core/hash.ts";
import type { Ledger, Page, PageRequest, ReadArticle } from "../../src/ledger/ledger.ts";
import { openDatabase, openLedger } from "../../src/ledger/open.ts";
import { ENGINES } from "./engines.ts";
import { inventedArticle } from "./invented-articles.ts";
import { BRIDGE, LATER_TRAINING, TRAINING } from "./press.ts";
import { type HandStatement, readByHand } from "./read-by-hand.ts";

// What callers may rely on, over every engine alike.
for (const engine of ENGINES) {
  const missing = await engine.start();
  describe(`the ledger on ${engine.name}`, { skip: missing }, () => {
    after(() => engine.stop());

    async function withLedger(run: (ledger: Ledger, location: string) => Promise<void>): Promise<void> {
      const location = await engine.newLocation();
      const ledger = await openLedger(location);
      try {
        await run(ledger, location);
      } finally {
        await ledger.close();
      }
    }

    describe("adding", () => {
      it("keeps an article as it was read", () =>
        withLedger(async (ledger) => {
          assert.deepEqual(await ledger.add([BRIDGE], "ana"), { added: 1, known: 0, entries: 3 });
          const stored = await ledger.article(BRIDGE.article.hash.slice(0, 16));
          assert.equal(stored?.text, BRIDGE.article.text);
          assert.equal(stored?.publisher, "Veldan Courier");
          assert.equal(stored?.addedBy, "ana");
          const entries = await ledger.entriesOf(stored?.id ?? "");
          assert.deepEqual(
            entries.map((entry) => entry.content[0]?.text),
            ["Bridge to open", "the bridge will open in May once the flood ends", "the road is long"],
          );
          assert.equal(await ledger.article("0000000000000000"), null);
          assert.equal(await ledger.entry("0000000000000000"), null);
        }));

      it("adds nothing when the same article comes again", () =>
        withLedger(async (ledger) => {
          await ledger.add([BRIDGE, BRIDGE], "ana");
          const before = await ledger.counts(0);
          assert.deepEqual(await ledger.add([BRIDGE], "boro"), { added: 0, known: 1, entries: 0 });
          assert.deepEqual(await ledger.counts(0), before);
          assert.equal(await ledger.has(BRIDGE.article.hash, "1.0.0"), true);
          assert.equal(await ledger.has(BRIDGE.article.hash, "0.9.0"), true);
          assert.equal(await ledger.has(BRIDGE.article.hash, "1.1.0"), false);
          assert.equal(await ledger.has(hashOf("another"), "1.0.0"), false);
        }));

      it("records where the same text appeared besides", () =>
        withLedger(async (ledger) => {
          await ledger.add([BRIDGE], "ana");
          const again = {
            ...BRIDGE,
            article: { ...BRIDGE.article, publisher: "Morava Post", url: "https://m.example/1" },
          };
          assert.deepEqual(await ledger.add([again], "ana"), { added: 0, known: 1, entries: 0 });
          await ledger.add([again], "ana");
          const stored = await ledger.article(BRIDGE.article.hash.slice(0, 16));
          assert.deepEqual(
            stored?.appearances.map((appearance) => appearance.publisher),
            ["Veldan Courier", "Morava Post"],
          );
          assert.equal((await ledger.counts(0)).articles, 1);
        }));

      it("dates a text that was kept without a date, once somebody gives the day", () =>
        withLedger(async (ledger, location) => {
          const undated = { ...BRIDGE, article: { ...BRIDGE.article, published: null } };
          await ledger.add([undated], "ana");
          const id = BRIDGE.article.hash.slice(0, 16);
          assert.equal((await ledger.search({ from: "2025" }, { size: 5 })).total, 0);
          await ledger.review(BRIDGE.entries[0]?.id ?? "", { decision: "confirm" }, "ana");
          await ledger.add([{ ...BRIDGE, article: { ...BRIDGE.article, publisher: "Morava Post" } }], "boro");
          assert.equal((await ledger.article(id))?.published, null);
          assert.deepEqual(await ledger.add([BRIDGE], "boro"), { added: 0, known: 1, entries: 0 });
          const stored = await ledger.article(id);
          assert.deepEqual([stored?.published, stored?.given], ["2025-05", ["published"]]);
          assert.equal((await ledger.search({ from: "2025", words: "bridge" }, { size: 5 })).total, 1);
          assert.equal((await ledger.entry(BRIDGE.entries[0]?.id ?? ""))?.review, "confirmed");
          assert.deepEqual(
            (await ledger.speaker("Ana Ruiz"))?.roleSpells.map((spell) => spell.first),
            ["2025-05"],
          );
          // Another day later changes nothing.
          const events = (await ledger.counts(0)).events;
          await ledger.add([{ ...BRIDGE, article: { ...BRIDGE.article, published: "2024" } }], "boro");
          assert.equal((await ledger.counts(0)).events, events);
          assert.equal((await ledger.verify()).fault, null);
          const database = openDatabase(location);
          const stood = await database.all("SELECT * FROM entry ORDER BY no");
          await ledger.rebuild();
          assert.deepEqual(await database.all("SELECT * FROM entry ORDER BY no"), stood);
          await database.close();
        }));

      it("keeps any text, also one that databases refuse", () =>
        withLedger(async (ledger) => {
          const text = "Half of a pair \ud83d and a zero \u0000 here, Ana Ruiz said.";
          const odd = readByHand(text, [{ content: "a zero \u0000 here", speaker: "Ana Ruiz" }], {
            title: "\u0000\ud83d",
          });
          await ledger.add([odd], "ana");
          assert.equal((await ledger.article(odd.article.hash.slice(0, 16)))?.text, text);
          assert.equal((await ledger.search({ words: "zero" }, { size: 5 })).total, 1);
        }));

      it("keeps statements without end, of words without end", () =>
        withLedger(async (ledger) => {
          const content = `${"x".repeat(5000)} ${"many different words ".repeat(20_000)}`;
          const name = `Ana Ruiz${"é".repeat(5000)}`;
          const endless = readByHand(`Minister ${name} said ${content}.`, [{ content, speaker: name, role: name }], {
            title: "y".repeat(5000),
            publisher: "z".repeat(5000),
            url: `https://veldan.example/${"ü".repeat(5000)}`,
          });
          await ledger.add([endless], "ana");
          assert.equal((await ledger.search({ words: "different" }, { size: 5 })).total, 1);
          assert.equal((await ledger.search({ words: "x".repeat(5000) }, { size: 5 })).total, 1);
        }));

      it("refuses what the text does not show", () =>
        withLedger(async (ledger) => {
          const [entry] = BRIDGE.entries;
          assert.ok(entry);
          const altered = { ...entry, content: entry.content.map((span) => ({ ...span, text: "other words" })) };
          await assert.rejects(ledger.add([{ ...BRIDGE, entries: [altered] }], "ana"), /not verbatim/);
          await assert.rejects(
            ledger.add([{ ...BRIDGE, article: { ...BRIDGE.article, text: "another text" } }], "ana"),
            /not that of the text/,
          );
          assert.equal((await ledger.counts(0)).events, 0);
        }));
    });

    describe("a newer reading", () => {
      it("takes the place of the older, and is tied to it by its words", () =>
        withLedger(async (ledger) => {
          await ledger.add([BRIDGE], "ana");
          const newer = readByHand(
            BRIDGE.article.text,
            [{ content: "the bridge will open in May", speaker: "Ana Ruiz", role: "Housing Minister", cue: "said" }],
            { ...BRIDGE.article, engine: "2.0.0" },
          );
          assert.deepEqual(await ledger.add([newer], "ana"), { added: 0, known: 1, entries: 1 });
          const found = await ledger.search({ words: "bridge open" }, { size: 5 });
          assert.deepEqual(
            found.items.map((entry) => [entry.id, entry.follows, entry.engine]),
            [[newer.entries[0]?.id, BRIDGE.entries[0]?.id, "2.0.0"]],
          );
          assert.equal((await ledger.entry(BRIDGE.entries[0]?.id ?? ""))?.state, "replaced");
          assert.equal((await ledger.speaker("Ana Ruiz"))?.statements, 1);
          assert.equal((await ledger.speaker("Boro Hale"))?.statements, 0);
        }));

      it("by an older engine adds nothing", () =>
        withLedger(async (ledger) => {
          await ledger.add([BRIDGE], "ana");
          await ledger.add([{ ...BRIDGE, entries: [], engine: "0.9.9" }], "ana");
          assert.equal((await ledger.counts(0.5)).entries, 2);
        }));
    });

    describe("an updated article", () => {
      it("is a new version; what both have counts once, what is gone says so", () =>
        withLedger(async (ledger) => {
          const url = "https://veldan.example/bridge";
          const first = readByHand(
            "Ana Ruiz said the bridge would open in May. Boro Hale said the road is closed. Cira Moon said it rained.",
            [
              { content: "the bridge would open in May", speaker: "Ana Ruiz" },
              { content: "the road is closed", speaker: "Boro Hale" },
              { content: "it rained", speaker: "Cira Moon" },
            ],
            { url },
          );
          const second = readByHand(
            "Updated. Ana Ruiz said the bridge would open in May. Cira Moon said it rained.",
            [{ content: "the bridge would open in May", speaker: "Ana Ruiz" }],
            { url },
          );
          await ledger.add([first], "ana");
          await ledger.add([second], "ana");
          const states = await Promise.all(first.entries.map(async (entry) => (await ledger.entry(entry.id))?.state));
          assert.deepEqual(states, ["moved", "changed", "current"]);
          assert.equal((await ledger.search({ words: "bridge" }, { size: 5 })).total, 1);
          assert.equal((await ledger.entry(second.entries[0]?.id ?? ""))?.follows, first.entries[0]?.id);
          const [older, newer] = [first, second].map((record) => record.article.hash.slice(0, 16));
          assert.equal((await ledger.article(older ?? ""))?.next, newer);
          assert.equal((await ledger.article(newer ?? ""))?.previous, older);
          assert.equal((await ledger.speaker("Ana Ruiz"))?.statements, 1);
        }));
    });

    describe("an updated article, exactly", () => {
      const url = "https://veldan.example/exactly";

      /** The states of the first version's entries after the second came. */
      async function statesAfter(
        ledger: Ledger,
        [before, first]: readonly [string, readonly HandStatement[]],
        [now, second]: readonly [string, readonly HandStatement[]],
      ): Promise<readonly (string | undefined)[]> {
        const [older, newer] = [readByHand(before, first, { url }), readByHand(now, second, { url })];
        await ledger.add([older], "ana");
        await ledger.add([newer], "ana");
        assert.equal((await ledger.verify()).fault, null);
        return Promise.all(older.entries.map(async (entry) => (await ledger.entry(entry.id))?.state));
      }

      const RAIN: HandStatement = { content: "it rains", speaker: "Ana Ruiz", cue: "said" };
      const cases: readonly (readonly [
        what: string,
        before: string,
        first: readonly HandStatement[],
        now: string,
        second: readonly HandStatement[],
        states: readonly string[],
      ])[] = [
        ["another space", "Ana Ruiz said it rains.", [RAIN], "Ana Ruiz said it  rains.", [], ["changed"]],
        [
          "other quotation marks",
          "Ana Ruiz said “it rains”. It is so.",
          [{ ...RAIN, content: "“it rains”" }],
          'Ana Ruiz said "it rains". It is so.',
          [],
          ["changed"],
        ],
        ["a look-alike", "Ana Ruiz said it rains.", [RAIN], "Ana Ruiz said it rained.", [], ["changed"]],
        [
          "a part of a longer word",
          "Ana Ruiz said no.",
          [{ content: "no", speaker: "Ana Ruiz" }],
          "Ana Ruiz said nothing.",
          [],
          ["changed"],
        ],
        [
          "the passage twice",
          "Ana Ruiz said it rains.",
          [RAIN],
          "Ana Ruiz said it rains. Again: Ana Ruiz said it rains.",
          [],
          ["changed"],
        ],
        [
          "the words twice, the passage once",
          "Ana Ruiz said it rains.",
          [RAIN],
          "It is cold, it rains. Ana Ruiz said it rains.",
          [],
          ["current"],
        ],
        [
          "the same words from another's mouth",
          "Ana Ruiz said it rains. Boro Hale slept.",
          [RAIN],
          "Boro Hale said it rains.",
          [{ content: "it rains", speaker: "Boro Hale" }],
          ["changed"],
        ],
        [
          "the same passage read as another's words",
          "Ana Ruiz came. She said it rains.",
          [{ content: "it rains", speaker: "Ana Ruiz" }],
          "Ana Ruiz came. Then Cira Moon. She said it rains.",
          [{ content: "it rains", speaker: "Cira Moon" }],
          ["changed"],
        ],
        [
          "the passage in something longer",
          "Ana Ruiz said it rains.",
          [RAIN],
          "Ana Ruiz said it rains only where the old maps of the province show a hill and a chapel.",
          [{ ...RAIN, content: "it rains only where the old maps of the province show a hill and a chapel" }],
          ["changed"],
        ],
        [
          "a name that is gone",
          "Ana Ruiz came. The minister said it rains.",
          [{ content: "it rains", speaker: "Ana Ruiz", cue: "said" }],
          "Cira Moon came. The minister said it rains.",
          [],
          ["changed"],
        ],
        [
          "two of the same words and speaker",
          "Ana Ruiz said it rains. Ana Ruiz said it is late.",
          [RAIN, { content: "it is late", speaker: "Ana Ruiz" }],
          "At night, Ana Ruiz said it rains. Ana Ruiz said it is late.",
          [{ content: "it is late", speaker: "Ana Ruiz" }, RAIN],
          ["moved", "moved"],
        ],
      ];
      for (const [what, before, first, now, second, states] of cases)
        it(`anchors by exact match: ${what}`, () =>
          withLedger(async (ledger) => {
            assert.deepEqual(await statesAfter(ledger, [before, first], [now, second]), states);
          }));

      it("stands as it stood when a newer engine reads the older version again", () =>
        withLedger(async (ledger, location) => {
          const before = "Ana Ruiz said it rains. Boro Hale said it is late.";
          const first = [RAIN, { content: "it is late", speaker: "Boro Hale" }];
          const states = await statesAfter(ledger, [before, first], ["New. Ana Ruiz said it rains.", [RAIN]]);
          assert.deepEqual(states, ["moved", "changed"]);
          const surer = first.map((statement) => ({ ...statement, confidence: 0.95 }));
          const again = readByHand(before, surer, { url, engine: "2.0.0" });
          await ledger.add([again], "ana");
          const now = await Promise.all(again.entries.map(async (entry) => (await ledger.entry(entry.id))?.state));
          assert.deepEqual(now, ["moved", "changed"]);
          assert.equal((await ledger.search({ words: "rains" }, { size: 5 })).total, 1);
          assert.equal((await ledger.speaker("Ana Ruiz"))?.statements, 1);
          const database = openDatabase(location);
          const stood = await database.all("SELECT * FROM entry ORDER BY no");
          await ledger.rebuild();
          assert.deepEqual(await database.all("SELECT * FROM entry ORDER BY no"), stood);
          await database.close();
        }));

      it("is found in the newer version once a newer engine finds it there", () =>
        withLedger(async (ledger) => {
          const now = "New. Ana Ruiz said it rains.";
          const states = await statesAfter(ledger, ["Ana Ruiz said it rains.", [RAIN]], [now, []]);
          assert.deepEqual(states, ["current"]);
          await ledger.add([readByHand(now, [RAIN], { url, engine: "2.0.0" })], "ana");
          assert.equal((await ledger.search({ words: "rains" }, { size: 5 })).total, 1);
          assert.equal((await ledger.speaker("Ana Ruiz"))?.statements, 1);
        }));
    });

    describe("what people decided", () => {
      const text = "Ana Ruiz said the bridge will open in May.";
      const [narrow, wide] = [
        readByHand(text, [{ content: "the bridge will open", speaker: "Ana Ruiz" }]),
        readByHand(text, [{ content: "the bridge will open in May", speaker: "Ana Ruiz" }], { engine: "2.0.0" }),
      ];
      const other = readByHand(`Boro Hale came. ${text}`, [{ content: "the bridge will open", speaker: "Ana Ruiz" }]);
      const [id, wideId] = [narrow.entries[0]?.id ?? "", wide.entries[0]?.id ?? ""];

      it("counts, not what a newer engine reads on the same words", () =>
        withLedger(async (ledger) => {
          await ledger.add([narrow], "ana");
          await ledger.review(id, { decision: "confirm" }, "boro");
          await ledger.add([wide], "ana");
          const found = await ledger.search({ words: "bridge" }, { size: 5 });
          assert.deepEqual(
            found.items.map((entry) => [entry.id, entry.review]),
            [[id, "confirmed"]],
          );
          const newer = await ledger.entry(wideId);
          assert.deepEqual([newer?.state, newer?.follows, newer?.review], ["decided", id, "none"]);
          assert.equal((await ledger.speaker("Ana Ruiz"))?.statements, 1);
          await ledger.rebuild();
          assert.equal((await ledger.entry(wideId))?.state, "decided");
          // Also when a third engine is surer of it.
          await ledger.add(
            [{ ...wide, engine: "3.0.0", entries: wide.entries.map((entry) => ({ ...entry, confidence: 0.99 })) }],
            "ana",
          );
          assert.equal((await ledger.entry(wideId))?.state, "decided");
        }));

      it("and what was rejected does not come back by another reading", () =>
        withLedger(async (ledger) => {
          await ledger.add([narrow], "ana");
          await ledger.review(id, { decision: "reject", reason: "the reporter's words" }, "boro");
          await ledger.add([wide], "ana");
          assert.equal((await ledger.search({ words: "bridge" }, { size: 5 })).total, 0);
        }));

      it("nor by another version; but another speaker is another matter", () =>
        withLedger(async (ledger) => {
          const url = "https://veldan.example/decided";
          const at = (record: ReadArticle): ReadArticle => ({ ...record, article: { ...record.article, url } });
          await ledger.add([at(narrow)], "ana");
          await ledger.review(id, { decision: "reject", reason: "the reporter's words" }, "boro");
          await ledger.add([at(other)], "ana");
          assert.equal((await ledger.search({ words: "bridge" }, { size: 5 })).total, 0);
          const third = readByHand(
            `Boro Hale slept. ${text}`,
            [{ content: "the bridge will open in May", speaker: "Boro Hale" }],
            { url },
          );
          await ledger.add([third], "ana");
          const found = await ledger.search({ words: "bridge" }, { size: 5 });
          assert.deepEqual(
            found.items.map((entry) => [entry.speaker?.name, entry.review]),
            [["Boro Hale", "none"]],
          );
          assert.equal((await ledger.verify()).fault, null);
        }));

      it("and what a newer engine finds again counts again", () =>
        withLedger(async (ledger) => {
          await ledger.add([narrow], "ana");
          await ledger.add([wide], "ana");
          assert.equal((await ledger.entry(id))?.state, "replaced");
          await ledger.add([{ ...narrow, engine: "3.0.0" }], "ana");
          assert.deepEqual(
            (await ledger.search({ words: "bridge" }, { size: 5 })).items.map((entry) => entry.id),
            [id],
          );
        }));
    });

    describe("searching", () => {
      it("finds words by their stems, phrases, beginnings", () =>
        withLedger(async (ledger) => {
          await ledger.add([BRIDGE, TRAINING], "ana");
          const idsFor = async (words: string): Promise<readonly string[]> =>
            (await ledger.search({ words }, { size: 10 })).items.map((entry) => entry.content[0]?.text ?? "");
          assert.deepEqual(await idsFor("BRIDGES opened"), ["the bridge will open in May once the flood ends"]);
          assert.deepEqual(await idsFor('"open in May"'), ["the bridge will open in May once the flood ends"]);
          assert.deepEqual(await idsFor('"May open in"'), []);
          assert.deepEqual(await idsFor("brid*"), ["the bridge will open in May once the flood ends"]);
          assert.deepEqual(await idsFor("harbour elephants"), []);
          assert.deepEqual(await idsFor("Housing Ruiz"), ["the bridge will open in May once the flood ends"]);
          assert.equal((await idsFor("  ?! ")).length, (await ledger.counts(0.5)).entries);
          for (const odd of ['"', '""', "*", "AND", 'a" OR b', "(x", "col:x", "-x", "NEAR(a b)", "'", "\\", "💥"])
            await ledger.search({ words: odd }, { size: 1 });
        }));

      it("puts words that stand together first, then words in the statement, then newer ones", () =>
        withLedger(async (ledger) => {
          const record = readByHand(
            "Ana Ruiz said the river has grown and the union of mayors met. Boro Hale said the river union met. " +
              "Cira Moon of the River Union said nothing is lost.",
            [
              { content: "the river has grown and the union of mayors met", speaker: "Ana Ruiz" },
              { content: "the river union met", speaker: "Boro Hale" },
              { content: "nothing is lost", speaker: "Cira Moon", role: "River Union" },
            ],
            { published: "2024" },
          );
          const older = readByHand("Dovan Elk said the river union slept.", [
            { content: "the river union slept", speaker: "Dovan Elk", said: "2020-01-01" },
          ]);
          await ledger.add([record, older], "ana");
          const found = await ledger.search({ words: "river union" }, { size: 10 });
          assert.deepEqual(
            found.items.map((entry) => entry.speaker?.name),
            ["Boro Hale", "Dovan Elk", "Ana Ruiz", "Cira Moon"],
          );
        }));

      it("finds Ukrainian and Russian words by their stems", () =>
        withLedger(async (ledger) => {
          const ukrainian = readByHand(
            "Мирон Гай сказав, що міст відкриють після повені.",
            [{ content: "міст відкриють після повені", speaker: "Мирон Гай" }],
            { language: "uk" },
          );
          const russian = readByHand(
            "Пётр Лис сказал, что гарантии безопасности готовы.",
            [{ content: "гарантии безопасности готовы", speaker: "Пётр Лис" }],
            { language: "ru" },
          );
          await ledger.add([ukrainian, russian], "ana");
          assert.equal((await ledger.search({ words: "повінь" }, { size: 5 })).total, 0);
          assert.equal((await ledger.search({ words: "повені міст" }, { size: 5 })).total, 1);
          assert.equal((await ledger.search({ words: "гарантий безопасность" }, { size: 5 })).total, 1);
          assert.equal((await ledger.search({ words: '"гарантии безопасности"' }, { size: 5 })).total, 1);
          assert.equal((await ledger.search({ words: "міст", language: "ru" }, { size: 5 })).total, 0);
          assert.equal((await ledger.speaker("Петр Лис"))?.statements, 1);
        }));

      it("keeps to every filter", () =>
        withLedger(async (ledger) => {
          await ledger.add([BRIDGE, TRAINING], "ana");
          const count = async (question: Parameters<Ledger["search"]>[0]): Promise<number> =>
            (await ledger.search(question, { size: 1 })).total;
          assert.equal(await count({}), 5);
          assert.equal(await count({ minConfidence: 0 }), 6);
          assert.equal(await count({ speaker: "ana ruiz" }), 1);
          assert.equal(await count({ speaker: "nobody" }), 0);
          assert.equal(await count({ role: "ministers" }), 2);
          assert.equal(await count({ role: "housing minister" }), 1);
          assert.equal(await count({ publisher: "Veldan Courier" }), 2);
          assert.equal(await count({ from: "2025", to: "2025-06" }), 2);
          assert.equal(await count({ from: "2026" }), 0);
          assert.equal(await count({ kind: "direct" }), 0);
          assert.equal(await count({ kind: "indirect" }), 5);
          assert.equal(await count({ strength: "will" }), 1);
          assert.equal(await count({ strength: "may" }), 0);
          assert.equal(await count({ commitment: true }), 2);
          assert.equal(await count({ commitment: false }), 3);
          assert.equal(await count({ conditional: true }), 1);
          assert.equal(await count({ condition: "flood-end" }), 1);
          assert.equal(await count({ language: "uk" }), 0);
          assert.equal(await count({ words: "bridge", speaker: "Ana Ruiz", from: "2025-05" }), 1);
        }));

      it("counts by speaker, publisher, year, kind and strength", () =>
        withLedger(async (ledger) => {
          await ledger.add([BRIDGE, TRAINING], "ana");
          const facets = await ledger.facets({});
          assert.deepEqual(facets.years, [
            { value: "2025", label: "2025", count: 2 },
            { value: "2024", label: "2024", count: 3 },
          ]);
          assert.deepEqual(facets.strengths, [
            { value: "plan", label: "plan", count: 1 },
            { value: "will", label: "will", count: 1 },
          ]);
          assert.deepEqual(facets.speakers[0], { value: "elka-thorn", label: "Elka Thorn", count: 2 });
          assert.equal(facets.publishers.length, 2);
          assert.deepEqual((await ledger.facets({ words: "bridge" })).kinds, [
            { value: "indirect", label: "indirect", count: 1 },
          ]);
        }));

      it("leaves out what repeats", () =>
        withLedger(async (ledger) => {
          await ledger.add([BRIDGE], "ana");
          assert.equal((await ledger.search({ words: "bridge", minConfidence: 0 }, { size: 5 })).total, 1);
          assert.equal((await ledger.timeline("Ana Ruiz", null, 0))?.entries.length, 1);
          assert.equal((await ledger.entriesOf(BRIDGE.article.hash.slice(0, 16))).length, 3);
        }));
    });

    describe("timelines", () => {
      it("follow a person from office to office, however the name is written", () =>
        withLedger(async (ledger) => {
          await ledger.add([TRAINING, LATER_TRAINING], "ana");
          for (const name of ["elka-thorn", "Elka Thorn", "elka THÓRN", "Thorn"]) {
            const timeline = await ledger.timeline(name, null, 0.5);
            assert.deepEqual(
              timeline?.entries.map((entry) => entry.date),
              ["2024", "2024", "2025-08", "2025-08"],
            );
            assert.deepEqual(
              timeline?.speaker.roleSpells.map((spell) => [spell.title, spell.first, spell.last]),
              [
                ["Prime Minister of Velda", "2024", "2024"],
                ["High Envoy of the Union", "2025-08", "2025-08"],
              ],
            );
          }
          assert.equal(await ledger.timeline("Nobody Known", null, 0.5), null);
          const first = await ledger.timeline("Thorn", null, 0.5, { size: 3 });
          const second = await ledger.timeline("Thorn", null, 0.5, { size: 3, after: first?.next ?? "" });
          assert.deepEqual(
            [first?.entries.length, second?.entries.length, second?.total, second?.next],
            [3, 1, 4, null],
          );
        }));

      it("find a subject in other words", () =>
        withLedger(async (ledger) => {
          await ledger.add([TRAINING, LATER_TRAINING], "ana");
          const timeline = await ledger.timeline("Elka Thorn", "training troops in Moravia", 0.5);
          assert.deepEqual(
            timeline?.entries.map((entry) => [entry.content[0]?.text, entry.speaker?.role?.title]),
            [
              ["training soldiers within Moravia is no risk", "Prime Minister of Velda"],
              [
                "the union plans to send military instructors to Moravia as part of a training mission",
                "High Envoy of the Union",
              ],
            ],
          );
        }));
    });

    describe("commitments", () => {
      it("tell how they went last, for many entries at once", () =>
        withLedger(async (ledger) => {
          await ledger.add([BRIDGE, TRAINING], "ana");
          const [bridge, roads] = [BRIDGE.entries[0]?.id ?? "", TRAINING.entries[2]?.id ?? ""];
          const looked = { evidence: "seen", lookedAt: "2025-06" } as const;
          await ledger.setStatus(bridge, 0, { ...looked, status: "stalled" }, "ana");
          await ledger.setStatus(bridge, 0, { ...looked, status: "kept" }, "boro");
          assert.deepEqual(await ledger.lastStatuses([bridge, roads]), [
            { entryId: bridge, index: 0, status: { ...looked, status: "kept", by: "boro" } },
          ]);
        }));

      it("are listed with what they wait for", () =>
        withLedger(async (ledger) => {
          await ledger.add([BRIDGE, TRAINING], "ana");
          assert.equal((await ledger.commitments({}, { size: 5 })).total, 2);
          const waiting = await ledger.commitments({ waiting: true }, { size: 5 });
          assert.deepEqual(
            waiting.items.map((item) => [item.commitment.action.text, item.conditionIds]),
            [["the bridge will open in May", ["flood-end"]]],
          );
          assert.equal((await ledger.commitments({ waiting: false }, { size: 5 })).total, 1);
          assert.equal((await ledger.commitments({ strength: "plan" }, { size: 5 })).total, 1);
          assert.equal((await ledger.commitments({ words: "roads" }, { size: 5 })).total, 1);
          const conditions = await ledger.conditions({ size: 5 });
          assert.deepEqual(conditions.items, [{ id: "flood-end", text: "once the flood ends", waiting: 1, met: null }]);
          assert.deepEqual(await ledger.condition("flood-end"), conditions.items[0]);
          assert.equal(await ledger.condition("no-such"), null);
        }));
    });

    describe("lists", () => {
      it("page without gaps or repetitions", () =>
        withLedger(async (ledger) => {
          await ledger.add(
            Array.from({ length: 30 }, (_, number) => inventedArticle(number, { speakers: 40 })),
            "ana",
          );
          const searchIds = await allItems(
            (page) => ledger.search({ minConfidence: 0 }, page),
            (entry) => entry.id,
          );
          assert.equal(searchIds.length, 180);
          const found = await allItems(
            (page) => ledger.search({ words: "government" }, page),
            (entry) => entry.id,
          );
          assert.ok(found.length > 5);
          await allItems(
            (page) => ledger.articles(page),
            (article) => article.id,
          );
          await allItems(
            (page) => ledger.speakers(page),
            (speaker) => speaker.id,
          );
          await allItems(
            (page) => ledger.conditions(page),
            (condition) => condition.id,
          );
          await allItems(
            (page) => ledger.commitments({}, page),
            (commitment) => `${commitment.entry.id} ${commitment.index}`,
          );
          await assert.rejects(ledger.search({}, { size: 5, after: "nonsense" }), /Invalid cursor/);
          await assert.rejects(ledger.search({}, { size: 0 }), /Invalid page size/);
        }));

      it("find speakers by a name half typed", () =>
        withLedger(async (ledger) => {
          await ledger.add([BRIDGE, TRAINING], "ana");
          assert.deepEqual(
            (await ledger.speakers({ size: 5, name: "elka th" })).items.map((speaker) => [speaker.id, speaker.roles]),
            [["elka-thorn", ["Prime Minister of Velda"]]],
          );
          assert.equal((await ledger.speakers({ size: 5, name: "xyz" })).total, 0);
        }));
    });

    it("tells its events, oldest first", () =>
      withLedger(async (ledger) => {
        await ledger.add([BRIDGE], "ana");
        const kinds: string[] = [];
        for await (const event of ledger.events()) kinds.push(`${event.seq} ${event.kind} by ${event.by}`);
        assert.deepEqual(kinds, [
          "1 article by ana",
          "2 entry by ana",
          "3 entry by ana",
          "4 entry by ana",
          "5 reading by ana",
        ]);
      }));
  });
}

/** Walks a list page by page, and finds each item once and as many as it promises. */
async function allItems<T>(
  list: (page: PageRequest) => Promise<Page<T>>,
  idOf: (value: T) => string,
): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  let total = 0;
  do {
    const page: Page<T> = await list({ size: 7, ...(after === null ? {} : { after }) });
    ids.push(...page.items.map(idOf));
    total = page.total;
    after = page.next;
  } while (after !== null);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(ids.length, total);
  return ids;
}
