import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds: rule, and where. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations.map((each) => each.id + ': ' + each.nodes.map((node) => node.target.join(' ') + ' ' + node.failureSummary).join(' | ')))",
  );
  return Array.isArray(found) ? found.map(String) : [String(found)];
}

/** By how many pixels a page is wider than its window; 0 when it fits. */
export async function overflow(page: Page): Promise<number> {
  return Math.max(0, Number(await page.evaluate("document.documentElement.scrollWidth - innerWidth")));
}

/** Presses Tab until the focus is on the element that `selector` finds, as somebody without a mouse would. */
export async function tabTo(page: Page, selector: string, most: number = 250): Promise<void> {
  const target = page.locator(selector).first();
  await target.waitFor({ state: "attached" });
  for (let count = 0; count < most; count++) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
  }
  throw new Error(`Tab never reached ${selector} on ${page.url()}`);
}

/** Tabs to a link or button, presses Enter, and waits for the page that it leads to. */
export async function follow(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
}

/** Tabs to a field and types. */
export async function fillIn(page: Page, selector: string, words: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(words);
}

/** Selects words of a text as a mouse would, across whatever elements they lie in. */
export async function selectWords(page: Page, lines: string, words: string): Promise<void> {
  await page.evaluate(`(() => {
    for (const line of document.querySelectorAll(${JSON.stringify(lines)})) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const nodes = [];
      while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(".ref")) nodes.push(walker.currentNode);
      const whole = nodes.map((node) => node.data).join("");
      const from = whole.indexOf(${JSON.stringify(words)});
      if (from < 0) continue;
      const place = (at) => {
        for (const node of nodes) {
          if (at <= node.data.length) return [node, at];
          at -= node.data.length;
        }
      };
      const range = document.createRange();
      range.setStart(...place(from));
      range.setEnd(...place(from + ${JSON.stringify(words)}.length));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return;
    }
  })()`);
}
