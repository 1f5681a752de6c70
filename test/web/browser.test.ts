/**
 * The pages in Chromium, on a real server: nothing overflows a telephone, nothing is asked of another host, the console stays
 * silent, axe finds nothing in either colour scheme, and reading works with JavaScript off.
 */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Served } from "../../src/web/serve.ts";
import { serve } from "../../src/web/serve.ts";
import { overflow, selectWords, violations } from "./browsing.ts";
import { launchChromium } from "./chromium.ts";
import type { SampleApp } from "./sample-app.ts";
import { sampleApp } from "./sample-app.ts";

describe("pages in a browser", () => {
  let sample: SampleApp;
  let served: Served;
  let browser: Browser;
  let chromium: Awaited<ReturnType<typeof launchChromium>>;

  before(async () => {
    sample = await sampleApp();
    served = await serve({
      ledger: sample.ledger,
      scores: {
        measured: [{ name: "attribution · direct F1", value: 91.5 }],
        otherNews: [{ kind: "direct", shown: 8, right: 6, missed: 2 }],
      },
    });
    chromium = await launchChromium();
    browser = chromium.browser;
  });
  after(async () => {
    await chromium.close();
    await served.close();
    await sample.ledger.close();
  });

  /** A page that remembers what went wrong on it and what it asked of other hosts. */
  const open = async (
    options: Parameters<Browser["newContext"]>[0],
  ): Promise<{ context: BrowserContext; page: Page; troubles: string[] }> => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") troubles.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => troubles.push(`${page.url()}: ${error.message}`));
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== new URL(served.url).origin) troubles.push(`asked ${request.url()}`);
    });
    return { context, page, troubles };
  };
  const go = (page: Page, path: string): Promise<unknown> => page.goto(new URL(path, served.url).href);

  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [1280, 390])
      it(`holds on every page at ${width} px, ${colorScheme}`, async () => {
        const { context, page, troubles } = await open({ colorScheme, viewport: { width, height: 850 } });
        for (const address of sample.addresses) {
          await go(page, address);
          const wide = await overflow(page);
          if (wide > 0) troubles.push(`${address} is ${wide} px too wide`);
          // Which colours meet depends on the scheme, what is shown on the width: one pass of axe over each covers both.
          if ((width === 1280) === (colorScheme === "light"))
            troubles.push(...(await violations(page)).map((violation) => `${address}: ${violation}`));
        }
        assert.deepEqual(troubles, []);
        await context.close();
      });

  for (const language of ["uk", "ru"])
    it(`holds in ${language} on a telephone`, async () => {
      const { context, page, troubles } = await open({ viewport: { width: 390, height: 850 } });
      await go(page, `/?lang=${language}`);
      for (const address of sample.addresses) {
        await go(page, address);
        assert.equal(await page.getAttribute("html", "lang"), language);
        assert.equal(await overflow(page), 0, `${address} in ${language}`);
      }
      assert.deepEqual(troubles, []);
      await context.close();
    });

  it("reads without JavaScript: search, filter, evidence, article", async () => {
    const { context, page } = await open({ javaScriptEnabled: false });
    await go(page, "/");
    await page.fill("#words", "bridge");
    await page.press("#words", "Enter");
    assert.match(page.url(), /\/search\?q=bridge/);
    await page.click(".switches a >> nth=0");
    assert.match(page.url(), /q=bridge.*commitment=1/);
    await page.click("article.statement:has-text('rebuild') a.open");
    assert.match(page.url(), /\/statements\//);
    await page.click("aside .ways a >> nth=0");
    assert.match(page.url(), /\/articles\/.+#s-/);
    assert.match((await page.textContent("mark.m-chosen.m-content")) ?? "", /We will rebuild/);
    await context.close();
  });

  it("joins the parts of a statement under the pointer, and lights the words behind a field", async () => {
    const { context, page } = await open({});
    await go(page, `/articles/${sample.ids.article}`);
    await page.hover(".story mark.m-content >> nth=0");
    assert.ok((await page.locator("mark.m-source.joined").count()) > 0);
    await go(page, `/statements/${sample.ids.statement}`);
    await page.focus("a.proof:has-text('by 2027')");
    assert.equal(await page.locator("mark.lit").first().textContent(), "by 2027");
    await context.close();
  });

  it("leads from the start to what was promised, on what condition, and when it changed, in four clicks", async () => {
    const { context, page } = await open({ javaScriptEnabled: false });
    await go(page, "/");
    await page.click("ul.speakers a:has-text('Ilse Marn')");
    const record = (await page.textContent("main")) ?? "";
    assert.match(record, /rebuild the Ost bridge/);
    assert.match(record, /if parliament passes the tolls/);
    assert.match(record, /4 March 2025/);
    await page.click("article.statement:has-text('rebuild') a.open");
    await page.click("aside a:has-text('Compare')");
    await page.click("ul.plain a:has-text('engineers')");
    assert.match((await page.textContent("main")) ?? "", /only after a ceasefire/);
    await context.close();
  });

  it("reviews by keyboard alone: confirm, reject with a reason, amend by selecting words", async () => {
    const { context, page, troubles } = await open({});
    await go(page, "/review");
    const waiting = async (): Promise<number> =>
      Number(/\d+/.exec((await page.textContent("[role=status]")) ?? "")?.[0]);
    const before = await waiting();
    await page.keyboard.press("c");
    await page.waitForURL(/last=/);
    assert.equal(await waiting(), before - 1);
    await page.keyboard.press("r");
    await page.keyboard.type("not a statement");
    await page.keyboard.press("Tab");
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    assert.equal(await waiting(), before - 2);
    await go(page, `/review?entry=${sample.ids.statement}`);
    await page.keyboard.press("a");
    await page.focus("#field-addressee");
    await selectWords(page, ".context [data-start]", "at a briefing");
    await page.mouse.move(0, 0);
    await page.dispatchEvent(".context [data-start]", "pointerup");
    assert.equal(await page.inputValue("#field-addressee"), "at a briefing");
    await page.click("details[open] form button.strong");
    const reviews = await sample.ledger.reviews(sample.ids.statement);
    assert.equal(reviews.at(-1)?.fields?.addressee?.text, "at a briefing");
    assert.deepEqual(troubles, []);
    await context.close();
  });

  it("opens the correction form for the selected words by Ctrl+Enter", async () => {
    const { context, page } = await open({});
    await go(page, `/articles/${sample.ids.article}`);
    await selectWords(page, ".story [data-start]", "employ 2,000 people");
    await page.keyboard.press("Control+Enter");
    await page.waitForURL(/\/correct\?/);
    assert.equal(await page.inputValue("#field-words"), "employ 2,000 people");
    await page.fill("#field-note", "It was 3,000.");
    await page.click("form.card button.strong");
    assert.match(page.url(), /#corrections$/);
    assert.match((await page.textContent("#corrections")) ?? "", /It was 3,000/);
    await context.close();
  });

  it("reads two files one after the other, and keeps them", async () => {
    const { context, page, troubles } = await open({});
    await go(page, "/add");
    const file = (name: string, text: string): { name: string; mimeType: string; buffer: Buffer } => ({
      name,
      mimeType: "text/plain",
      buffer: Buffer.from(text),
    });
    await page.setInputFiles("#files", [
      file("one.txt", "Ferry fares rise\nFerry chief Una Dahl said fares will rise by May."),
      file("two.txt", "Ferry fares fall\nFerry chief Una Dahl said fares will fall in June."),
    ]);
    await page.click("form.card button.strong");
    await page.waitForSelector("form[action='/drafts/keep']");
    await page.setViewportSize({ width: 390, height: 850 });
    await page.click("ul.plain a >> nth=0");
    await page.waitForURL(/\/drafts\//);
    assert.deepEqual(await violations(page), []);
    assert.equal(await overflow(page), 0);
    await page.goBack();
    const articles = (await sample.ledger.counts(0)).articles;
    await page.click("form[action='/drafts/keep'] button");
    await page.waitForURL(/\/articles$/);
    assert.equal((await sample.ledger.counts(0)).articles, articles + 2);
    assert.deepEqual(troubles, []);
    await context.close();
  });

  it("opens a sentence of help by keyboard and closes it again", async () => {
    const { context, page } = await open({});
    await go(page, "/commitments");
    await page.focus("button.help >> nth=0");
    await page.keyboard.press("Enter");
    assert.ok(await page.locator("[popover]:popover-open").isVisible());
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("[popover]:popover-open").count(), 0);
    await page.keyboard.press("/");
    assert.equal(await page.evaluate("document.activeElement.id"), "find");
    await context.close();
  });

  it("lets the keyboard skip to the content", async () => {
    const { context, page } = await open({});
    await go(page, "/search");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate("document.activeElement.className"), "skip");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate("document.activeElement.id"), "main");
    await context.close();
  });
});
