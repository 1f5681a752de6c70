import assert from "node:assert/strict";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { ended, root, said, scratch, startCommand } from "./onrecord.ts";
import { story } from "./stories.ts";

const samples = readdirSync(join(root, "samples")).length;

test("without files it reads the samples into a ledger of their own and shows the pages", async (context) => {
  const folder = scratch(context);
  const env = { XDG_DATA_HOME: folder };
  const child = startCommand("start.ts", ["--port", "0"], { env });
  const end = ended(child);
  const [, url = ""] = await said(child, /The pages are at (http:\S+)/u);
  await said(child, /Press Ctrl-C to stop/u);
  assert.equal((await fetch(url)).status, 200);
  child.kill("SIGINT");
  const first = await end;
  assert.equal(first.status, 0, first.stderr);
  assert.match(first.stdout, new RegExp(`${samples} articles new, 0 known already`, "u"));
  assert.deepEqual(
    [existsSync(join(folder, "onrecord/samples.db")), existsSync(join(folder, "onrecord/ledger.db"))],
    [true, false],
  );

  const started = performance.now();
  const again = startCommand("start.ts", ["--port", "0"], { env });
  const againEnd = ended(again);
  await said(again, /Press Ctrl-C to stop/u);
  context.diagnostic(`the second start took ${Math.round(performance.now() - started)} ms`);
  again.kill("SIGTERM");
  const second = await againEnd;
  assert.equal(second.status, 0);
  assert.match(second.stdout, new RegExp(`0 articles new, ${samples} known already`, "u"));
});

test("files go into the user's ledger, with what is given; one that cannot be read is told, and the pages still come", async (context) => {
  const folder = scratch(context);
  writeFileSync(join(folder, "a.txt"), story(1));
  const child = startCommand(
    "start.ts",
    ["--port", "0", "--published", "2025-08", join(folder, "a.txt"), join(folder, "none.txt")],
    {
      env: { XDG_DATA_HOME: folder },
    },
  );
  const end = ended(child);
  const [, url = ""] = await said(child, /The pages are at (http:\S+)/u);
  await said(child, /Press Ctrl-C to stop/u);
  const articles = (await (await fetch(`${url}api/articles`)).json()) as { items: { published: string }[] };
  assert.deepEqual(
    articles.items.map((article) => article.published),
    ["2025-08"],
  );
  child.kill("SIGINT");
  const { status, stderr } = await end;
  assert.equal(status, 0);
  assert.match(stderr, /none\.txt: There is no file/u);
  assert.ok(existsSync(join(folder, "onrecord/ledger.db")));
});

test("a taken port is left, the next free one taken, and said so", async (context) => {
  const busy = createServer().listen(0, "127.0.0.1");
  context.after(() => busy.close());
  await new Promise((resolve) => busy.once("listening", resolve));
  const address = busy.address();
  assert.ok(address !== null && typeof address === "object");
  const folder = scratch(context);
  writeFileSync(join(folder, "a.txt"), story(1));
  const child = startCommand("start.ts", ["--port", String(address.port), join(folder, "a.txt")], {
    env: { XDG_DATA_HOME: folder },
  });
  const end = ended(child);
  const [, port = ""] = await said(child, /The pages are at http:\/\/127\.0\.0\.1:(\d+)/u);
  assert.notEqual(Number(port), address.port);
  child.kill("SIGINT");
  const { stderr } = await end;
  assert.match(stderr, new RegExp(`Port ${address.port} is taken by another program; the pages are at ${port}`, "u"));
});

test("a data folder that cannot be made is told with what to do", async (context) => {
  const folder = scratch(context);
  writeFileSync(join(folder, "file"), "");
  const child = startCommand("start.ts", [], { env: { XDG_DATA_HOME: join(folder, "file") } });
  const { status, stderr } = await ended(child);
  assert.equal(status, 1);
  assert.match(stderr, /could not be opened.*--ledger FILE/u);
});

test("serve refuses a taken port with advice, and serves until it is stopped", async (context) => {
  const folder = scratch(context);
  const env = { XDG_DATA_HOME: folder };
  const child = startCommand("main.ts", ["serve", "--port", "0"], { env });
  const end = ended(child);
  const [url, port = ""] = await said(child, /http:\/\/127\.0\.0\.1:(\d+)\//u);
  assert.equal((await fetch(url)).status, 200);
  const other = await ended(startCommand("main.ts", ["serve", "--port", port], { env }));
  assert.equal(other.status, 1);
  assert.match(other.stderr, /is taken by another program\. Choose another with --port N/u);
  child.kill("SIGINT");
  assert.equal((await end).status, 0);
});
