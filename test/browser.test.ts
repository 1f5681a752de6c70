/** Core and its models give the same bytes in a browser as in Node: Chromium loads them as plain modules from a server of our own. */
import assert from "node:assert/strict";
import { ARGUMENTS, CHROMIUM } from "./web/chromium.ts";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { stripTypeScriptTypes } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, normalize } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { type BrowserContext, chromium } from "playwright-core";
import { record } from "../src/core/record.ts";
import { loadEnglish } from "../src/ingest/languages.ts";
import { read } from "../src/read/readers.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

const PAGE = `<!doctype html><meta charset="utf-8"><title>core in a browser</title>
<script type="importmap">{"imports": {"@noble/hashes/": "/node_modules/@noble/hashes/"}}</script>
<script type="module" src="/page.js"></script>`;

const SCRIPT = `
import { record } from "/src/core/record.ts";
import { english } from "/src/core/languages/en/english.ts";
const model = async (name) => {
  const answer = await fetch("/models/en/" + name + ".bin");
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
};
const names = await (await fetch("/models.json")).json();
const models = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await model(name)])));
const language = english(models);
window.recordAll = (articles) => JSON.stringify(articles.map((article) => record(article, language)));
document.title = "ready";
`;

function serveCore(): Promise<Server> {
  const models = readdirSync(join(root, "models/en"))
    .filter((file) => file.endsWith(".bin"))
    .map((file) => file.slice(0, -".bin".length));
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    const send = (type: string, body: string | Buffer): void => {
      response.writeHead(200, { "content-type": type });
      response.end(body);
    };
    if (path === "/") return send("text/html", PAGE);
    if (path === "/page.js") return send("text/javascript", SCRIPT);
    if (path === "/models.json") return send("application/json", JSON.stringify(models));
    const file = join(root, path);
    if (!/^\/(src\/core|node_modules\/@noble\/hashes|models)\//.test(path) || !existsSync(file)) {
      response.writeHead(404);
      return response.end();
    }
    if (path.endsWith(".ts")) return send("text/javascript", stripTypeScriptTypes(readFileSync(file, "utf8")));
    return send(path.endsWith(".js") ? "text/javascript" : "application/octet-stream", readFileSync(file));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

describe("core in a browser", () => {
  const profile = mkdtempSync(join(tmpdir(), "onrecord-chromium-"));
  let server: Server;
  let browser: BrowserContext;

  before(async () => {
    server = await serveCore();
    browser = await chromium.launchPersistentContext(profile, {
      executablePath: CHROMIUM,
      args: [...ARGUMENTS],
    });
  });
  after(async () => {
    await browser.close();
    server.close();
    rmSync(profile, { recursive: true, force: true });
  });

  it("gives the same bytes as Node on every sample", async () => {
    const samples = join(root, "samples");
    const articles = readdirSync(samples)
      .sort()
      .flatMap((file) => [...read(file, readFileSync(join(samples, file)), {}, { from: "auto" })])
      .flatMap(({ article }) => (article ? [article] : []));
    assert.ok(articles.length >= 9);
    const language = loadEnglish();
    const here = JSON.stringify(articles.map((article) => record(article, language)));

    const page = await browser.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction('document.title === "ready"', undefined, { timeout: 30_000 }).catch((error: unknown) => {
      assert.fail(`${String(error)}\n${faults.join("\n")}`);
    });
    const there = await page.evaluate((list) => {
      const scope = globalThis as unknown as { recordAll(articles: unknown): string };
      return scope.recordAll(list);
    }, articles);
    assert.equal(there, here);
    assert.ok(here.length > 1000);
  });
});
