/**
 * What a page weighs, how long the server takes for it, and how soon it can be used in Chromium on this machine, over a ledger of
 * many statements.
 *
 *     node bench/pages.ts [STATEMENTS]        100,000 unless said otherwise
 */
import { availableParallelism, loadavg } from "node:os";
import { createApp } from "../src/web/app.ts";
import { openLedger } from "../src/ledger/open.ts";
import { serve } from "../src/web/serve.ts";
import { launchChromium } from "../test/web/chromium.ts";
import { manyStatements, sampleArticles } from "../test/web/sample-record.ts";

const statements = Number(process.argv[2] ?? 100_000);
const PER_ARTICLE = 50;
const ROUNDS = 40;
const LOADS = 15;
/** When the scripts of the page had run, and when it was first painted, in milliseconds from the start of the navigation. */
const TIMES = `new Promise((resolve) => {
  const ready = performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd;
  new PerformanceObserver((list) => resolve([ready, ...list.getEntriesByName("first-contentful-paint").map((entry) => entry.startTime)]))
    .observe({ type: "paint", buffered: true });
})`;

/** One speaker in fifty says as much as a head of government; the others share the rest. */
const speakerOf = (article: number): string =>
  article % 50 === 0
    ? "Odo Trask"
    : `Ada ${String.fromCharCode(65 + (article % 26))}${"aeiou"[article % 5]}${"lmnrst"[article % 6]}o${"knprt"[(article >> 3) % 5]}`;

const ledger = await openLedger(":memory:");
await ledger.add(sampleArticles(), "bench");
const articles = Math.ceil(statements / PER_ARTICLE);
for (let from = 0; from < articles; from += 100)
  await ledger.add(
    Array.from({ length: Math.min(100, articles - from) }, (_, index) =>
      manyStatements(PER_ARTICLE, from + index, speakerOf(from + index)),
    ),
    "bench",
  );
const app = createApp({ ledger });
const some = await ledger.search({ speaker: "odo-trask" }, { size: 1 });
const entry = some.items[0];
const condition = (await ledger.conditions({ size: 1 })).items[0];
const { entries } = await ledger.counts(0);
console.log(`${entries.toLocaleString("en")} statements`);
console.log("page                                      p50 ms   p95 ms    plain B     gzip B");

for (const path of [
  "/",
  "/search?size=50",
  "/search?q=stretch&size=50",
  "/search?q=quarry+12&conditional=1&size=50",
  "/speakers",
  "/speakers/odo-trask?size=50",
  "/speakers/ilse-marn",
  "/commitments",
  "/commitments?by=status",
  "/offices?title=minister+for+roads",
  "/commitments?by=list&waiting=1&size=50",
  `/articles/${entry?.articleId ?? ""}`,
  `/statements/${entry?.id ?? ""}`,
  `/conditions/${condition?.id ?? ""}`,
  "/articles",
  "/about",
]) {
  const plain = (await (await app.request(path)).arrayBuffer()).byteLength;
  const packed = (await (await app.request(path, { headers: { "accept-encoding": "gzip" } })).arrayBuffer()).byteLength;
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await (await app.request(path)).arrayBuffer();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1).padStart(8);
  console.log(`${path.padEnd(40)} ${at(0.5)} ${at(0.95)} ${String(plain).padStart(10)} ${String(packed).padStart(10)}`);
}
await firstLoads(["/", "/speakers/odo-trask?size=50", `/articles/${entry?.articleId ?? ""}`, "/search?size=50"]);
await ledger.close();

/**
 * From the click to a page that can be used: parsed, painted, and its scripts run, in a browser that has nothing of it in its cache.
 * How busy the machine was stands beside it, since the browser has to share.
 */
async function firstLoads(paths: readonly string[]): Promise<void> {
  const served = await serve({ ledger });
  const chromium = await launchChromium();
  console.log("\nfirst load in Chromium, ms              scripts run  painted    both  worst");
  for (const path of paths) {
    const [scripts, paints, both]: [number[], number[], number[]] = [[], [], []];
    // The first one also starts the browser's own parts, and is not counted.
    for (let round = -1; round < LOADS; round++) {
      const context = await chromium.browser.newContext();
      const page = await context.newPage();
      await page.goto(new URL(path, served.url).href, { waitUntil: "load" });
      const times: unknown = await page.evaluate(TIMES);
      const [ready = Infinity, paint = Infinity] = Array.isArray(times) ? times.map(Number) : [];
      await context.close();
      if (round < 0) continue;
      scripts.push(ready);
      paints.push(paint);
      both.push(Math.max(ready, paint));
    }
    const figures = [middleOf(scripts), middleOf(paints), middleOf(both), Math.max(...both)];
    console.log(`${path.padEnd(40)} ${figures.map((time) => time.toFixed(0).padStart(8)).join(" ")}`);
  }
  await chromium.close();
  await served.close();
  const load = loadavg()[0] ?? 0;
  console.log(`load of the machine meanwhile: ${load.toFixed(1)} on ${availableParallelism()} cores`);
}

function middleOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
}
