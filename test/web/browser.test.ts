/**
 * The pages in Chromium, on a real server: nothing overflows a telephone, nothing is asked of another host, the console stays
 * silent, axe finds nothing in either colour scheme, and reading works with JavaScript off.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { chromium } from "playwright-core";
import type { Served } from "../../src/web/serve.ts";
import { serve } from "../../src/web/serve.ts";
import type { SampleApp } from "./sample-app.ts";
import { sampleApp } from "./sample-app.ts";

const CHROMIUM = "/usr/bin/chromium";
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("pages in a browser", () => {
  let sample: SampleApp;
  let served: Served;
  let browser: Browser;
  let folder: string;

  before(async () => {
    sample = await sampleApp();
    served = await serve({
      ledger: sample.ledger,
      scores: { measured: [{ name: "attribution · direct", value: 0.91 }] },
    });
    folder = mkdtempSync(join(tmpdir(), "onrecord-chromium-"));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: [...ARGUMENTS, `--disk-cache-dir=${folder}`] });
  });
  after(async () => {
    await browser.close();
    await served.close();
    await sample.ledger.close();
    rmSync(folder, { recursive: true, force: true });
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
          const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
          if (Number(overflow) > 0) troubles.push(`${address} is ${String(overflow)} px too wide`);
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
        const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
        assert.ok(Number(overflow) <= 0, `${address} is ${String(overflow)} px too wide in ${language}`);
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

/** What axe finds: rule, and where. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations.map((each) => each.id + ': ' + each.nodes.map((node) => node.target.join(' ') + ' ' + node.failureSummary).join(' | ')))",
  );
  return Array.isArray(found) ? found.map(String) : [String(found)];
}
