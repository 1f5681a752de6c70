/**
 * The tasks of a newsroom, walked end to end in Chromium on a real server, over what the engine finds in the samples and in the two
 * stories: by keyboard alone, and on a telephone. Of what the engine finds only what a walk needs is named.
 */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { ingest } from "../../src/ingest/ingest.ts";
import { listSources } from "../../src/ingest/source.ts";
import type { Ledger, StoredEntry } from "../../src/ledger/ledger.ts";
import { openLedger } from "../../src/ledger/open.ts";
import type { Served } from "../../src/web/serve.ts";
import { serve } from "../../src/web/serve.ts";
import { fillIn, follow, overflow, selectWords, tabTo } from "./browsing.ts";
import { launchChromium } from "./chromium.ts";

const SAMPLES = fileURLToPath(new URL("../../samples", import.meta.url));
const stories = fileURLToPath(new URL("../../../shared/stories/", import.meta.url));
const STORIES = [
  { file: "000_de3319aabb30984e.txt", published: "2025-08" },
  { file: "004_695573be11d77573.txt", published: "2024" },
] as const;
const absent = !existsSync(stories) && !process.env["CI"] ? "../shared is not beside the checkout" : false;

describe("walks through the pages", () => {
  let ledger: Ledger;
  let served: Served;
  let chromium: Awaited<ReturnType<typeof launchChromium>>;

  before(async () => {
    ledger = await openLedger(":memory:");
    await addFile(SAMPLES);
    if (absent === false) for (const { file, published } of STORIES) await addFile(`${stories}${file}`, published);
    served = await serve({ ledger, by: "Tester" });
    chromium = await launchChromium();
  });
  after(async () => {
    await chromium.close();
    await served.close();
    await ledger.close();
  });

  async function addFile(path: string, published?: string): Promise<void> {
    const { sources } = await listSources([path], { stdin: process.stdin });
    await ingest(sources, ledger, { by: "Tester", ...(published === undefined ? {} : { given: { published } }) });
  }

  /** Walks from a page on; a script's error or a request to another host fails the walk. */
  async function walk(
    path: string,
    steps: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const context = await chromium.browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const troubles: string[] = [];
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(served.url)) troubles.push(`asked ${request.url()}`);
    });
    await page.goto(new URL(path, served.url).href);
    await steps(page);
    assert.deepEqual(troubles, []);
    await context.close();
  }

  const mainOf = async (page: Page): Promise<string> => (await page.textContent("main")) ?? "";
  /** One of the conditional promises that the engine found, whichever they are. */
  const conditional = async (index: number): Promise<StoredEntry> => {
    const found = (await ledger.search({ conditional: true }, { size: 50 })).items;
    const entry = found.filter(({ commitments }) => commitments[0]?.conditions[0]?.text.includes(" "))[index];
    assert.ok(entry, `conditional promise ${index}`);
    return entry;
  };

  it("from a search to the sentence in its story, by keyboard", () =>
    walk("/", async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type("engineers");
      await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
      await follow(page, "a.switch:has-text('Conditional')");
      assert.match(page.url(), /q=engineers.*conditional=1/);
      await follow(page, "article.statement a.open");
      assert.match(await mainOf(page), /The words that prove it/);
      await tabTo(page, "a.proof");
      assert.ok((await page.locator("mark.lit").count()) > 0, "the words of the field are lit");
      await follow(page, "aside a:has-text('Show in the article')");
      assert.ok((await page.locator("mark.m-chosen.m-content").count()) > 0);
      await tabTo(page, ".story .beside a");
      assert.ok((await page.locator("mark.joined").count()) > 0, "its parts are joined");
      await tabTo(page, "details.furniture summary");
      await page.keyboard.press("Enter");
      assert.ok((await page.locator("details.furniture[open] p").count()) > 0);
    }));

  it("through a speaker's record to two moments side by side, by keyboard", () =>
    walk("/", async (page) => {
      await follow(page, "nav a[href='/speakers']");
      await follow(page, ".speakers a:has-text('Ilva Marren')");
      assert.ok((await page.locator("svg.chart.desk rect").count()) > 1, "offices are drawn");
      assert.match((await page.textContent("table.witnesses")) ?? "", /Prime Minister of Kestria/);
      await follow(page, ".outlets a");
      assert.match(page.url(), /publisher=/);
      await fillIn(page, "#about", "engineers");
      await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
      assert.match(page.url(), /publisher=.*q=engineers/);
      await follow(page, "a:has-text('All that moved')");
      await follow(page, ".shift a:has-text('Put side by side')");
      assert.equal(await page.locator(".compared .side").count(), 2);
      assert.ok((await page.locator("mark.only").count()) > 0, "the words that differ are marked");
      assert.ok((await page.locator(".changes li").count()) > 0, "the shift is typed");
    }));

  it("who held an office, whoever it was, by keyboard", () =>
    walk("/speakers", async (page) => {
      await follow(page, "a[href='/offices']");
      await fillIn(page, "#title", "Kestrian prime minister");
      await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
      assert.match((await page.textContent("section[aria-labelledby=by-register]")) ?? "", /Ilva Marren/);
      assert.match((await page.textContent("section[aria-labelledby=by-articles]")) ?? "", /Ilva Marren/);
      await follow(page, "section[aria-labelledby=by-register] .amount a");
      assert.match(page.url(), /speaker=ilva-marren&from=2021-04-02&to=2024-12-09/);
      assert.ok((await page.locator("article.statement").count()) > 0);
    }));

  it("follow a subject over its speakers, by keyboard", () =>
    walk("/search?q=engineers", async (page) => {
      await tabTo(page, ".follow summary");
      await page.keyboard.press("Enter");
      await fillIn(page, "#dossier-name", "Engineers for Merovia");
      await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
      assert.match(page.url(), /\/dossiers\//);
      assert.match((await page.textContent("h1")) ?? "", /Engineers for Merovia/);
      assert.ok((await page.locator("svg.chart.desk a").count()) > 3, "statements are drawn");
      assert.match((await page.textContent("caption")) ?? "", /Who promised, who refused/);
    }));

  it("mark a condition met, and find what fell due, by keyboard", () =>
    walk("/", async (page) => {
      await follow(page, "nav a[href='/commitments']");
      await follow(page, ".group h2 a");
      const condition = (await page.textContent("h1"))?.trim() ?? "";
      await tabTo(page, "summary.button");
      await page.keyboard.press("Enter");
      await fillIn(page, "#field-on", "2026-03-01");
      await fillIn(page, "#field-evidence", "https://gazette.example/truce");
      await follow(page, "details[open] form button.strong");
      assert.match(await mainOf(page), /met on 1 March 2026/);
      await follow(page, "nav a[href='/commitments']");
      await follow(page, ".choices a:has-text('Due')");
      assert.ok((await mainOf(page)).includes(condition), condition);
      await follow(page, "a.brand");
      assert.match(await mainOf(page), /Fell due/);
    }));

  it("say how a promise went, and see it on the board, by keyboard", async () => {
    const entry = await conditional(0);
    await walk(`/statements/${entry.id}`, async (page) => {
      await tabTo(page, ".status-form summary");
      await page.keyboard.press("Enter");
      await tabTo(page, "#status-0");
      await page.keyboard.type("stalled");
      await fillIn(page, "#looked-0", "2026-03-02");
      await fillIn(page, "#evidence-0", "no engineer has left");
      await follow(page, ".status-form button.strong");
      assert.match(await mainOf(page), /stalled\s*no engineer has left/);
      await follow(page, "nav a[href='/commitments']");
      await follow(page, ".choices a:has-text('By status')");
      assert.match((await page.textContent("section[aria-labelledby=s-stalled]")) ?? "", /looked 2 March 2026/);
    });
  });

  it("amend a commitment by selecting its words, by keyboard", async () => {
    const entry = await conditional(1);
    const action = entry.commitments[0]?.action.text ?? "";
    await walk(`/statements/${entry.id}`, async (page) => {
      await follow(page, "aside a:has-text('Review this entry')");
      await page.keyboard.press("a");
      await tabTo(page, ".commitment-fields summary");
      await page.keyboard.press("Enter");
      await tabTo(page, "[name='commitment-0-beneficiary']");
      await selectWords(page, ".context [data-start]", action);
      await page.keyboard.press("Control+Enter");
      assert.equal(await page.inputValue("[name='commitment-0-beneficiary']"), action);
      await fillIn(page, "[name='reason']:visible", "by way of trial");
      await follow(page, "details[open] form button.strong");
    });
    const amended = (await ledger.entry(entry.id))?.commitments[0];
    assert.equal(amended?.beneficiary?.span.text, action);
    assert.deepEqual(amended?.conditions, entry.commitments[0]?.conditions, "what was not touched stays");
  });

  it("amend a commitment by typing its words, without JavaScript", async () => {
    const entry = await conditional(2);
    const shorter = (entry.commitments[0]?.conditions[0]?.text ?? "").split(" ").slice(1).join(" ");
    assert.notEqual(shorter, "");
    await walk(
      `/review?entry=${entry.id}`,
      async (page) => {
        await page.click("summary:has-text('Amend')");
        await page.click(".commitment-fields summary");
        await page.fill("[name='commitment-0-condition-0']", "words that stand nowhere");
        await page.click("button:has-text('Save the amendment')");
        assert.match(await mainOf(page), /The field “Condition” cannot be “words that stand nowhere”/);
        await page.goBack();
        if (!(await page.locator("[name='commitment-0-condition-0']").isVisible())) {
          await page.click("summary:has-text('Amend')");
          await page.click(".commitment-fields summary");
        }
        await page.fill("[name='commitment-0-condition-0']", shorter);
        await page.click("button:has-text('Save the amendment')");
        assert.match(page.url(), /\/review\?last=/);
      },
      { javaScriptEnabled: false },
    );
    assert.equal((await ledger.entry(entry.id))?.commitments[0]?.conditions[0]?.text, shorter);
  });

  it("add a story, see what is found, and keep it, by keyboard", () =>
    walk("/", async (page) => {
      await follow(page, "nav a[href='/add']");
      await fillIn(
        page,
        "#field-text",
        "Ferry to run all winter\n“We will run the ferry all winter if the ice stays thin,” Harbour Minister Una Dahl said on Monday.",
      );
      await follow(page, "form.card button.strong");
      assert.match(await mainOf(page), /Read, not kept yet[\s\S]*Una Dahl/);
      const before = (await ledger.counts(0)).articles;
      await follow(page, "form[action$='/keep'] button");
      assert.match(page.url(), /\/articles\//);
      assert.equal((await ledger.counts(0)).articles, before + 1);
    }));

  it("report a mistake in selected words, by keyboard", async () => {
    const entry = await conditional(0);
    await walk(`/articles/${entry.articleId}`, async (page) => {
      const words = entry.content[0]?.text ?? "";
      await selectWords(page, ".story [data-start]", words);
      await Promise.all([page.waitForURL(/\/correct\?/), page.keyboard.press("Control+Enter")]);
      assert.equal(await page.inputValue("#field-words"), words);
      await fillIn(page, "#field-note", "It was said a day earlier.");
      await follow(page, "form.card button.strong");
      assert.match((await page.textContent("#corrections")) ?? "", /a day earlier/);
    });
  });

  it("read how far to trust it, by keyboard", () =>
    walk("/", async (page) => {
      await follow(page, "footer a[href='/about']");
      const told = await mainOf(page);
      assert.match(told, /Quoted\s*\d+\.\d/);
      assert.match(told, /On other news expect less: of \d+ statements/);
      await tabTo(page, "button.help");
      await page.keyboard.press("Enter");
      assert.ok(await page.locator("[popover]:popover-open").isVisible());
    }));

  it("find what a politician promised, on what condition, and when that changed, on a telephone", () =>
    walk(
      "/",
      async (page) => {
        const fits = async (): Promise<void> => assert.equal(await overflow(page), 0, page.url());
        await fits();
        await page.tap("ul.speakers a:has-text('Ilva Marren')");
        await page.waitForURL(/speakers/);
        await fits();
        assert.ok(await page.locator("svg.chart.phone").isVisible());
        assert.match(await mainOf(page), /only after the fighting stops/);
        await page.tap(".shift:has-text('Condition') a:has-text('Put side by side') >> nth=0");
        await page.waitForURL(/compare/);
        await fits();
        assert.match(await mainOf(page), /Condition (?:added|dropped)/);
        await page.tap(".side a:has-text('Evidence') >> nth=0");
        await page.waitForURL(/statements/);
        await fits();
        await page.tap("aside a:has-text('Show in the article')");
        await page.waitForURL(/articles/);
        await fits();
        assert.ok(await page.locator("mark.m-chosen.m-content").first().isVisible());
      },
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    ));

  it("set a speaker of the two stories side by side", { skip: absent }, async () => {
    const said = (await ledger.search({ speaker: "Kaja Kallas", minConfidence: 0 }, { size: 200 })).items;
    const [earlier, later] = ["2024", "2025"].map((year) => said.find(({ published }) => published?.startsWith(year)));
    assert.ok(earlier && later);
    await walk(`/speakers/${later.speakerId ?? ""}`, async (page) => {
      const roles = (await page.textContent("table.witnesses")) ?? "";
      assert.match(roles, /Prime Minister of Estonia/, "the register's word stands beside the articles'");
      assert.ok((await page.locator("svg.chart.desk .band-registered, svg.chart.desk rect").count()) > 2);
      await page.goto(new URL(`/compare?earlier=${earlier.id}&later=${later.id}`, served.url).href);
      const sides = await page.locator(".compared .side").allTextContents();
      assert.equal(sides.length, 2);
      assert.match(sides[0] ?? "", /2024/);
      assert.match(sides[1] ?? "", /2025/);
    });
  });
});
