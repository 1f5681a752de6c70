import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { spanOf } from "../../src/core/span.ts";
import type { Ledger, ReadArticle } from "../../src/ledger/ledger.ts";
import { openLedger } from "../../src/ledger/open.ts";
import type { EnteredStatement } from "../../src/ledger/people/people.ts";
import { ENGINES } from "./engines.ts";
import { readByHand } from "./read-by-hand.ts";
import { BRIDGE, LATER_TRAINING, TRAINING } from "./press.ts";

const PROMISE = BRIDGE.entries[0]?.id ?? "";
const ROAD = BRIDGE.entries[1]?.id ?? "";
const ARTICLE = BRIDGE.article.hash.slice(0, 16);

/** Two promises that wait for one and the same, and for what a third waits for in other words. */
const [FERRY, CANAL] = ["ferry", "canal"].map((thing) =>
  readByHand(`Ana Ruiz said the ${thing} will open after the water falls.`, [
    {
      content: `the ${thing} will open after the water falls`,
      speaker: "Ana Ruiz",
      commitments: [{ action: `the ${thing} will open`, condition: "after the water falls" }],
    },
  ]),
) as [ReadArticle, ReadArticle];

for (const engine of ENGINES) {
  const missing = await engine.start();
  describe(`what people do, on ${engine.name}`, { skip: missing }, () => {
    after(() => engine.stop());

    async function withLedger(run: (ledger: Ledger) => Promise<void>): Promise<void> {
      const ledger = await openLedger(await engine.newLocation());
      try {
        await ledger.add([BRIDGE, TRAINING, LATER_TRAINING], "ana");
        await run(ledger);
        assert.equal((await ledger.verify()).fault, null);
      } finally {
        await ledger.close();
      }
    }

    describe("reviews", () => {
      it("confirm, and nothing unreviewed looks confirmed", () =>
        withLedger(async (ledger) => {
          assert.equal((await ledger.entry(PROMISE))?.review, "none");
          await ledger.review(PROMISE, { decision: "confirm" }, "boro");
          assert.equal((await ledger.entry(PROMISE))?.review, "confirmed");
          assert.equal((await ledger.search({ review: "confirmed" }, { size: 5 })).total, 1);
          const [decided] = await ledger.reviews(PROMISE);
          assert.deepEqual([decided?.decision, decided?.by], ["confirm", "boro"]);
        }));

      it("amend a field with the words that prove it; the reading stays in the events", () =>
        withLedger(async (ledger) => {
          const text = BRIDGE.article.text;
          const speaker = BRIDGE.entries[1]?.speaker ?? null;
          const start = text.indexOf("the road");
          const content = [spanOf(text, start, start + "the road".length)];
          await ledger.review(PROMISE, { decision: "amend", fields: { speaker, content } }, "boro");
          const amended = await ledger.entry(PROMISE);
          assert.equal(amended?.speaker?.name, "Boro Hale");
          assert.deepEqual(
            [amended?.review, amended?.amended, amended?.speakerId],
            ["amended", ["content", "speaker"], "boro-hale"],
          );
          assert.equal((await ledger.speaker("Boro Hale"))?.statements, 2);
          assert.equal((await ledger.speaker("Ana Ruiz"))?.statements, 0);
          assert.equal((await ledger.search({ words: "open in May" }, { size: 5 })).total, 0);
          await assert.rejects(
            ledger.review(
              PROMISE,
              { decision: "amend", fields: { content: [{ start: 0, end: 3, text: "xyz" }] } },
              "boro",
            ),
            /not verbatim/,
          );
          await assert.rejects(ledger.review(PROMISE, { decision: "amend" }, "boro"), /takes fields/);
        }));

      it("reject with a reason, and the entry counts no more", () =>
        withLedger(async (ledger) => {
          await assert.rejects(ledger.review(PROMISE, { decision: "reject" }, "boro"), /takes a reason/);
          await ledger.review(PROMISE, { decision: "reject", reason: "said by another" }, "boro");
          assert.equal((await ledger.search({ words: "bridge" }, { size: 5 })).total, 0);
          assert.equal((await ledger.search({ words: "bridge", review: "rejected" }, { size: 5 })).total, 1);
          assert.equal((await ledger.speaker("Ana Ruiz"))?.statements, 0);
          assert.equal((await ledger.condition("flood-end")) ?? null, null);
          await ledger.review(PROMISE, { decision: "confirm" }, "boro");
          assert.equal((await ledger.search({ words: "bridge" }, { size: 5 })).total, 1);
          await assert.rejects(ledger.review("0000000000000000", { decision: "confirm" }, "boro"), /No entry/);
          await assert.rejects(ledger.review(PROMISE, { decision: "confirm" }, ""), /Somebody/);
        }));

      it("stay when a newer engine reads the article", () =>
        withLedger(async (ledger) => {
          await ledger.review(PROMISE, { decision: "confirm" }, "boro");
          await ledger.add([{ ...BRIDGE, engine: "2.0.0", entries: [] }], "ana");
          assert.equal((await ledger.entry(PROMISE))?.state, "current");
          assert.equal((await ledger.entry(ROAD))?.state, "replaced");
        }));

      it("agree where one confirms what another amended, and differ where they amend differently", () =>
        withLedger(async (ledger) => {
          const speaker = BRIDGE.entries[1]?.speaker ?? null;
          await ledger.review(PROMISE, { decision: "amend", fields: { speaker } }, "boro");
          await ledger.review(PROMISE, { decision: "confirm" }, "cira");
          assert.equal((await ledger.entry(PROMISE))?.review, "amended");
          await ledger.review(PROMISE, { decision: "amend", fields: { act: "wrote" } }, "dora");
          assert.equal((await ledger.entry(PROMISE))?.review, "disagreed");
          await ledger.review(PROMISE, { decision: "confirm" }, "cira");
          assert.equal((await ledger.entry(PROMISE))?.review, "amended");
          await ledger.review(PROMISE, { decision: "amend", fields: { speaker: null } }, "dora");
          assert.equal((await ledger.entry(PROMISE))?.review, "disagreed");
          await ledger.rebuild();
          assert.equal((await ledger.entry(PROMISE))?.review, "disagreed");
        }));

      it("blind, are made on the entry as it was read, whatever another has amended", () =>
        withLedger(async (ledger) => {
          const speaker = BRIDGE.entries[1]?.speaker ?? null;
          await ledger.review(PROMISE, { decision: "amend", fields: { speaker }, blind: true }, "boro");
          assert.equal((await ledger.entry(PROMISE))?.speakerId, "boro-hale");
          const queue = await ledger.reviewQueue({ size: 50, reviewer: "cira", blind: true });
          const shown = queue.items.find((entry) => entry.id === PROMISE);
          assert.deepEqual(
            [shown?.speaker?.name, shown?.speakerId, shown?.review, shown?.amended],
            ["Ana Ruiz", "ana-ruiz", "none", []],
          );
          assert.deepEqual(await ledger.entryAsRead(PROMISE), shown);
          await ledger.review(PROMISE, { decision: "confirm", blind: true }, "cira");
          assert.equal((await ledger.entry(PROMISE))?.review, "disagreed");
          await ledger.review(ROAD, { decision: "amend", fields: { act: "wrote" }, blind: true }, "boro");
          await ledger.review(ROAD, { decision: "amend", fields: { act: "did" }, blind: true }, "cira");
          const { both, agreed } = await ledger.agreement(["boro", "cira"]);
          assert.deepEqual([both, agreed], [2, 0]);
          await ledger.review(ROAD, { decision: "amend", fields: { act: "wrote" }, blind: true }, "cira");
          assert.equal((await ledger.entry(ROAD))?.review, "amended");
          assert.equal((await ledger.agreement(["boro", "cira"])).agreed, 1);
        }));

      it("queue up, blind where asked, and tell how far reviewers agree", () =>
        withLedger(async (ledger) => {
          const queue = await ledger.reviewQueue({ size: 50, reviewer: "boro" });
          assert.equal(queue.total, queue.items.length);
          const [first, second, third] = queue.items.map((entry) => entry.id);
          assert.ok(first && second && third);
          await ledger.review(first, { decision: "confirm" }, "boro");
          await ledger.review(second, { decision: "reject", reason: "no" }, "boro");
          await ledger.review(third, { decision: "skip" }, "boro");
          assert.equal((await ledger.reviewQueue({ size: 50, reviewer: "boro" })).total, queue.total - 3);
          assert.equal((await ledger.reviewQueue({ size: 50, reviewer: "cira" })).total, queue.total - 2);
          const blind = await ledger.reviewQueue({ size: 50, reviewer: "cira", blind: true });
          assert.ok(blind.items.some((entry) => entry.id === first && entry.review === "none"));
          assert.ok(blind.items.some((entry) => entry.id === second));
          await ledger.review(first, { decision: "confirm" }, "cira");
          await ledger.review(second, { decision: "confirm" }, "cira");
          assert.equal((await ledger.entry(second))?.review, "disagreed");
          const agreement = await ledger.agreement(["boro", "cira"]);
          assert.deepEqual([agreement.both, agreement.agreed, agreement.kappa], [2, 1, 0]);
          assert.equal((await ledger.agreement(["boro", "nobody"])).kappa, null);
        }));
    });

    it("enter what the engine missed", () =>
      withLedger(async (ledger) => {
        const text = BRIDGE.article.text;
        const at = text.indexOf("Bridge to open");
        const statement: EnteredStatement = {
          ...(await ledger.entry(ROAD)),
          kind: "indirect",
          act: "said",
          source: [],
          cue: [],
          content: [spanOf(text, at, at + "Bridge to".length)],
          free: false,
          within: null,
          repeats: null,
          speaker: null,
          said: null,
          occasion: null,
          addressee: null,
          commitments: [],
        };
        const id = await ledger.enter(ARTICLE, statement, "boro");
        const entered = await ledger.entry(id);
        assert.deepEqual(
          [entered?.enteredBy, entered?.review, entered?.engine, entered?.confidence],
          ["boro", "entered", null, 1],
        );
        await assert.rejects(ledger.enter(ARTICLE, statement, "boro"), /there already/);
        await assert.rejects(ledger.enter(ARTICLE, { ...statement, content: [] }, "boro"), /has content/);
        await assert.rejects(ledger.enter("nowhere", statement, "boro"), /No article/);
        await ledger.add([{ ...BRIDGE, engine: "2.0.0", entries: [] }], "ana");
        assert.equal((await ledger.entry(id))?.state, "current");
      }));

    it("correct, decide in public, and reply", () =>
      withLedger(async (ledger) => {
        const [span] = BRIDGE.entries[0]?.content ?? [];
        assert.ok(span);
        const note = { articleId: ARTICLE, entryId: PROMISE, span, note: "She said June.", from: "a reader" };
        const id = await ledger.correct(note, "visitor");
        assert.equal(await ledger.correct(note, "visitor"), id);
        assert.equal((await ledger.entry(PROMISE))?.disputed, true);
        assert.equal((await ledger.corrections({ size: 5, state: "open" })).total, 1);
        await assert.rejects(ledger.decideCorrection(id, true, " ", "boro"), /takes a reason/);
        await ledger.decideCorrection(id, false, "The recording says May.", "boro");
        assert.equal((await ledger.entry(PROMISE))?.disputed, false);
        const [decided] = (await ledger.corrections({ size: 5, entryId: PROMISE })).items;
        assert.deepEqual([decided?.state, decided?.decision?.reason], ["rejected", "The recording says May."]);
        await assert.rejects(ledger.decideCorrection(id, true, "again", "boro"), /decided already/);
        await assert.rejects(ledger.correct({ ...note, span: { ...span, text: "other" } }, "v"), /not verbatim/);
        await assert.rejects(ledger.correct({ ...note, note: "x".repeat(3000) }, "v"), /characters/);
        await ledger.reply(PROMISE, { from: "Ana Ruiz", text: "I meant May." }, "boro");
        assert.deepEqual(
          (await ledger.replies(PROMISE)).map((reply) => [reply.from, reply.text]),
          [["Ana Ruiz", "I meant May."]],
        );
      }));

    it("mark a condition met, and what waited becomes due", () =>
      withLedger(async (ledger) => {
        await ledger.markCondition("flood-end", { on: "2025-04", evidence: "https://weather.example/april" }, "boro");
        assert.equal((await ledger.commitments({ waiting: true }, { size: 5 })).total, 0);
        const [due] = (await ledger.commitments({ conditional: true }, { size: 5 })).items;
        assert.equal(due?.due, true);
        assert.deepEqual((await ledger.condition("flood-end"))?.met, {
          on: "2025-04",
          evidence: "https://weather.example/april",
          by: "boro",
        });
        await ledger.markCondition("flood-end", null, "boro");
        assert.equal((await ledger.commitments({ waiting: true }, { size: 5 })).total, 1);
        await assert.rejects(ledger.markCondition("no-such", null, "boro"), /No condition/);
        await assert.rejects(ledger.markCondition("flood-end", { on: "soon", evidence: "x" }, "boro"), /Invalid date/);
      }));

    it("say how a commitment went, and it stays said when the entry is amended", () =>
      withLedger(async (ledger) => {
        const found = {
          status: "kept",
          evidence: "https://veldan.example/opened",
          lookedAt: "2025-06-01",
        } as const;
        await ledger.setStatus(PROMISE, 0, { ...found, status: "in-the-works" }, "boro");
        await ledger.setStatus(PROMISE, 0, found, "cira");
        await ledger.review(PROMISE, { decision: "amend", fields: { act: "wrote" } }, "boro");
        const [item] = (await ledger.commitments({ status: "kept" }, { size: 5 })).items;
        assert.deepEqual(item?.status, { ...found, by: "cira" });
        assert.equal((await ledger.statuses(PROMISE, 0)).length, 2);
        assert.equal((await ledger.commitments({ status: "not-rated" }, { size: 5 })).total, 1);
        assert.equal((await ledger.search({ status: "kept" }, { size: 5 })).total, 1);
        await assert.rejects(ledger.setStatus(PROMISE, 7, found, "boro"), /No commitment 7/);
      }));

    it("merge two names of one speaker, and take it back", () =>
      withLedger(async (ledger) => {
        await ledger.mergeSpeaker("boro-hale", "ana-ruiz", "a pen name", "boro");
        const merged = await ledger.speaker("Boro Hale");
        assert.deepEqual([merged?.id, merged?.statements, merged?.names], ["ana-ruiz", 2, ["Ana Ruiz", "Boro Hale"]]);
        assert.equal((await ledger.timeline("Boro Hale", null, 0.5))?.entries.length, 2);
        assert.equal((await ledger.search({ speaker: "ana-ruiz", words: "road" }, { size: 5 })).total, 1);
        assert.ok(!(await ledger.speakers({ size: 50 })).items.some((speaker) => speaker.id === "boro-hale"));
        await ledger.mergeSpeaker("ana-ruiz", "elka-thorn", "and once more", "boro");
        assert.equal((await ledger.speaker("Boro Hale"))?.id, "elka-thorn");
        await ledger.mergeSpeaker("ana-ruiz", null, "no", "boro");
        assert.equal((await ledger.speaker("Boro Hale"))?.id, "ana-ruiz");
        await ledger.mergeSpeaker("boro-hale", null, "no", "boro");
        assert.equal((await ledger.speaker("Boro Hale"))?.statements, 1);
        assert.equal((await ledger.speaker("Ana Ruiz"))?.statements, 1);
        await assert.rejects(ledger.mergeSpeaker("boro-hale", "boro-hale", "", "boro"), /itself/);
        await assert.rejects(ledger.mergeSpeaker("nobody", "boro-hale", "", "boro"), /No speaker/);
      }));

    it("split two people of one name", () =>
      withLedger(async (ledger) => {
        const entries = (await ledger.timeline("Elka Thorn", null, 0.5))?.entries ?? [];
        const earlier = entries.filter((entry) => entry.date === "2024").map((entry) => entry.id);
        const id = await ledger.splitSpeaker("elka-thorn", earlier, "Elka Thorn", "mother and daughter", "boro");
        assert.equal(id, "elka-thorn-2");
        assert.equal((await ledger.speaker("elka-thorn-2"))?.statements, 2);
        assert.equal((await ledger.speaker("elka-thorn"))?.statements, 2);
        assert.equal((await ledger.search({ speaker: id, words: "soldiers" }, { size: 5 })).total, 1);
        assert.equal((await ledger.search({ speaker: "elka-thorn", words: "soldiers" }, { size: 5 })).total, 0);
        await assert.rejects(ledger.splitSpeaker("boro-hale", earlier, "X", "", "boro"), /is not one of/);
      }));

    it("propose a merge, which happens only when somebody accepts it", () =>
      withLedger(async (ledger) => {
        const pens = { kind: "merge", speaker: "boro-hale", into: "ana-ruiz" } as const;
        const id = await ledger.propose(pens, "a pen name", "boro");
        assert.equal(await ledger.propose(pens, "a pen name, they say", "cira"), id);
        assert.equal((await ledger.speaker("Boro Hale"))?.id, "boro-hale");
        await assert.rejects(ledger.answerProposal(id, false, " ", "cira"), /takes a reason/);
        await ledger.answerProposal(id, false, "No source for it.", "cira");
        assert.equal((await ledger.speaker("Boro Hale"))?.id, "boro-hale");
        await assert.rejects(ledger.answerProposal(id, true, null, "cira"), /decided already/);
        const again = await ledger.propose(pens, "a pen name: see the imprint", "boro");
        assert.notEqual(again, id);
        await ledger.answerProposal(again, true, null, "cira");
        assert.equal((await ledger.speaker("Boro Hale"))?.id, "ana-ruiz");
        const all = (await ledger.proposals({ size: 5 })).items;
        assert.deepEqual(
          all.map(({ state, by, decision }) => [state, by, decision?.by, decision?.reason]),
          [
            ["refused", "boro", "cira", "No source for it."],
            ["accepted", "boro", "cira", null],
          ],
        );
        assert.equal((await ledger.proposals({ size: 5, state: "open" })).total, 0);
        await assert.rejects(ledger.propose({ ...pens, into: "nobody" }, "?", "boro"), /No speaker/);
      }));

    it("propose a split, which happens only when somebody accepts it", () =>
      withLedger(async (ledger) => {
        const entries = (await ledger.timeline("Elka Thorn", null, 0.5))?.entries ?? [];
        const earlier = entries.filter((entry) => entry.date === "2024").map((entry) => entry.id);
        const id = await ledger.propose(
          { kind: "split", speaker: "elka-thorn", entries: earlier, name: "Elka Thorn" },
          "mother and daughter",
          "boro",
        );
        assert.equal(await ledger.speaker("elka-thorn-2").then((speaker) => speaker?.id === "elka-thorn-2"), false);
        await ledger.answerProposal(id, true, "The birth register", "cira");
        assert.equal((await ledger.speaker("elka-thorn-2"))?.statements, 2);
        await ledger.mergeSpeaker("elka-thorn-2", "elka-thorn", "one person after all", "cira");
        assert.equal((await ledger.speaker("elka-thorn"))?.statements, 4);
      }));

    it("say that two conditions are close, or one, and take it back", () =>
      withLedger(async (ledger) => {
        await ledger.add([FERRY, CANAL], "ana");
        const conditions = async (): Promise<readonly (readonly [string, number])[]> =>
          (await ledger.conditions({ size: 9 })).items.map(({ id, waiting }) => [id, waiting] as const);
        const apart = await conditions();
        assert.deepEqual(apart, [
          ["water-fall", 2],
          ["flood-end", 1],
        ]);
        await ledger.likenConditions("water-fall", "flood-end", "related", "one season", "boro");
        assert.deepEqual(
          (await ledger.conditionsLike("flood-end")).related.map(({ id, by }) => [id, by]),
          [["water-fall", "people"]],
        );
        assert.deepEqual(await conditions(), apart);

        await ledger.likenConditions("flood-end", "water-fall", "same", "one flood", "boro");
        assert.deepEqual(await conditions(), [["water-fall", 3]]);
        assert.equal((await ledger.condition("flood-end"))?.id, "water-fall");
        assert.equal((await ledger.search({ condition: "flood-end" }, { size: 5 })).total, 3);
        assert.equal((await ledger.commitments({ condition: "flood-end" }, { size: 5 })).total, 3);
        assert.deepEqual(
          (await ledger.conditionsLike("water-fall")).same.map(({ id }) => id),
          ["flood-end"],
        );
        await ledger.markCondition("flood-end", { on: "2025-04", evidence: "a gauge" }, "boro");
        assert.equal((await ledger.commitments({ waiting: true }, { size: 5 })).total, 0);
        assert.equal((await ledger.commitments({ condition: "water-fall" }, { size: 5 })).total, 3);
        await ledger.rebuild();
        assert.equal((await ledger.commitments({ condition: "water-fall" }, { size: 5 })).total, 3);
        await assert.rejects(ledger.likenConditions("water-fall", "flood-end", "same", "again", "b"), /made one with/);

        await ledger.likenConditions("flood-end", "water-fall", null, "two floods", "boro");
        const waiting = (await ledger.commitments({ waiting: true }, { size: 5 })).items;
        assert.deepEqual(
          waiting.map(({ entry }) => entry.id),
          [PROMISE],
        );
        assert.deepEqual(await conditions(), [
          ["water-fall", 0],
          ["flood-end", 1],
        ]);
        await assert.rejects(ledger.likenConditions("flood-end", "water-fall", null, "x", "boro"), /Nobody has said/);
        await assert.rejects(ledger.likenConditions("water-fall", "flood-end", "same", "x", "b"), /is met and/);
        await assert.rejects(ledger.likenConditions("flood-end", "no-such", "same", "x", "boro"), /No condition/);
        await assert.rejects(ledger.likenConditions("flood-end", "water-fall", "same", " ", "boro"), /takes a reason/);
      }));

    it("amend a commitment that was rated, but put no other in its place", () =>
      withLedger(async (ledger) => {
        await ledger.setStatus(PROMISE, 0, { status: "kept", evidence: "seen", lookedAt: "2025-06" }, "boro");
        const [promise] = BRIDGE.entries[0]?.commitments ?? [];
        if (!promise) throw new RangeError("The bridge is promised");
        await ledger.review(
          PROMISE,
          { decision: "amend", fields: { commitments: [{ ...promise, strength: "plan" }] } },
          "boro",
        );
        await assert.rejects(
          ledger.review(PROMISE, { decision: "amend", fields: { commitments: [] } }, "boro"),
          /must stay in its place/,
        );
      }));

    it("follow a subject in a dossier", () =>
      withLedger(async (ledger) => {
        const id = await ledger.saveDossier(
          { name: "Bridges", question: { words: "bridge", commitment: true } },
          "boro",
        );
        assert.equal(await ledger.saveDossier({ name: "Bridges", question: {} }, "boro"), `${id}-2`);
        await ledger.saveDossier({ id, name: "All bridges", question: { words: "bridge" } }, "cira");
        const dossier = await ledger.dossier(id);
        assert.deepEqual([dossier?.name, dossier?.question, dossier?.by], ["All bridges", { words: "bridge" }, "cira"]);
        assert.equal((await ledger.search(dossier?.question ?? {}, { size: 5 })).total, 1);
        await ledger.removeDossier(id, "boro");
        assert.deepEqual(
          (await ledger.dossiers()).map((one) => one.name),
          ["Bridges"],
        );
        await assert.rejects(ledger.removeDossier(id, "boro"), /No dossier/);
      }));
  });
}
