/** What the forms do, and whom they refuse. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { parseHTML } from "linkedom";
import type { StoredEntry } from "../../src/ledger/ledger.ts";
import { readByHand } from "../ledger/read-by-hand.ts";
import type { SampleApp } from "./sample-app.ts";
import { sampleApp } from "./sample-app.ts";

const STORY = [
  "Harbour to open in May, mayor says",
  "“We will open the harbour in May if the dredging is done,” Mayor Ada Lintz said on Monday.",
  "The council of Port Velm did not comment.",
].join("\n");

describe("forms", () => {
  let sample: SampleApp;
  let token: string;
  before(async () => {
    sample = await sampleApp();
    const page = await (await sample.app.request("/add")).text();
    token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? "";
    assert.notEqual(token, "");
  });
  after(() => sample.ledger.close());

  const post = async (
    path: string,
    fields: Record<string, string | Blob>,
    headers: Record<string, string> = {},
  ): Promise<Response> => {
    const body = new FormData();
    body.set("token", token);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return sample.app.request(`http://localhost${path}`, {
      method: "POST",
      body,
      headers: { origin: "http://localhost", "sec-fetch-site": "same-origin", ...headers },
    });
  };
  const pageAt = async (path: string): Promise<string> => (await sample.app.request(path)).text();

  const entryWith = async (words: string): Promise<StoredEntry> => {
    const found = (await sample.ledger.search({ words, minConfidence: 0 }, { size: 1 })).items[0];
    assert.ok(found, words);
    return found;
  };
  /** The amendment form of an entry as a browser without JavaScript would send it, nothing changed. */
  const amendForm = async (id: string): Promise<Record<string, string>> => {
    const { document } = parseHTML(await pageAt(`/review?entry=${id}`));
    const form = document.querySelector('input[name="decision"][value="amend"]')?.closest("form");
    assert.ok(form);
    const fields: Record<string, string> = {};
    for (const field of form.querySelectorAll("input:not([type=checkbox]), textarea")) {
      const name = field.getAttribute("name") ?? "";
      fields[name] = (field.tagName === "TEXTAREA" ? field.textContent : field.getAttribute("value"))?.trim() ?? "";
    }
    for (const field of form.querySelectorAll("select"))
      fields[field.getAttribute("name") ?? ""] =
        (field.querySelector("option[selected]") ?? field.querySelector("option"))?.getAttribute("value") ?? "";
    return fields;
  };

  it("refuse what another site sends, and what lacks the token", async () => {
    const path = `/conditions/${sample.ids.condition}/met`;
    const fields = { met: "yes", on: "2025-05-01", evidence: "https://gazette.example/tolls" };
    assert.equal((await post(path, fields, { origin: "https://evil.example" })).status, 403);
    assert.equal((await post(path, fields, { origin: "null" })).status, 403);
    assert.equal((await post(path, fields, { "sec-fetch-site": "cross-site" })).status, 403);
    assert.equal((await post(path, { ...fields, token: "guess" })).status, 403);
    assert.equal((await sample.ledger.condition(sample.ids.condition))?.met, null);
  });

  it("show what was found before it is kept, and keep it once", async () => {
    const before = (await sample.ledger.counts(0)).articles;
    const read = await post("/add", { text: STORY, publisher: "Velm Post", published: "2025-04-28" });
    assert.equal(read.status, 303);
    const to = read.headers.get("location") ?? "";
    assert.match(to, /^\/drafts\//);
    const draft = await pageAt(to);
    assert.match(draft, /Velm Post/);
    assert.match(draft, /open the harbour/);
    assert.equal((await sample.ledger.counts(0)).articles, before);
    assert.match(await pageAt("/add"), /Harbour to open/);
    const kept = await post(`${to}/keep`, {});
    assert.equal(kept.status, 303);
    assert.equal((await sample.ledger.counts(0)).articles, before + 1);
    const article = await sample.ledger.article((kept.headers.get("location") ?? "").split("/").at(-1) ?? "");
    assert.equal(article?.text, STORY);
    assert.equal(article?.addedBy, "Tester");
    assert.deepEqual(article?.given.toSorted(), ["published", "publisher"]);
    assert.equal((await post(`${to}/keep`, {})).status, 404);
    await post("/add", { text: STORY });
    await post(`${to}/keep`, {});
    assert.equal((await sample.ledger.counts(0)).articles, before + 1);
  });

  it("read files, answer a script, and say which could not be read", async () => {
    const file = new File([STORY.replace("May", "June")], "june.txt", { type: "text/plain" });
    const answer = await post("/add", { files: file }, { accept: "application/json" });
    assert.equal(answer.status, 200);
    const done: { drafts: { id: string; title: string }[]; failed: unknown[] } = JSON.parse(await answer.text());
    assert.equal(done.drafts.length, 1);
    assert.equal(done.failed.length, 0);
    const dropped = await post(`/drafts/${done.drafts[0]?.id ?? ""}/drop`, {});
    assert.equal(dropped.headers.get("location"), "/add");
    const broken = new File([new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3])], "broken.gz");
    const failed = await post("/add", { files: broken });
    assert.match(failed.headers.get("location") ?? "", /failed=broken/);
    assert.equal((await post("/add", { text: "" })).status, 400);
    assert.equal((await post("/add", { text: STORY, published: "someday" })).status, 400);
    assert.equal((await post("/add", { text: STORY, url: "javascript:alert(1)" })).status, 400);
  });

  it("take a person's decision on an entry, and show it", async () => {
    const path = `/statements/${sample.ids.statement}/review`;
    assert.equal((await post(path, { decision: "reject" })).status, 400);
    const rejected = await post(path, { decision: "reject", reason: "wrong speaker", back: "/review?last=x" });
    assert.equal(rejected.headers.get("location"), "/review?last=x");
    assert.match(await pageAt(`/statements/${sample.ids.statement}`), /wrong speaker/);
    // Elsewhere is no way back.
    for (const back of ["//evil.example", "https://evil.example", "/\\evil.example"])
      assert.equal((await post(path, { decision: "skip", back })).headers.get("location"), "/review");
  });

  it("amend only by words that stand in the text", async () => {
    const path = `/statements/${sample.ids.statement}/review`;
    const fields = await amendForm(sample.ids.statement);
    assert.equal((await post(path, { ...fields, role: "Minister of Magic" })).status, 400);
    assert.equal((await post(path, fields)).status, 400, "nothing is changed");
    const amended = await post(path, { ...fields, role: "Minister", occasion: "" });
    assert.equal(amended.status, 303);
    const last = (await sample.ledger.reviews(sample.ids.statement)).at(-1);
    assert.equal(last?.decision, "amend");
    assert.equal(last?.by, "Tester");
    assert.deepEqual(Object.keys(last?.fields ?? {}).sort(), ["occasion", "speaker"]);
    assert.equal(last?.fields?.speaker?.role?.span.text, "Minister");
    assert.equal(last?.fields?.occasion, null);
    assert.match(await pageAt(`/statements/${sample.ids.statement}`), /Amended by<\/b>\s*Tester[\s\S]*Occasion/);
  });

  it("amend every field of a commitment, each by its words", async () => {
    const { id } = await entryWith("employ 2,000 people");
    const path = `/statements/${id}/review`;
    const before = await amendForm(id);
    // A commitment that the engine missed is added whole.
    const added = {
      "commitment-0-action": "employ 2,000 people",
      "commitment-0-committer": "the works",
      "commitment-0-strength": "plan",
      "commitment-0-strength-words": "would",
      "commitment-0-quantity-0": "2,000 people",
    };
    assert.equal((await post(path, { ...before, ...added, "commitment-0-quantity-0": "3,000 people" })).status, 400);
    assert.equal((await post(path, { ...before, ...added, "commitment-0-form": "written" })).status, 400, "no words");
    assert.equal((await post(path, { ...before, ...added })).status, 303);
    const [first] = (await sample.ledger.entry(id))?.commitments ?? [];
    assert.equal(first?.committer?.name, "the works");
    assert.equal(first?.strength, "plan");
    assert.deepEqual(
      first?.quantity.map(({ text }) => text),
      ["2,000 people"],
    );
    assert.deepEqual(first?.testability, { value: "vague", reason: "no date" });

    // Then each of its fields is put right.
    const form = await amendForm(id);
    assert.equal(form["commitment-0-committer"], "the works");
    const changed = {
      ...form,
      "commitment-0-committer": "Marn",
      "commitment-0-action": "employ",
      "commitment-0-polarity": "not",
      "commitment-0-polarity-words": "not",
      "commitment-0-strength": "may",
      "commitment-0-condition-0": "if parliament passes the tolls",
      "commitment-0-time-0": "by 2027",
      "commitment-0-quantity-0": "",
      "commitment-0-beneficiary": "people",
      "commitment-0-form": "spoken",
      "commitment-0-form-words": "said",
      said: "4 March 2025",
      "said-date": "2025-03-04",
    };
    assert.equal((await post(path, { ...changed, "said-date": "Tuesday" })).status, 400);
    assert.equal((await post(path, { ...changed, said: "" })).status, 400, "a date needs words");
    assert.equal((await post(path, changed)).status, 303);
    const entry = await sample.ledger.entry(id);
    const [now] = entry?.commitments ?? [];
    assert.equal(now?.committer?.name, "Marn");
    assert.equal(now?.action.text, "employ");
    assert.equal(now?.polarity, "not");
    assert.equal(now?.polaritySpan?.text, "not");
    assert.equal(now?.strength, "may");
    assert.equal(now?.conditions[0]?.text, "if parliament passes the tolls");
    assert.equal(now?.time[0]?.text, "by 2027");
    assert.deepEqual(now?.quantity, []);
    assert.equal(now?.beneficiary?.text, "people");
    assert.equal(now?.form?.value, "spoken");
    assert.equal(now?.testability.value, "testable");
    assert.equal(entry?.said?.date, "2025-03-04");
    assert.equal(entry?.said?.precision, "day");
    assert.equal(entry?.review, "amended");
    const shown = await pageAt(`/statements/${id}`);
    assert.match(shown, /What is promised[\s\S]{0,900}review-amended/);
    assert.match(shown, /Said on<\/th>[\s\S]{0,300}review-amended/);
    // The condition is the one that others wait for too.
    const waiting = await sample.ledger.commitments({ condition: sample.ids.condition }, { size: 10 });
    assert.ok(waiting.items.some(({ entry: waits }) => waits.id === id));

    // And it is taken out again; a form from before somebody else amended it is refused.
    assert.equal((await post(path, { ...(await amendForm(id)), commitments: "0" })).status, 400);
    assert.equal((await post(path, { ...(await amendForm(id)), "commitment-0-drop": "1" })).status, 303);
    assert.deepEqual((await sample.ledger.entry(id))?.commitments, []);
  });

  it("keep a commitment in its place once somebody has said how it went", async () => {
    const form = await amendForm(sample.ids.statement);
    const dropped = await post(`/statements/${sample.ids.statement}/review`, { ...form, "commitment-0-drop": "1" });
    assert.equal(dropped.status, 400);
    assert.match(await dropped.text(), /cannot be taken out/);
  });

  it("take a reader's correction, and decide on it in public", async () => {
    const path = `/articles/${sample.ids.article}/correct`;
    assert.equal((await post(path, { words: "words that are not there", note: "x" })).status, 400);
    assert.equal((await post(path, { words: "2,000 people", note: "" })).status, 400);
    const sent = await post(path, { words: "2,000 people", note: "It was <b>3,000</b>.", from: "" });
    assert.equal(sent.status, 303);
    const article = await pageAt(`/articles/${sample.ids.article}`);
    assert.match(article, /It was &lt;b&gt;3,000/);
    const open = await sample.ledger.corrections({ size: 10, state: "open" });
    const correction = open.items.find((each) => each.span.text === "2,000 people");
    assert.ok(correction);
    assert.equal((await post(`/corrections/${correction.id}/decide`, { decision: "accept" })).status, 400);
    await post(`/corrections/${correction.id}/decide`, { decision: "accept", reason: "Checked with the tape." });
    assert.match(await pageAt(`/articles/${sample.ids.article}`), /Checked with the tape/);
    assert.match(await pageAt("/corrections?state=accepted"), /Checked with the tape/);
  });

  it("mark a condition met with evidence, so that what waited is due, and take it back", async () => {
    const path = `/conditions/${sample.ids.condition}/met`;
    assert.equal((await post(path, { met: "yes", on: "2025-05-01", evidence: "" })).status, 400);
    assert.equal((await post(path, { met: "yes", on: "soon", evidence: "x" })).status, 400);
    await post(path, { met: "yes", on: "2025-05-01", evidence: "https://gazette.example/tolls" });
    assert.match(await pageAt(`/conditions/${sample.ids.condition}`), /met on 1 May 2025/);
    assert.match(await pageAt(`/conditions/${sample.ids.condition}`), /badge due/);
    await post(path, { met: "no" });
    assert.equal((await sample.ledger.condition(sample.ids.condition))?.met, null);
  });

  it("say how a commitment went", async () => {
    const path = `/statements/${sample.ids.statement}/status`;
    assert.equal((await post(path, { index: "0", status: "kept", looked: "2027-01-05" })).status, 400);
    assert.equal((await post(path, { index: "7", status: "not-rated", looked: "2027-01-05" })).status, 400);
    await post(path, { index: "0", status: "kept", looked: "2027-01-05", evidence: "opening day" });
    assert.match(await pageAt(`/statements/${sample.ids.statement}`), /kept<\/b>\s*<span[^>]*>opening day/);
  });

  it("follow a subject and stop", async () => {
    const saved = await post("/dossiers", { name: "Engineers", query: "q=engineers&conditional=1" });
    const to = saved.headers.get("location") ?? "";
    assert.match(await pageAt(to), /send engineers to Ost/);
    assert.equal((await post("/dossiers", { name: "Bad", query: "strength=maybe" })).status, 400);
    await post(`${to}/remove`, {});
    assert.doesNotMatch(await pageAt("/dossiers"), />Engineers</);
  });

  it("enter what the engine missed, by the words of the text", async () => {
    const path = `/articles/${sample.ids.article}/enter`;
    const fields = {
      content: "the ministry may publish the costs",
      source: "A senior official",
      cue: "said",
      kind: "indirect",
      said: "4 March 2025",
      "said-date": "2025-03",
      commitments: "0",
      "commitment-0-action": "publish the costs",
      "commitment-0-strength": "may",
      "commitment-0-strength-words": "may",
      "commitment-0-polarity": "do",
      "commitment-0-form": "",
      "commitment-0-condition-0": "",
    };
    assert.equal((await post(path, { ...fields, content: "the ministry will publish" })).status, 400);
    // The engine has these very words already.
    assert.equal((await post(path, fields)).status, 400);
    const entered = await post(path, { ...fields, content: "may publish the costs" });
    assert.equal(entered.status, 303);
    const to = entered.headers.get("location") ?? "";
    const page = await pageAt(to);
    assert.match(page, /entered by a person/);
    assert.match(page, /publish the costs/);
    const entry = await sample.ledger.entry(to.split("/").at(-1) ?? "");
    assert.equal(entry?.said?.precision, "month");
    assert.equal(entry?.commitments[0]?.strengthSpan?.text, "may");
  });

  it("set a reply beside an entry", async () => {
    await post(`/statements/${sample.ids.statement}/reply`, { from: "Ilse Marn", text: "I said “if”." });
    assert.match(await pageAt(`/statements/${sample.ids.statement}`), /I said “if”\./);
  });

  it("propose that a name is two people's and that two names are one, and let a person decide", async () => {
    const rand = (await sample.ledger.search({ speaker: "tove-rand" }, { size: 1 })).items[0];
    assert.ok(rand);
    const answer = async (location: string | null, form: Record<string, string>): Promise<Response> =>
      post(`/proposals/${location?.split("#p-").at(-1) ?? ""}/answer`, form);
    const split = await post(`/statements/${rand.id}/split`, { name: "Tove Rand", reason: "The pilot." });
    assert.match(split.headers.get("location") ?? "", /^\/proposals#p-/);
    assert.equal((await sample.ledger.entry(rand.id))?.speakerId, "tove-rand");
    assert.match(await pageAt("/proposals"), /Tove Rand[\s\S]*is another person here[\s\S]*The pilot\./);
    assert.equal((await answer(split.headers.get("location"), { answer: "refuse" })).status, 400);
    const accepted = await answer(split.headers.get("location"), { answer: "accept" });
    assert.match(accepted.headers.get("location") ?? "", /^\/proposals\?state=accepted#p-/);
    const other = (await sample.ledger.entry(rand.id))?.speakerId ?? "";
    assert.notEqual(other, "tove-rand");
    assert.equal((await post(`/speakers/${other}/merge`, { into: "nobody at all", reason: "x" })).status, 400);
    const first = await post(`/speakers/${other}/merge`, { into: "Ilse Marn", reason: "A test." });
    await answer(first.headers.get("location"), { answer: "refuse", reason: "No source." });
    assert.match(await pageAt("/proposals?state=refused"), /No source\./);
    assert.equal((await sample.ledger.entry(rand.id))?.speakerId, other);
    const second = await post(`/speakers/${other}/merge`, { into: "Ilse Marn", reason: "A source." });
    await answer(second.headers.get("location"), { answer: "accept" });
    assert.equal((await sample.ledger.entry(rand.id))?.speakerId, "ilse-marn");
    assert.match(await pageAt("/proposals?state=accepted"), new RegExp(`/speakers/${other}/unmerge`));
    await post(`/speakers/${other}/unmerge`, { reason: "A mistake." });
    assert.equal((await sample.ledger.entry(rand.id))?.speakerId, other);
  });

  it("say that two conditions are close or one, and take it back", async () => {
    const { condition } = sample.ids;
    const [other] = (await sample.ledger.conditions({ size: 5 })).items.filter(({ id }) => id !== condition).slice(1);
    assert.ok(other);
    const path = `/conditions/${condition}/liken`;
    assert.equal((await post(path, { to: other.text, how: "related", reason: "" })).status, 400);
    assert.equal((await post(path, { to: "no such words", how: "related", reason: "x" })).status, 400);
    const related = await post(path, { to: other.text, how: "related", reason: "One vote." });
    assert.equal(related.headers.get("location"), `/conditions/${condition}#close`);
    assert.match(await pageAt(`/conditions/${condition}`), new RegExp(`/conditions/${other.id}"`));
    await post(path, { from: condition, to: other.id, how: "apart", reason: "Two votes." });
    await post(`/conditions/${other.id}/liken`, { to: condition, how: "same", reason: "One vote after all." });
    assert.equal((await sample.ledger.condition(other.id))?.id, condition);
    assert.match(await pageAt(`/conditions/${condition}`), /one with it/);
    await post(path, { from: other.id, to: condition, how: "apart", reason: "No." });
    assert.equal((await sample.ledger.condition(other.id))?.id, other.id);
  });

  it("review blind on what was read, whatever another amended", async () => {
    const [entry] = (await sample.ledger.search({ speaker: "odo-trask", review: "none" }, { size: 1 })).items;
    assert.ok(entry);
    const fields = { speaker: null };
    await sample.ledger.review(entry.id, { decision: "amend", fields, blind: true }, "Pia");
    assert.match(await pageAt(`/review?blind=1&entry=${entry.id}`), /Odo Trask<\/a>/);
    assert.equal((await post(`/statements/${entry.id}/review`, { decision: "confirm", blind: "1" })).status, 303);
    assert.equal((await sample.ledger.entry(entry.id))?.review, "disagreed");
  });

  it("say of each doubtful commitment whether it is one; until then pages show none of them unless asked", async () => {
    const read = readByHand(
      "Ina Sorn said the island will mend the pier, may buy a ferry if the bank agrees and would look at a tunnel.",
      [
        {
          speaker: "Ina Sorn",
          content: "the island will mend the pier, may buy a ferry if the bank agrees and would look at a tunnel",
          commitments: [
            { action: "mend the pier", confidence: 0.93 },
            { action: "buy a ferry", strength: "may", condition: "if the bank agrees", confidence: 0.42 },
            { action: "look at a tunnel", strength: "may", confidence: 0.31 },
          ],
        },
      ],
    );
    await sample.ledger.add([read], "Pia");
    const [{ id = "" } = {}] = read.entries;
    const article = read.article.hash.slice(0, 16);
    const doubtfulOn = async (path: string): Promise<number> =>
      (await pageAt(path)).match(/class="badge doubtful"/g)?.length ?? 0;
    const pages: readonly (readonly [path: string, doubtful: number])[] = [
      [`/articles/${article}?`, 1],
      [`/statements/${id}?`, 2],
      ["/search?q=pier", 2],
      ["/commitments?by=list&speaker=ina-sorn", 2],
    ];
    for (const [path, doubtful] of pages) {
      assert.equal(await doubtfulOn(path), 0, path);
      assert.equal(await doubtfulOn(`${path}&confidence=0`), doubtful, path);
    }
    assert.match(await pageAt(`/statements/${id}`), /more than 9 in 10[\s\S]+2 more are doubtful: show them/);
    assert.match(await pageAt(`/statements/${id}?confidence=0`), /only about 4 in 10/);
    assert.match(await pageAt(`/articles/${article}`), /show 2 unsure ones/);

    const path = `/statements/${id}/review`;
    assert.match(await pageAt(`/review?entry=${id}`), /name="doubtful-1"[\s\S]+?required/);
    assert.match(await pageAt("/review?doubtful=1"), /1 entry|buy a ferry/);
    assert.equal((await post(path, { decision: "confirm" })).status, 400);
    assert.equal((await post(path, { decision: "confirm", "doubtful-0": "yes" })).status, 400);
    assert.equal((await post(path, { decision: "confirm", "doubtful-0": "yes", "doubtful-1": "no" })).status, 303);
    const entry = await sample.ledger.entry(id);
    assert.deepEqual(
      [entry?.review, entry?.doubtful, entry?.commitments.map(({ action }) => action.text)],
      ["confirmed", [], ["mend the pier", "buy a ferry"]],
    );
    assert.match(await pageAt("/commitments?by=list&conditional=1&speaker=ina-sorn"), /if the bank agrees/);
  });

  it("let another person review from the same machine", async () => {
    const signed = await post("/sign", { as: "Олена", back: "/review?blind=1" });
    assert.equal(signed.headers.get("location"), "/review?blind=1");
    const cookie = (signed.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const page = await (await sample.app.request("/review", { headers: { cookie } })).text();
    assert.match(page, /value="Олена"/);
  });

  it("refuse a flood of corrections", async () => {
    const path = `/articles/${sample.ids.article}/correct`;
    const statuses: number[] = [];
    for (let count = 0; count < 25; count++)
      statuses.push((await post(path, { words: "no such words", note: "x" })).status);
    assert.equal(statuses.at(-1), 429);
  });

  it("refuse too much at once", async () => {
    const response = await post(`/articles/${sample.ids.article}/correct`, { words: "x", note: "y".repeat(300_000) });
    assert.equal(response.status, 413);
  });
});
