import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Ledger, StoredEntry } from "../../src/ledger/ledger.ts";
import { openLedger } from "../../src/ledger/open.ts";
import { contentsOf } from "./contents.ts";
import { ENGINES } from "./engines.ts";
import { readByHand } from "./read-by-hand.ts";

const TEXT =
  "Mayor Ana Ruiz of Veldan said the city would look at a toll if the bridge holds, will mend the bridge by spring, and may paint it once it is dry. " +
  "Ben Ode said the town will not take another dam.";

/** One sure commitment amid two doubtful ones; and a statement whose only commitment is doubtful. */
const STATEMENTS = [
  {
    speaker: "Ana Ruiz",
    content:
      "the city would look at a toll if the bridge holds, will mend the bridge by spring, and may paint it once it is dry",
    commitments: [
      { action: "look at a toll", strength: "may", condition: "if the bridge holds", confidence: 0.3 },
      { action: "mend the bridge", confidence: 0.8 },
      { action: "paint it", strength: "may", condition: "once it is dry", confidence: 0.5 },
    ],
  },
  {
    speaker: "Ben Ode",
    content: "the town will not take another dam",
    commitments: [{ action: "take another dam", confidence: 0.45 }],
  },
] as const;

for (const engine of ENGINES) {
  const missing = await engine.start();
  describe(`doubtful commitments on ${engine.name}`, { skip: missing }, () => {
    let ledger: Ledger;
    before(async () => {
      ledger = await openLedger(await engine.newLocation());
    });
    after(async () => {
      await ledger.close();
      await engine.stop();
    });

    /** Adds the article in a ledger of its own. */
    const inNew = async (work: (ledger: Ledger, entries: readonly StoredEntry[]) => Promise<void>): Promise<void> => {
      const fresh = await openLedger(await engine.newLocation());
      try {
        const read = readByHand(TEXT, STATEMENTS, { published: "2031-03-02" });
        await fresh.add([read], "adder");
        await work(fresh, await fresh.entriesOf(read.article.hash.slice(0, 16)));
        // Whatever was done, the chain holds, and the tables are what the events say.
        const contents = await contentsOf(fresh);
        await fresh.rebuild();
        assert.deepEqual(await contentsOf(fresh), contents);
        assert.equal((await fresh.verify()).fault, null);
      } finally {
        await fresh.close();
      }
    };

    const actionsOf = async (of: Ledger, question: Parameters<Ledger["commitments"]>[0] = {}): Promise<string[]> =>
      (await of.commitments(question, { size: 20 })).items.map(
        ({ commitment, doubtful }) => `${doubtful ? "? " : ""}${commitment.action.text}`,
      );

    it("are kept, and are no part of what is shown", () =>
      inNew(async (fresh, entries) => {
        assert.deepEqual(
          entries.map((entry) => entry.doubtful.map(({ action, confidence }) => [action.text, confidence])),
          [
            [
              ["look at a toll", 0.3],
              ["paint it", 0.5],
            ],
            [["take another dam", 0.45]],
          ],
        );
        assert.deepEqual(await actionsOf(fresh), ["mend the bridge"]);
        assert.equal((await fresh.conditions({ size: 10 })).total, 0);
        assert.equal((await fresh.search({ commitment: true }, { size: 10 })).total, 1);
        assert.equal((await fresh.search({ conditional: true }, { size: 10 })).total, 0);
        assert.equal((await fresh.search({ strength: "may" }, { size: 10 })).total, 0);
        assert.deepEqual(
          (await fresh.facets({})).strengths.map(({ value }) => value),
          ["will"],
        );
        assert.equal((await fresh.counts(0.55)).commitments, 1);
        assert.equal((await fresh.speaker("Ben Ode"))?.commitments, 0);
        for (const entry of (await fresh.search({}, { size: 10 })).items) assert.deepEqual(entry.doubtful, []);
        for (const entry of (await fresh.timeline("Ana Ruiz", null, 0.55))?.entries ?? [])
          assert.deepEqual([entry.commitments.length, entry.doubtful], [1, []]);
      }));

    it("are shown to those who ask for less confidence, and are told apart", () =>
      inNew(async (fresh) => {
        const at = (minConfidence: number): Promise<string[]> => actionsOf(fresh, { minConfidence });
        assert.deepEqual((await at(0)).toSorted(), [
          "? look at a toll",
          "? paint it",
          "? take another dam",
          "mend the bridge",
        ]);
        assert.deepEqual((await at(0.4)).toSorted(), ["? paint it", "? take another dam", "mend the bridge"]);
        assert.deepEqual(await at(0.85), ["mend the bridge"]);
        assert.deepEqual(await at(0.95), []);
        assert.equal((await fresh.commitments({ minConfidence: 0 }, { size: 20 })).total, 4);
        assert.deepEqual(await actionsOf(fresh, { minConfidence: 0.2, conditional: true }), [
          "? look at a toll",
          "? paint it",
        ]);
        assert.deepEqual(await actionsOf(fresh, { minConfidence: 0.4, waiting: true, speaker: "Ana Ruiz" }), [
          "? paint it",
        ]);
        assert.deepEqual(await actionsOf(fresh, { minConfidence: 0.2, words: "dam" }), ["? take another dam"]);
        assert.deepEqual(await actionsOf(fresh, { minConfidence: 0.2, status: "not-rated", strength: "may" }), [
          "? look at a toll",
          "? paint it",
        ]);
        const found = await fresh.search({ minConfidence: 0.4, commitment: true }, { size: 10 });
        assert.deepEqual(found.items.map(({ doubtful }) => doubtful.length).toSorted(), [1, 1]);
        assert.equal((await fresh.search({ minConfidence: 0.47, commitment: true }, { size: 10 })).total, 1);
        assert.equal((await fresh.search({ minConfidence: 0.47, commitment: false }, { size: 10 })).total, 1);
      }));

    it("page without gaps", () =>
      inNew(async (fresh) => {
        const all = await actionsOf(fresh, { minConfidence: 0 });
        const paged: string[] = [];
        let next: string | null | undefined;
        do {
          const page = await fresh.commitments(
            { minConfidence: 0 },
            next === undefined || next === null ? { size: 1 } : { size: 1, after: next },
          );
          paged.push(
            ...page.items.map(({ commitment, doubtful }) => `${doubtful ? "? " : ""}${commitment.action.text}`),
          );
          next = page.next;
        } while (next !== null);
        assert.deepEqual(paged, all);
      }));

    it("wait in the review queue, also by themselves", () =>
      inNew(async (fresh, entries) => {
        const queue = await fresh.reviewQueue({ size: 10, reviewer: "mira", doubtful: true });
        assert.deepEqual(queue.items.map(({ doubtful }) => doubtful.length).toSorted(), [1, 2]);
        const id = entries[0]?.id ?? "";
        await assert.rejects(fresh.review(id, { decision: "confirm" }, "mira"), /2 doubtful commitments.*“paint it”/);
        await assert.rejects(fresh.review(id, { decision: "confirm", doubtful: [true] }, "mira"), /say of each/);
        await fresh.review(id, { decision: "confirm", doubtful: [false, false] }, "mira");
        assert.equal((await fresh.reviewQueue({ size: 10, reviewer: "mira", doubtful: true })).total, 1);
      }));

    it("count once a person says that they are some, behind those that counted", () =>
      inNew(async (fresh, [entry]) => {
        const id = entry?.id ?? "";
        await fresh.setStatus(id, 0, { status: "kept", evidence: "seen", lookedAt: "2031-05-01" }, "mira");
        await assert.rejects(
          fresh.setStatus(id, 1, { status: "kept", evidence: "seen", lookedAt: "2031-05-01" }, "mira"),
          /No commitment 1/,
        );
        await fresh.review(id, { decision: "confirm", doubtful: [true, false] }, "mira");
        const now = await fresh.entry(id);
        assert.deepEqual([now?.review, now?.doubtful], ["confirmed", []]);
        assert.deepEqual(
          (await fresh.commitments({}, { size: 10 })).items.map(({ commitment, index, doubtful, status }) => [
            commitment.action.text,
            commitment.confidence,
            index,
            doubtful,
            status?.status ?? null,
          ]),
          [
            ["mend the bridge", 1, 0, false, "kept"],
            ["look at a toll", 1, 1, false, null],
          ],
        );
        assert.deepEqual(
          (await fresh.conditions({ size: 5 })).items.map(({ text }) => text),
          ["if the bridge holds"],
        );
        assert.equal((await fresh.counts(0.55)).commitments, 2);
        assert.deepEqual((await fresh.entryAsRead(id))?.doubtful.length, 2);
      }));

    it("stay decided when a newer engine reads the article again, and are not doubled where nobody decided", () =>
      inNew(async (fresh, [first, second]) => {
        await fresh.review(first?.id ?? "", { decision: "confirm", doubtful: [true, false] }, "mira");
        const surer = STATEMENTS.map((statement) => ({
          ...statement,
          commitments: statement.commitments.map((commitment) => ({ ...commitment, confidence: 0.5 })),
        }));
        await fresh.add([readByHand(TEXT, surer, { published: "2031-03-02", engine: "1.1.0" })], "adder");
        assert.deepEqual(await actionsOf(fresh, { minConfidence: 0 }), [
          "? take another dam",
          "mend the bridge",
          "look at a toll",
        ]);
        assert.equal((await fresh.entry(second?.id ?? ""))?.doubtful[0]?.confidence, 0.5);

        const sure = surer.map((statement) => ({
          ...statement,
          commitments: statement.commitments.map((commitment) => ({ ...commitment, confidence: 0.7 })),
        }));
        await fresh.add([readByHand(TEXT, sure, { published: "2031-03-02", engine: "1.2.0" })], "adder");
        assert.deepEqual(await actionsOf(fresh), ["take another dam", "mend the bridge", "look at a toll"]);
      }));

    it("that were refused do not come back with other spans of the same words", () =>
      inNew(async (fresh, [, second]) => {
        await fresh.review(second?.id ?? "", { decision: "confirm", doubtful: [false] }, "mira");
        const [whole] = STATEMENTS;
        const other = {
          speaker: "Ben Ode",
          content: "the town will not take another dam.",
          commitments: [{ action: "take another dam", confidence: 0.9 }],
        };
        await fresh.add([readByHand(TEXT, [whole, other], { published: "2031-03-02", engine: "1.1.0" })], "adder");
        assert.deepEqual(await actionsOf(fresh), ["mend the bridge"]);
        assert.deepEqual((await fresh.entry(second?.id ?? ""))?.review, "confirmed");
      }));

    it("divide reviewers who say differently which are some", () =>
      inNew(async (fresh, [, second]) => {
        const id = second?.id ?? "";
        await fresh.review(id, { decision: "confirm", doubtful: [true], blind: true }, "mira");
        await fresh.review(id, { decision: "confirm", doubtful: [false], blind: true }, "jonas");
        assert.equal((await fresh.entry(id))?.review, "disagreed");
        assert.equal((await fresh.agreement(["mira", "jonas"])).agreed, 0);
        await fresh.review(id, { decision: "confirm", doubtful: [true], blind: true }, "jonas");
        assert.equal((await fresh.entry(id))?.review, "confirmed");
        assert.equal((await fresh.agreement(["mira", "jonas"])).agreed, 1);
        // Who confirms what another has made of it, agrees.
        await fresh.review(id, { decision: "confirm" }, "vera");
        assert.deepEqual((await fresh.entry(id))?.review, "confirmed");
        assert.equal((await fresh.agreement(["mira", "vera"])).agreed, 1);
      }));

    it("are settled by an amendment that has all commitments", () =>
      inNew(async (fresh, [first]) => {
        const id = first?.id ?? "";
        await fresh.review(id, { decision: "amend", fields: { commitments: first?.commitments ?? [] } }, "mira");
        const now = await fresh.entry(id);
        assert.deepEqual([now?.review, now?.commitments.length, now?.doubtful], ["amended", 1, []]);
      }));

    it("come with whatever moves a ledger", () =>
      inNew(async (fresh, [first]) => {
        await fresh.review(first?.id ?? "", { decision: "confirm", doubtful: [true, false] }, "mira");
        const lines: string[] = [];
        for await (const line of fresh.export()) lines.push(line);
        await ledger.import(lines);
        assert.deepEqual(await contentsOf(ledger), await contentsOf(fresh));
      }));
  });
}
