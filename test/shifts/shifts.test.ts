import assert from "node:assert/strict";
import { test } from "node:test";
import { array, assert as forAll, constantFrom, property, record as shaped } from "fast-check";
import type { Commitment } from "../../src/core/commitment.ts";
import type { Entry } from "../../src/core/entry.ts";
import { shifts, type DatedEntry } from "../../src/core/shifts/shifts.ts";
import { spanOf } from "../../src/core/span.ts";

let count = 0;

const STRENGTH = /\b(?:will|may|plan to)\b/;

interface Said {
  readonly on: string | null;
  readonly role?: string;
  readonly action?: string;
  readonly strength?: Commitment["strength"];
  readonly polarity?: Commitment["polarity"];
  readonly condition?: string;
  readonly quantity?: string;
  readonly published?: string;
  readonly article?: string;
}

/** A statement as the ledger would give it; every span is cut out of its own words. */
function said(words: string, said: Said): DatedEntry {
  const span = (part: string) => spanOf(words, words.indexOf(part), words.indexOf(part) + part.length);
  const role = said.role === undefined ? null : { title: said.role, span: spanOf(said.role, 0, said.role.length) };
  const commitment: Commitment | null =
    said.action === undefined
      ? null
      : {
          committer: null,
          action: span(said.action),
          polarity: said.polarity ?? "do",
          polaritySpan: null,
          strength: said.strength ?? "will",
          strengthSpan: span(STRENGTH.exec(words)?.[0] ?? said.action.split(" ")[0] ?? ""),
          conditions: said.condition === undefined ? [] : [span(said.condition)],
          time: [],
          quantity: said.quantity === undefined ? [] : [span(said.quantity)],
          beneficiary: null,
          form: null,
          confidence: 0.9,
          testability: { value: "testable", reason: null },
        };
  const entry: Entry = {
    id: `e${++count}`,
    kind: "indirect",
    act: "said",
    source: [],
    cue: [],
    content: [spanOf(words, 0, words.length)],
    free: false,
    within: null,
    repeats: null,
    speaker: { name: "Ana Ruiz", description: null, span: null, kind: "person", named: true, role },
    said: null,
    occasion: null,
    addressee: null,
    confidence: 0.9,
    commitments: commitment === null ? [] : [commitment],
  };
  return { entry, article: said.article ?? `a${count}`, date: said.on, published: said.published ?? said.on };
}

const kinds = (entries: readonly DatedEntry[]): readonly string[] =>
  shifts(entries).map(({ changes }) => changes.map(({ kind }) => kind).join(", "));

test("a condition added and a role changed come out with both sentences, dates and roles", () => {
  const earlier = said("We will send engineers to Port Sable", {
    on: "2024-03-12",
    role: "Harbour Minister",
    action: "send engineers to Port Sable",
  });
  const later = said("We will send engineers to Port Sable only after the siege ends", {
    on: "2025-02-18",
    role: "Prime Minister",
    action: "send engineers to Port Sable",
    condition: "only after the siege ends",
  });
  const [shift] = shifts([later, earlier]);
  assert.deepEqual(
    shift?.changes.map(({ kind }) => kind),
    ["role", "condition added"],
  );
  assert.equal(shift.position, true);
  assert.equal(shift.earlier.id, earlier.entry.id);
  assert.equal(shift.later.id, later.entry.id);
  assert.deepEqual([shift.earlier.date, shift.later.date], ["2024-03-12", "2025-02-18"]);
  assert.deepEqual([shift.earlier.role, shift.later.role], ["Harbour Minister", "Prime Minister"]);
  assert.deepEqual(shift.compared, { statements: 2, from: "2024-03-12", to: "2025-02-18" });
});

test("strength, polarity and scope are told apart", () => {
  const may = said("We may build 400 homes in Osterby", {
    on: "2024",
    action: "build 400 homes in Osterby",
    strength: "may",
    quantity: "400 homes",
  });
  const will = said("We will build 900 homes in Osterby", {
    on: "2025",
    action: "build 900 homes in Osterby",
    quantity: "900 homes",
  });
  const not = said("We will not build 900 homes in Osterby", {
    on: "2026",
    action: "build 900 homes in Osterby",
    polarity: "not",
    quantity: "900 homes",
  });
  assert.deepEqual(kinds([may, will]), ["strength up, scope"]);
  assert.deepEqual(kinds([will, not]), ["polarity"]);
  assert.deepEqual(kinds([may, will, not]), ["strength up, scope", "polarity"]);
});

test("two statements on different subjects give none", () => {
  const homes = said("We will build homes in Osterby", { on: "2024", action: "build homes in Osterby" });
  const trains = said("We will not lower fares on the night trains", {
    on: "2025",
    action: "lower fares",
    polarity: "not",
  });
  assert.deepEqual(kinds([homes, trains]), []);
});

test("a change of role alone is no shift, and the same words twice are none", () => {
  const words = "We will build homes in Osterby";
  const action = "build homes in Osterby";
  assert.deepEqual(
    kinds([said(words, { on: "2024", role: "Mayor", action }), said(words, { on: "2025", role: "Senator", action })]),
    [],
  );
  assert.deepEqual(kinds([said(words, { on: "2024", action }), said(words, { on: "2025", action })]), []);
});

test("other words for the same are wording only, and no change of position", () => {
  const earlier = said("We will build homes in Osterby", { on: "2024", action: "build homes in Osterby" });
  const later = said("We will go on building many good homes in Osterby", {
    on: "2025",
    action: "building many good homes in Osterby",
  });
  assert.deepEqual(kinds([earlier, later]), ["wording only"]);
  assert.equal(shifts([earlier, later])[0]?.position, false);
});

test("an older statement that is reported later is said to be so", () => {
  const older = said("We may build homes in Osterby", {
    on: "2024-01-05",
    published: "2026-01-05",
    action: "build homes in Osterby",
    strength: "may",
  });
  const newer = said("We will build homes in Osterby", {
    on: "2025-01-05",
    published: "2025-01-06",
    action: "build homes in Osterby",
  });
  assert.deepEqual(kinds([older, newer]), ["strength up, older statement newly reported"]);
});

test("statements of one article, of one day or without a date are not compared", () => {
  const action = "build homes in Osterby";
  const may = said("We may build homes in Osterby", { on: "2024-01-05", article: "x", action, strength: "may" });
  assert.deepEqual(
    kinds([may, said("We will build homes in Osterby", { on: "2024-01-06", article: "x", action })]),
    [],
  );
  assert.deepEqual(kinds([may, said("We will build homes in Osterby", { on: "2024-01-05", action })]), []);
  assert.deepEqual(kinds([may, said("We will build homes in Osterby", { on: null, action })]), []);
});

test("any entries in any order give the same shifts, none with itself and none empty", () => {
  const words = constantFrom(
    "We will build homes in Osterby",
    "We may send engineers to Port Sable",
    "We will not build homes in Osterby",
  );
  const dates = constantFrom("2024", "2024-05", "2025-01-02", "XXXX-08-25", "2025-01-01/2025-01-07", null);
  const some = shaped({ words, on: dates, strength: constantFrom("will", "plan", "may") });
  forAll(
    property(array(some, { maxLength: 12 }), (list) => {
      const entries = list.map(({ words: text, on, strength }) =>
        said(text, { on, strength: strength as Commitment["strength"], action: text.slice(8) }),
      );
      const found = shifts(entries);
      assert.deepEqual(shifts([...entries].reverse()), found);
      for (const shift of found) {
        assert.ok(shift.changes.length > 0 && shift.earlier.id !== shift.later.id && shift.compared.statements >= 2);
        assert.ok(shift.subject.likeness > 0 && shift.subject.likeness <= 1);
      }
    }),
  );
});

test("an announcement without a subject is on none", () => {
  const first = said("We will discuss this separately and in detail", {
    on: "2024",
    action: "discuss this separately",
  });
  const second = said("We will discuss this in more detail", { on: "2025", action: "discuss this in more detail" });
  assert.deepEqual(kinds([first, second]), []);
});

test("one telling verb is a subject of its own, a general one is none", () => {
  const rebuild = said("We will rebuild everything", { on: "2024", action: "rebuild everything" });
  const country = said("We will rebuild our country after the flood", {
    on: "2025",
    action: "rebuild our country",
    condition: "after the flood",
  });
  assert.deepEqual(kinds([rebuild, country]), ["condition added"]);
  const help = said("We will help them", { on: "2024", action: "help them" });
  const others = said("We will help the others", { on: "2025", action: "help the others" });
  assert.deepEqual(kinds([help, others]), []);
});

test("statements without a commitment are compared by their words", () => {
  const say = (words: string, on: string): DatedEntry => said(words, { on });
  assert.deepEqual(
    kinds([
      say("The salt harbour of Osterby is leased by the fishermen's guild", "2024"),
      say("The salt harbour of Osterby is not leased by the fishermen's guild", "2025"),
    ]),
    ["polarity"],
  );
  assert.deepEqual(
    kinds([
      say("5,500 fishermen applied to the Osterby relief fund", "2024"),
      say("more than 6,700 fishermen have applied to the Osterby relief fund", "2025"),
    ]),
    ["scope"],
  );
  assert.deepEqual(
    kinds([
      say("Ferries must carry the fishermen to Port Sable", "2024"),
      say("Ferries must carry the fishermen to Port Sable unless the guild objects", "2025"),
    ]),
    ["condition added"],
  );
  assert.deepEqual(
    kinds([
      say("The fishermen of Osterby deserve a salt harbour", "2024"),
      say("A salt harbour is what the fishermen of Osterby deserve", "2025"),
    ]),
    ["wording only"],
  );
});

test("nothing is said of two negations, of “not only”, or of amounts that may belong to other things", () => {
  const say = (words: string, on: string): DatedEntry => said(words, { on });
  assert.deepEqual(
    kinds([
      say("The salt harbour is leased by the fishermen's guild", "2024"),
      say("The salt harbour is not only owned by the fishermen's guild", "2025"),
    ]),
    ["wording only"],
  );
  assert.deepEqual(
    kinds([
      say("400 fishermen with nets and ferries lie idle in Osterby harbour", "2024"),
      say("500 fishermen and 30 fishermen with nets and ferries lie idle in Osterby harbour", "2025"),
    ]),
    ["wording only"],
  );
});

test("“going to” is no weaker than “will”, and a word for an amount is no other amount", () => {
  const will = said("We will build 400 homes in Osterby", {
    on: "2024",
    action: "build 400 homes in Osterby",
    quantity: "400 homes",
  });
  const going = said("We are going to build 400 new homes in Osterby", {
    on: "2025",
    action: "going to build 400 new homes in Osterby",
    quantity: "400 new homes",
    strength: "plan",
  });
  assert.deepEqual(kinds([will, going]), ["wording only"]);
});
