import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { array, assert as check, constantFrom, property } from "fast-check";
import type { Article } from "../../src/core/article.ts";
import { read } from "../../src/read/readers.ts";

function readPage(html: string): Article {
  const [reading] = read("page.html", new TextEncoder().encode(html));
  assert.ok(reading?.article, JSON.stringify(reading?.problems));
  return reading.article;
}

function storyOf({ text, furniture }: Article): string {
  let story = "";
  let from = 0;
  for (const { start, end } of furniture) {
    story += text.slice(from, start);
    from = end;
  }
  return (story + text.slice(from)).trim();
}

const PARAGRAPHS = `<p>The council of Port Lenz voted on Monday to halve the fees that fishing boats pay in the harbour, after two years of talks.</p>
<p>“The boats stay, and so do we,” the union's chair, Lena Brandt, said after the vote. She had threatened to lead the fleet to another port.</p>`;
const page = (head: string, body: string): string =>
  `<html><head>${head}</head><body><article><h1>Harbour fees to fall by half</h1>${body}</article></body></html>`;
const ld = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe("the date of a page", () => {
  const dateOf = (head: string, body = ""): string | null => readPage(page(head, body + PARAGRAPHS)).published;

  it("is the one told to machines", () => {
    assert.equal(
      dateOf(ld({ "@graph": [{ "@type": "NewsArticle", datePublished: "2026-05-04T22:10:00Z" }] })),
      "2026-05-04",
    );
    assert.equal(dateOf(`<meta property="article:published_time" content="2026-05-04T08:00:00+02:00">`), "2026-05-04");
    assert.equal(dateOf("", `<span itemprop="datePublished" content="2026-05-04">today</span>`), "2026-05-04");
  });

  it("is the day that the site's own readers saw, when machines were told Greenwich's", () => {
    const head = ld({ "@type": "NewsArticle", datePublished: "2026-05-05T01:30:00Z" });
    assert.equal(dateOf(head, `<p class="date">4 May 2026</p>`), "2026-05-04");
    assert.equal(dateOf(`${head}<link rel="canonical" href="https://lenz.example/2026/05/04/fees">`), "2026-05-04");
  });

  it("is found in the address, under the headline and in time elements", () => {
    assert.equal(dateOf(`<link rel="canonical" href="https://lenz.example/2026/05/04/fees">`), "2026-05-04");
    assert.equal(dateOf("", `<div class="meta">Tom Bell — May 4, 2026</div>`), "2026-05-04");
    assert.equal(dateOf("", `<div>4 травня 2026, 10:15</div>`), "2026-05-04");
    assert.equal(dateOf("", `<time datetime="2026-05-04T10:00">Monday</time>`), "2026-05-04");
  });

  it("is not a copyright's year, nor a date in the story", () => {
    assert.equal(dateOf("", ""), null);
    assert.equal(readPage(page("", `${PARAGRAPHS}<footer>© 4 May 2026 Lenz Post</footer>`)).published, null);
    assert.equal(
      readPage(
        page(
          "",
          `${PARAGRAPHS}<p>The harbour opened on 4 May 1998 with a parade that older people still remember well.</p>`,
        ),
      ).published,
      null,
    );
  });
});

describe("the story of a page", () => {
  it("is everything but the furniture, and the text is everything", () => {
    const article = readPage(
      page("", `<nav><a href=/>Home</a></nav>${PARAGRAPHS}<div class="share-bar">Share this</div>`),
    );
    assert.match(storyOf(article), /^The council of Port Lenz[^]+another port\.$/);
    for (const words of ["Home", "Harbour fees to fall by half", "Share this"]) assert.ok(article.text.includes(words));
  });

  it("keeps embedded posts and drops links to other stories", () => {
    const quote = `<blockquote class="post"><p>We stay in the harbour!</p>— Lena Brandt (@lena) May 4, 2026</blockquote>`;
    const story = storyOf(
      readPage(
        page(
          "",
          `${PARAGRAPHS}${quote}<p><a href=/x>Fees for trawlers to rise next year</a></p>${PARAGRAPHS.replace("Monday", "Tuesday")}`,
        ),
      ),
    );
    assert.ok(story.includes("We stay in the harbour!"));
    assert.ok(!story.includes("trawlers"));
  });

  it("follows the text that the page gives to machines", () => {
    const body = `The council of Port Lenz voted on Monday to halve the fees that fishing boats pay in the harbour, after two years of talks. “The boats stay, and so do we,” the union's chair, Lena Brandt, said after the vote. She had threatened to lead the fleet to another port. ${"The fees had risen every year since the old pier was closed. ".repeat(4)}`;
    const html = page(
      ld({ "@type": "NewsArticle", articleBody: body }),
      `${PARAGRAPHS}<p>The fees had risen every year since the old pier was closed.</p><p>Lenz Post is printed on paper from the northern forests, and has been for a hundred years.</p>`,
    );
    assert.ok(!storyOf(readPage(html)).includes("northern forests"));
  });

  it("has no words of scripts, styles and hidden parts", () => {
    const { text } = readPage(
      page(
        "",
        `<script>var a = "secret"</script><style>.secret{}</style><p hidden>secret</p><p style="display:none">secret</p><noscript>secret</noscript>${PARAGRAPHS}`,
      ),
    );
    assert.ok(!text.includes("secret"));
  });
});

describe("hostile pages", () => {
  const pages: Readonly<Record<string, string>> = {
    "elements nested a hundred thousand deep": `${"<div>".repeat(100_000)}text here${"</div>".repeat(100_000)}`,
    "paragraphs without end": "<p>".repeat(200_000),
    "line breaks without end": `${"<br>".repeat(500_000)}x`,
    "an attribute of four megabytes": `<p class="${"a ".repeat(2_000_000)}">text`,
    "nothing but opening brackets": "<".repeat(1_000_000),
    "entities without end": `<p>${"&amp;".repeat(300_000)}`,
    "JSON-LD nested without end": `<script type="application/ld+json">${`{"a":`.repeat(100_000)}</script>`,
    "white space without end": `<p>${" ".repeat(5_000_000)}x`,
    "quotation marks without end": `<p>"`.repeat(50_000),
  };
  for (const [name, html] of Object.entries(pages))
    it(`are read in time: ${name}`, () => {
      const started = performance.now();
      readPage(html);
      // A second or two on an idle machine.
      assert.ok(performance.now() - started < 20_000);
    });

  it("never throw", () => {
    const tags = constantFrom(
      "<p>",
      "</p>",
      "<div class=related>",
      "</div>",
      "<table>",
      "<td>",
      "<h1>",
      "<a href=x>",
      "</a>",
      "<br>",
      "<!--",
      "-->",
      "<![CDATA[",
      `<script type="application/ld+json">`,
      "</script>",
      `{"@type":"NewsArticle","headline":7,"author":[null,{}]}`,
      "<svg>",
      "<title>",
      "<meta name=date content=2026-99-99>",
      "&#x110000;",
      "&",
      "<",
      "\0",
      "Ana Ruiz said so. ",
      "\ud800",
    );
    check(
      property(array(tags, { maxLength: 60 }), (parts) => {
        const { text, furniture } = readPage(parts.join(""));
        for (const { start, end } of furniture) assert.ok(start < end && end <= text.length);
      }),
    );
  });
});
