/** Every page and its JSON twin, asked without a socket. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { gunzipSync } from "node:zlib";
import { openLedger } from "../../src/ledger/open.ts";
import { createApp } from "../../src/web/app.ts";
import { pages } from "../../src/web/pages.ts";
import type { SampleApp } from "./sample-app.ts";
import { sampleApp } from "./sample-app.ts";
import { sampleArticles } from "./sample-record.ts";

describe("pages", () => {
  let sample: SampleApp;
  before(async () => {
    sample = await sampleApp();
  });
  after(() => sample.ledger.close());

  const get = async (
    path: string,
    headers: Record<string, string> = {},
  ): Promise<{ response: Response; text: string }> => {
    const response = await sample.app.request(path, { headers });
    return { response, text: await response.text() };
  };

  it("answers every page with HTML and its twin with JSON", async () => {
    for (const address of sample.addresses) {
      const { response, text } = await get(address);
      assert.equal(response.status, 200, address);
      assert.match(response.headers.get("content-type") ?? "", /^text\/html/);
      assert.match(text, /<main id="main"/);
      const link = /rel="alternate"\s+type="application\/json"\s+href="([^"]+)"/.exec(text)?.[1];
      assert.ok(link, `${address} links its twin`);
      const twin = await get(link.replaceAll("&amp;", "&"));
      assert.equal(twin.response.status, 200, link);
      assert.equal(typeof JSON.parse(twin.text), "object");
    }
  });

  it("covers every page in the list", () => {
    const patterns = pages.map((page) => new RegExp(`^${page.path.replace(":id", "[^/?]+")}(\\?.*)?$`));
    for (const [index, pattern] of patterns.entries())
      // A draft is there only after somebody gave a text: test/web/forms.test.ts.
      assert.ok(
        pages[index]?.path === "/drafts/:id" || sample.addresses.some((address) => pattern.test(address)),
        `no sample address for ${pages[index]?.path ?? ""}`,
      );
  });

  it("never writes an article's markup as markup", async () => {
    const { ledger } = sample;
    const hostile = (await ledger.articles({ size: 50 })).items.find((article) => article.title?.includes("<script>"));
    assert.ok(hostile);
    const entries = await ledger.entriesOf(hostile.id);
    const places = [
      `/articles/${hostile.id}`,
      `/statements/${entries[0]?.id ?? ""}`,
      "/search",
      "/",
      "/speakers",
      "/articles",
    ];
    for (const place of places) {
      const { text } = await get(place);
      assert.doesNotMatch(text, /<script>alert|<img src=x|<svg onload|<b onclick/, place);
      assert.doesNotMatch(text, /href="javascript:/i, place);
      assert.match(text, /&lt;/, place);
    }
  });

  it("sends headers that keep other hosts and inline script out", async () => {
    for (const path of ["/", "/api/search", "/nowhere"]) {
      const { response } = await get(path);
      const policy = response.headers.get("content-security-policy") ?? "";
      assert.match(policy, /default-src 'none'/);
      assert.doesNotMatch(policy, /unsafe/);
      assert.equal(response.headers.get("x-content-type-options"), "nosniff");
    }
    for (const address of sample.addresses) {
      const { text } = await get(address);
      assert.doesNotMatch(text, / style="|<style| on[a-z]+="/, address);
      assert.doesNotMatch(text, /(?:src|action|data)="(?:https?:)?\/\//, address);
    }
  });

  it("answers HEAD, knows an unchanged page again, and compresses", async () => {
    const head = await sample.app.request("/search", { method: "HEAD" });
    assert.equal(head.status, 200);
    assert.equal(await head.text(), "");
    const tag = (await get("/search")).response.headers.get("etag");
    assert.ok(tag);
    assert.equal((await get("/search", { "if-none-match": tag })).response.status, 304);
    const packed = await sample.app.request("/search", { headers: { "accept-encoding": "gzip" } });
    assert.equal(packed.headers.get("content-encoding"), "gzip");
    assert.match(gunzipSync(new Uint8Array(await packed.arrayBuffer())).toString(), /<\/html>/);
  });

  it("sends assets packed to those who take it so, and lets browsers keep them", async () => {
    const address = /href="(\/assets\/[^"]+\/style\.css)"/.exec((await get("/")).text)?.[1] ?? "";
    const packed = await sample.app.request(address, { headers: { "accept-encoding": "br, gzip" } });
    assert.equal(packed.headers.get("content-encoding"), "gzip");
    assert.match(packed.headers.get("cache-control") ?? "", /immutable/);
    const plain = await get(address, { "accept-encoding": "gzip;q=0" });
    assert.equal(plain.response.headers.get("content-encoding"), null);
    assert.equal(gunzipSync(new Uint8Array(await packed.arrayBuffer())).toString(), plain.text);
    assert.equal((await get(address.replace("style.css", "other.css"))).response.status, 404);
  });

  it("says what to do when something is not there or not understood", async () => {
    for (const path of ["/nowhere", "/articles/ffff", "/statements/ffff", "/speakers/nobody", "/conditions/none"]) {
      const { response, text } = await get(path);
      assert.equal(response.status, 404, path);
      assert.match(text, /action="\/search"/);
      assert.equal((await get(`/api${path}`)).response.status, 404);
    }
    const bad = [
      "/search?strength=maybe",
      "/search?from=yesterday",
      "/search?confidence=2",
      "/search?size=0",
      "/search?size=201",
      "/search?after=not-a-cursor",
      `/search?q=${"x".repeat(301)}`,
      "/commitments?by=colour",
      "/commitments?by=list&waiting=maybe",
    ];
    for (const path of bad) {
      const { response, text } = await get(path);
      assert.equal(response.status, 400, path);
      assert.match(text, /<h1>/);
      const twin = await get(`/api${path}`);
      assert.equal(twin.response.status, 400);
      assert.match(twin.text, /"message"/);
    }
    assert.equal((await get(`/search?q=${"x".repeat(5000)}`)).response.status, 414);
  });

  it("hides what went wrong inside and reports it", async () => {
    const ledger = await openLedger(":memory:");
    await ledger.close();
    const reported: unknown[] = [];
    const app = createApp({ ledger, report: (error) => reported.push(error) });
    const response = await app.request("/");
    assert.equal(response.status, 500);
    assert.doesNotMatch(await response.text(), /Error|node:|\.ts/);
    assert.equal(reported.length, 1);
  });

  it("answers only for the names it was given", async () => {
    const app = createApp({ ledger: sample.ledger, hosts: ["localhost"] });
    assert.equal((await app.request("http://localhost/about")).status, 200);
    assert.equal((await app.request("http://evil.example/about")).status, 421);
  });

  it("speaks the language that is asked for, then remembered, then accepted", async () => {
    const asked = await get("/?lang=uk", { "accept-language": "ru" });
    assert.match(asked.text, /<html lang="uk"/);
    const cookie = asked.response.headers.get("set-cookie") ?? "";
    assert.match(cookie, /language=uk.*SameSite=Lax/);
    assert.match((await get("/", { cookie: "language=ru" })).text, /<html lang="ru"/);
    assert.match((await get("/", { "accept-language": "fr, uk;q=0.8, en;q=0.2" })).text, /<html lang="uk"/);
    assert.match((await get("/", { "accept-language": "fr" })).text, /<html lang="en"/);
    assert.match((await get("/?lang=xx", { cookie: 'language="><script>' })).text, /<html lang="en"/);
  });

  it("leads through a list by its pages without loss or repetition", async () => {
    const seen = new Set<string>();
    let address: string | undefined = "/search?speaker=odo-trask&size=25";
    let steps = 0;
    while (address !== undefined && steps++ < 9) {
      const { text } = await get(address);
      for (const [, id = ""] of text.matchAll(/<article class="statement" id="e-([^"]+)"/g)) {
        assert.ok(!seen.has(id), "an entry shown twice");
        seen.add(id);
      }
      address = /href="([^"]+)"\s+rel="next"/.exec(text)?.[1]?.replaceAll("&amp;", "&");
    }
    assert.equal(seen.size, 60);
    assert.equal(steps, 3);
  });

  it("shows an entry with the words that prove each field, and cites within the reuse rule", async () => {
    const { text } = await get(`/statements/${sample.ids.statement}`);
    for (const words of ["a briefing in Port Sable", "if parliament passes the tolls", "by 2027", "reporters"])
      assert.match(text, new RegExp(`class="proof"[^>]*>\\s*${words}`));
    for (const [, id = ""] of text.matchAll(/class="proof"\s+href="#([^"]+)"/g))
      assert.match(text, new RegExp(`<span class="place" id="${id}"`), `${id} leads to a place in the page`);
    assert.match(text, /of the 300 characters/);
    assert.match(text, /#:~:text=/);
  });

  it("leads from a statement to the very words in the article", async () => {
    const { text } = await get(`/statements/${sample.ids.statement}`);
    const link = /href="(\/articles\/[^"]+#s-[^"]+)"/.exec(text)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const [page = "", fragment = ""] = link.split("#");
    const article = await get(page);
    assert.match(article.text, new RegExp(`id="${fragment}"`));
    assert.match(article.text, /m-chosen/);
  });

  it("shows what a publisher changed, and where the words of a statement stood", async () => {
    const [entry] = (await sample.ledger.search({ words: "quarry pays" }, { size: 1 })).items;
    assert.ok(entry);
    assert.equal(entry.state, "changed");
    const { text } = await get(`/statements/${entry.id}`);
    const link = /href="(\/articles\/\w+\/changes\?statement=\w+#here)"/.exec(text)?.[1] ?? "";
    const changes = (await get(link.split("#")[0] ?? "")).text;
    assert.match(changes, /id="here"/);
    assert.match(changes, /<mark class="only">pays<\/mark>/);
    assert.match(changes, /<mark class="only">may pay<\/mark>/);
    assert.match(changes, /2 paragraphs are the same/);
    assert.equal((await get(`/articles/${sample.ids.article}/changes`)).response.status, 404);
  });

  it("says where something was taken away, on the page, in the API and in its article", async () => {
    const ledger = await openLedger(":memory:");
    const [bridge] = sampleArticles();
    assert.ok(bridge);
    await ledger.add([bridge], "test");
    const app = createApp({ ledger });
    const id = bridge.entries[0]?.id ?? "";
    const article = bridge.article.hash.slice(0, 16);
    await ledger.redact(id, "Court order 12/2026", "Pia");
    const page = await app.request(`/statements/${id}`);
    assert.equal(page.status, 410);
    assert.match(await page.text(), /Pia took them out of the ledger: Court order 12\/2026/);
    const twin = await app.request(`/api/statements/${id}`);
    assert.equal(twin.status, 410);
    assert.match(await twin.text(), /"reason":"Court order 12\/2026"/);
    assert.match(await (await app.request(`/articles/${article}`)).text(), /taken away\.[\s\S]*Court order 12\/2026/);
    await ledger.redact(article, "The whole", "Pia");
    assert.equal((await app.request(`/articles/${article}`)).status, 410);
    assert.equal((await app.request(`/articles/${article}/changes`)).status, 410);
    await ledger.close();
  });

  it("filters by every filter that the ledger has, each with a control", async () => {
    const { text } = await get(
      "/search?review=confirmed&status=in-the-works&language=en&condition=" + sample.ids.condition,
    );
    for (const name of ["review", "status", "condition", "language", "role", "from", "to"])
      assert.match(text, new RegExp(`name="${name}"`), name);
    assert.match(text, /Review: confirmed/);
    assert.match(text, /Condition: if parliament passes the tolls/);
    assert.match(text, /<article class="statement"/);
  });

  it("says what to do about statements without a date", async () => {
    assert.match((await get("/speakers/tove-rand")).text, /onrecord add --published/);
  });

  it("offers the subjects that somebody follows as filters of a speaker", async () => {
    const { text } = await get("/speakers/ilse-marn");
    assert.match(text, /href="\/speakers\/ilse-marn\?q=bridge">\s*The Ost bridge/);
    assert.match((await get("/speakers/ilse-marn?q=bridge&publisher=Ost+Courier")).text, /\?publisher=Ost\+Courier"/);
  });

  it("says how far the review has come, but not to who reviews blind", async () => {
    const { text } = await get("/review");
    assert.match(text, /<progress[^>]*max="\d+"[^>]*value="[1-9]\d*"/);
    assert.doesNotMatch((await get("/review?blind=1")).text, /<progress/);
  });

  it("tells a browser in which language an article's words are", async () => {
    const ledger = await openLedger(":memory:");
    const [bridge] = sampleArticles();
    assert.ok(bridge);
    await ledger.add([{ ...bridge, article: { ...bridge.article, language: "uk" } }], "test");
    const app = createApp({ ledger });
    for (const path of ["/search", "/speakers/ilse-marn", "/articles", "/commitments", "/"]) {
      const page = await (await app.request(path)).text();
      assert.match(page, /lang="uk"/, path);
    }
    const card =
      /<article class="statement"[\s\S]*?<\/article>/.exec(await (await app.request("/search")).text())?.[0] ?? "";
    assert.match(card, /<blockquote[^>]*lang="uk"/);
    await ledger.close();
  });

  it("describes the API with every page", async () => {
    const { text } = await get("/api/openapi.json");
    const description: { openapi: string; paths: Record<string, unknown> } = JSON.parse(text);
    assert.equal(description.openapi, "3.1.0");
    assert.equal(Object.keys(description.paths).length, pages.length);
    for (const [, name = ""] of text.matchAll(/#\/components\/schemas\/(\w+)/g))
      assert.match(text, new RegExp(`"${name}":\\{`));
  });

  it("keeps the heaviest page with 50 statements under 60 kB compressed", async () => {
    for (const path of [`/speakers/odo-trask?size=50`, "/search?size=50", "/commitments?by=list&size=50"]) {
      const response = await sample.app.request(path, { headers: { "accept-encoding": "gzip" } });
      const size = (await response.arrayBuffer()).byteLength;
      assert.ok(size <= 60_000, `${path}: ${size} bytes`);
    }
  });
});

describe("pages of an empty ledger", () => {
  it("say how to begin", async () => {
    const ledger = await openLedger(":memory:");
    const app = createApp({ ledger, scores: null });
    for (const path of ["/", "/search", "/speakers", "/articles", "/commitments", "/commitments?by=list", "/about"])
      assert.equal((await app.request(path)).status, 200, path);
    assert.match(await (await app.request("/")).text(), /onrecord add/);
    await ledger.close();
  });
});
