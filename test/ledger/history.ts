import type { Ledger } from "../../src/ledger/ledger.ts";
import type { EnteredStatement } from "../../src/ledger/people/people.ts";
import { inventedArticle } from "./invented-articles.ts";
import { BRIDGE, LATER_TRAINING, TRAINING } from "./press.ts";
import { readByHand } from "./read-by-hand.ts";

/** Lets everything happen to a ledger that can happen: new, repeated, moved, updated, re-read and dated articles. */
export async function liveThrough(ledger: Ledger): Promise<void> {
  await ledger.add([BRIDGE, TRAINING], "ana");
  await ledger.add([{ ...TRAINING, article: { ...TRAINING.article, publisher: "Tarn Weekly" } }], "boro");
  const url = "https://veldan.example/road";
  await ledger.add(
    [
      readByHand(
        "Ana Ruiz said the road will open. Boro Hale said it is long.",
        [
          { content: "the road will open", speaker: "Ana Ruiz", commitments: [{ action: "the road will open" }] },
          { content: "it is long", speaker: "Boro Hale" },
        ],
        { url },
      ),
      LATER_TRAINING,
    ],
    "ana",
  );
  await ledger.add(
    [
      readByHand(
        "Ana Ruiz said the road will open. It rains.",
        [{ content: "the road will open", speaker: "Ana Ruiz" }],
        {
          url,
        },
      ),
    ],
    "ana",
  );
  await ledger.add(
    [
      readByHand(BRIDGE.article.text, [{ content: "the road is long", speaker: "Boro Hale" }], {
        ...BRIDGE.article,
        engine: "2.0.0",
      }),
    ],
    "ana",
  );
  await ledger.add(
    Array.from({ length: 12 }, (_, number) => inventedArticle(number, { speakers: 30, statements: 4 })),
    "ana",
  );
  const undated = readByHand("Dovan Elk said the mill turns.", [{ content: "the mill turns", speaker: "Dovan Elk" }]);
  await ledger.add([undated], "ana");
  await ledger.add(
    [{ ...undated, article: { ...undated.article, published: "2025-03", given: ["published"] } }],
    "ana",
  );
  await letPeopleAct(ledger);
}

async function letPeopleAct(ledger: Ledger): Promise<void> {
  const [first, second, third, fourth] = (await ledger.reviewQueue({ size: 20, reviewer: "boro" })).items;
  if (!first || !second || !third || !fourth) throw new RangeError("The history has too few entries");
  await ledger.review(first.id, { decision: "confirm" }, "boro");
  await ledger.review(second.id, { decision: "reject", reason: "no" }, "boro");
  await ledger.review(second.id, { decision: "confirm" }, "cira");
  await ledger.review(
    third.id,
    { decision: "amend", fields: { act: "wrote", speaker: first.speaker === null ? null : third.speaker } },
    "boro",
  );
  const [span] = fourth.content;
  if (!span) throw new RangeError("An entry has content");
  const { content, ...rest } = emptyStatement;
  await ledger.enter(
    fourth.articleId,
    { ...rest, content: [{ ...span, end: span.start + 5, text: span.text.slice(0, 5) }, ...content] },
    "boro",
  );
  const note = { articleId: fourth.articleId, entryId: fourth.id, span, note: "Is it so?", from: null };
  const id = await ledger.correct(note, "visitor");
  await ledger.correct({ ...note, note: "And this?" }, "visitor");
  await ledger.decideCorrection(id, true, "It is.", "boro");
  await ledger.reply(fourth.id, { from: "Ana Ruiz", text: "Thank you." }, "boro");
  await ledger.markCondition("flood-end", { on: "2025", evidence: "a report" }, "boro");
  const [commitment] = (await ledger.commitments({}, { size: 1 })).items;
  if (commitment)
    await ledger.setStatus(
      commitment.entry.id,
      commitment.index,
      { status: "kept", evidence: "a report", lookedAt: "2025-07-01" },
      "boro",
    );
  const speakers = (await ledger.speakers({ size: 20 })).items;
  await ledger.mergeSpeaker(speakers[1]?.id ?? "", speakers[0]?.id ?? "", "one person", "boro");
  await ledger.mergeSpeaker(speakers[2]?.id ?? "", speakers[1]?.id ?? "", "one person", "boro").catch(() => undefined);
  const one = (await ledger.timeline("Elka Thorn", null, 0.5))?.entries[0];
  if (one) await ledger.splitSpeaker("elka-thorn", [one.id], "Elka Thorn", "two people", "boro");
  const pens = { kind: "merge", speaker: speakers[3]?.id ?? "", into: speakers[4]?.id ?? "" } as const;
  await ledger.answerProposal(await ledger.propose(pens, "a pen name", "boro"), true, null, "cira");
  const others = { ...pens, speaker: speakers[5]?.id ?? "" };
  await ledger.answerProposal(await ledger.propose(others, "a pen name", "boro"), false, "no", "cira");
  await ledger.propose(others, "a pen name after all", "boro");
  const [here, near, same] = (await ledger.conditions({ size: 3 })).items.map((condition) => condition.id);
  if (here !== undefined && near !== undefined) await ledger.likenConditions(here, near, "related", "close", "boro");
  if (here !== undefined && same !== undefined) await ledger.likenConditions(same, here, "same", "one event", "boro");
  await ledger.saveDossier({ name: "Bridges", question: { words: "bridge" } }, "boro");
}

const emptyStatement: EnteredStatement = {
  kind: "indirect",
  act: "said",
  source: [],
  cue: [],
  content: [],
  free: false,
  within: null,
  repeats: null,
  speaker: null,
  said: null,
  occasion: null,
  addressee: null,
  commitments: [],
};
