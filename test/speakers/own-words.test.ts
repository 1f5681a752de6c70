import assert from "node:assert/strict";
import { test } from "node:test";
import type { Article } from "../../src/core/article.ts";
import { hashOf } from "../../src/core/hash.ts";
import { identify } from "../../src/core/speakers/identify.ts";
import type { Statement } from "../../src/core/statement.ts";
import { analyse } from "../../src/core/text/analyse.ts";
import { loadEnglish } from "../../src/ingest/languages.ts";

const english = loadEnglish();

function own(text: string, title: string | null, speaker: string | null = null): readonly Statement[] {
  const article: Article = {
    text,
    title,
    byline: null,
    publisher: null,
    url: null,
    published: null,
    language: "en",
    hash: hashOf(text),
    reuse: null,
    speaker,
    given: [],
    furniture: [],
  };
  return identify(article, analyse(text, [], english.text), [], english.speakers);
}

const SPEECH =
  "Dear friends! Thank you for having me here. We will build three new harbours. It rained yesterday. I will not accept a treaty without guarantees. Who will help us?";

test("a speech gives the sentences that commit and refuse, not the greetings, questions and weather", () => {
  const statements = own(SPEECH, "Speech by President of Kestria Oskar Lind at the Harbour Forum");
  assert.deepEqual(
    statements.map(({ content }) => content[0]?.text),
    ["We will build three new harbours.", "I will not accept a treaty without guarantees."],
  );
  for (const { kind, speaker, source, cue, confidence } of statements) {
    assert.equal(kind, "own");
    assert.equal(speaker?.name, "Oskar Lind");
    assert.deepEqual([source, cue], [[], []]);
    assert.ok(confidence >= 0.5 && confidence < 0.9);
  }
});

const OWNERS: readonly (readonly [title: string, name: string | null, description: string | null])[] = [
  ["Address by Prime Minister Mira Kaal to parliament", "Mira Kaal", null],
  ["We will rebuild it – address by the President of Kestria", null, "President of Kestria"],
  ["President Oskar Lind's address to the nation", "Oskar Lind", null],
  ["Every school will be rebuilt - President Oskar Lind", "Oskar Lind", null],
  ["Remarks by Head of the Office of the President of Kestria Ida Holm in Port Sable", "Ida Holm", null],
];

for (const [title, name, description] of OWNERS)
  test(`whose words: ${title}`, () => {
    const [first] = own(SPEECH, title);
    assert.equal(first?.speaker?.name, name);
    assert.equal(first?.speaker?.description, description);
  });

test("the adder's word that it is one person's document is taken", () => {
  assert.equal(own(SPEECH, null, "Ana Ruiz")[0]?.speaker?.name, "Ana Ruiz");
});

test("the one label of a transcript names its speaker, with office and place", () => {
  const [first] = own(`President of Kestria Oskar Lind: ${SPEECH}`, "Press statement");
  assert.equal(first?.speaker?.name, "Oskar Lind");
  assert.equal(first.speaker.role?.title, "President of Kestria");
  assert.equal(first.speaker.span?.text, "Oskar Lind");
});

test("a story about a speech and a joint statement are nobody's own words", () => {
  const story =
    "President Oskar Lind gave a speech on Monday. He said harbours will be built. It must not rain, he joked.";
  assert.deepEqual(own(story, "Lind gives a speech to parliament"), []);
  assert.deepEqual(own(SPEECH, "Joint statement by Presidents Oskar Lind and Karl Voss"), []);
});

test("in a talk each turn is its speaker's own words, whoever's document it is", () => {
  const talk =
    "The talks were held in Osterby.\n\n* * *\n\nPresident of Kestria Oskar Lind: Friends, we will build three new harbours. " +
    "Karl Voss (retranslated): I will not accept that. Question: Will you both come again? We hope so. Karl Voss: I will come to you in May.";
  const statements = own(talk, "Speech by President of Kestria Oskar Lind and talks");
  assert.deepEqual(
    statements.map(({ speaker, content }) => [speaker?.name, content[0]?.text]),
    [
      ["Oskar Lind", "Friends, we will build three new harbours."],
      ["Karl Voss", "I will not accept that."],
      ["Karl Voss", "I will come to you in May."],
    ],
  );
});

test("captions, results and a story with a label in it have no turns", () => {
  for (const text of [
    "Oskar Lind: 40 seats will be his. Karl Voss: 38 seats will go to him. Ana Ruiz: It will be five.",
    "Voters must choose. And oh yes, Oskar Lind: What will he do? We asked around. I think he will lose, and we will see it.",
    "Oskar Lind: Mayor of Osterby will stay. Karl Voss: Head of the port must go. They will meet in May.",
  ])
    assert.deepEqual(own(text, null), []);
});
