import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";

/** Debian's. */
export const CHROMIUM = "/usr/bin/chromium";
/** Nothing but the pages may go over the network. */
export const ARGUMENTS: readonly string[] = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Chromium with a cache of its own, which `close` takes away again. */
export async function launchChromium(): Promise<{ readonly browser: Browser; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-chromium-"));
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [...ARGUMENTS, `--disk-cache-dir=${folder}`],
  });
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
