import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { ended, linesOf, onrecord, scratch, startCommand } from "./onrecord.ts";
import { story, storyLines } from "./stories.ts";

test("two jobs print what one prints, in the order of the input", async (context) => {
  const file = join(scratch(context), "stories.jsonl");
  writeFileSync(file, storyLines(400));
  const one = await onrecord(["extract", "--min-confidence", "0", "--jobs", "1", file]);
  const two = await onrecord(["extract", "--min-confidence", "0", "--jobs", "2", file]);
  assert.equal(one.status, 0, one.stderr);
  assert.equal(two.status, 0, two.stderr);
  assert.ok(one.stdout === two.stdout, "the outputs differ");
  assert.deepEqual(
    linesOf(two.stdout).map((line) => line.id),
    Array.from({ length: 400 }, (_, index) => `story-${index + 1}`),
  );
});

test("what is packed with gzip is read as what is inside", async (context) => {
  const folder = scratch(context);
  const lines = storyLines(3);
  writeFileSync(join(folder, "a.jsonl"), lines);
  writeFileSync(join(folder, "b.jsonl.gz"), gzipSync(lines));
  writeFileSync(join(folder, "c.txt.gz"), gzipSync(story(1)));
  writeFileSync(join(folder, "two-members.jsonl.gz"), Buffer.concat([gzipSync(lines), gzipSync(lines)]));
  const plain = await onrecord(["extract", join(folder, "a.jsonl")]);
  assert.equal(plain.status, 0, plain.stderr);
  assert.equal((await onrecord(["extract", join(folder, "b.jsonl.gz")])).stdout, plain.stdout);
  assert.equal((await onrecord(["extract"], { input: gzipSync(lines) })).stdout, plain.stdout);
  assert.equal(linesOf((await onrecord(["extract", join(folder, "two-members.jsonl.gz")])).stdout).length, 6);
  const [line] = linesOf((await onrecord(["extract", join(folder, "c.txt.gz")])).stdout);
  assert.equal(line?.id, join(folder, "c.txt.gz"));
  assert.equal(line?.article?.text, story(1));
});

test("standard input is read by - and when nothing is named", async () => {
  const input = story(5);
  const named = await onrecord(["extract", "-"], { input });
  const piped = await onrecord(["extract"], { input });
  assert.equal(named.status, 0, named.stderr);
  assert.equal(named.stdout, piped.stdout);
  assert.deepEqual(
    linesOf(named.stdout).map((line) => [line.id, line.article?.text]),
    [["-", input]],
  );
});

test("a jsonl line without an id gets its number in the file, blank lines counted, across batches", async () => {
  const text = story(1);
  const input = `\n${Array.from({ length: 600 }, () => JSON.stringify({ text })).join("\n")}\n`;
  const { stdout } = await onrecord(["extract", "--jobs", "2", "--from", "jsonl"], { input });
  assert.deepEqual(
    linesOf(stdout).map((line) => line.id),
    Array.from({ length: 600 }, (_, index) => String(index + 2)),
  );
});

test("a broken line becomes a line with problems, the run goes on, and the status is 1", async () => {
  const input = `${JSON.stringify({ id: "a", text: story(1) })}\n{"text": \n${JSON.stringify({ id: "c", text: story(2) })}\n`;
  const { status, stdout, stderr } = await onrecord(["extract", "--from", "jsonl"], { input });
  assert.equal(status, 1);
  const lines = linesOf(stdout);
  assert.deepEqual(
    lines.map((line) => [line.id, line.article === null]),
    [
      ["a", false],
      ["2", true],
      ["c", false],
    ],
  );
  assert.deepEqual(
    lines[1]?.problems.map((problem) => problem.code),
    ["json"],
  );
  assert.match(stderr, /1 of 3 inputs could not be read/u);
});

test("a damaged gzip file gives what came before the damage and then a problem", async (context) => {
  const file = join(scratch(context), "cut.jsonl.gz");
  const packed = gzipSync(storyLines(3000));
  writeFileSync(file, packed.subarray(0, packed.length - 2000));
  const { status, stdout } = await onrecord(["extract", file]);
  const lines = linesOf(stdout);
  assert.equal(status, 1);
  assert.ok(lines.length > 100);
  assert.match(lines.at(-1)?.problems[0]?.message ?? "", /damaged or cut off/u);
});

test("a folder is walked in sorted order; hidden files, pictures and linked folders are passed over, and said so", async (context) => {
  const folder = scratch(context);
  mkdirSync(join(folder, "b"));
  for (const name of ["c.txt", "a.html", "b/z.txt", "b/y.txt", ".hidden.txt", "style.css", "saved-page"])
    writeFileSync(
      join(folder, name),
      name.endsWith("html") ? `<html><body><p>${story(1)}</p></body></html>` : story(2),
    );
  symlinkSync(folder, join(folder, "b", "up"));
  const { status, stdout, stderr } = await onrecord(["extract", folder]);
  assert.equal(status, 0, stderr);
  assert.deepEqual(
    linesOf(stdout).map((line) => line.id),
    ["a.html", "b/y.txt", "b/z.txt", "c.txt", "saved-page"].map((name) => join(folder, name)),
  );
  assert.match(stderr, /2 files passed over/u);
});

test("a file that is not there is told on standard error and in the output, and the others are read", async (context) => {
  const file = join(scratch(context), "a.txt");
  writeFileSync(file, story(1));
  const { status, stdout, stderr } = await onrecord(["extract", "/no/such/file.txt", file]);
  assert.equal(status, 1);
  assert.match(stderr, /\/no\/such\/file\.txt: There is no file/u);
  assert.deepEqual(
    linesOf(stdout).map((line) => line.id),
    ["/no/such/file.txt", file],
  );
});

test("--format json is one array", async () => {
  const { stdout } = await onrecord(["extract", "--format", "json", "--from", "jsonl", "--jobs", "2"], {
    input: storyLines(5),
  });
  assert.equal((JSON.parse(stdout) as unknown[]).length, 5);
  const empty = await onrecord(["extract", "--format", "json", "--from", "jsonl"], { input: "" });
  assert.deepEqual(JSON.parse(empty.stdout), []);
});

test("--format text has no colours when it goes to a file, and no control characters of the text ever", async () => {
  const { stdout } = await onrecord(["extract", "--format", "text", "--title", "A \u001b[31mred\u001b[0m title"], {
    input: story(1),
  });
  assert.ok(!stdout.includes("\u001b"));
  assert.match(stdout, /red.* title/u);
});

test("what is given stands in the output; a line's own fields go first", async () => {
  const input = `${JSON.stringify({ text: story(1), publisher: "The Halvern Courier" })}\n${JSON.stringify({ text: story(2) })}\n`;
  const { stdout } = await onrecord(
    ["extract", "--from", "jsonl", "--publisher", "The Harbour Post", "--published", "2025-08"],
    { input },
  );
  assert.deepEqual(
    linesOf(stdout).map((line) => [line.article?.publisher, line.article?.published]),
    [
      ["The Halvern Courier", "2025-08"],
      ["The Harbour Post", "2025-08"],
    ],
  );
});

test("a text in a language that is not supported gives a problem and no statements", async () => {
  const text =
    "Президентка сказала, що міст відкриють навесні. «Ми його збудуємо», — пообіцяла вона журналістам у столиці.";
  for (const language of ["uk", null]) {
    const { status, stdout, stderr } = await onrecord(["extract", "--from", "jsonl"], {
      input: JSON.stringify({ text, language }),
    });
    const [line] = linesOf(stdout);
    assert.equal(status, 0);
    assert.deepEqual(line?.statements, []);
    assert.deepEqual(
      line?.problems.map((problem) => problem.code),
      ["language"],
    );
    assert.match(stderr, /not supported yet/u);
  }
});

test("a reader that has enough ends the command quietly", async () => {
  const child = startCommand("main.ts", ["extract", "--from", "jsonl"]);
  const end = ended(child);
  child.stdin.on("error", () => undefined);
  child.stdout.once("data", () => child.stdout.destroy());
  child.stdin.end(storyLines(3000));
  const { status, stderr } = await end;
  assert.equal(status, 0);
  assert.equal(stderr, "");
});

test("Ctrl-C stops it between articles, with whole lines written", async () => {
  const child = startCommand("main.ts", ["extract", "--from", "jsonl", "--jobs", "2"]);
  const end = ended(child);
  child.stdin.on("error", () => undefined);
  child.stdin.write(storyLines(50));
  child.stdout.once("data", () => child.kill("SIGINT"));
  const { status, stdout } = await end;
  assert.equal(status, 130);
  assert.ok(stdout.endsWith("\n"));
  linesOf(stdout);
});

test("standard input that comes slowly is answered line by line", async () => {
  const child = startCommand("main.ts", ["extract", "--from", "jsonl"]);
  const end = ended(child);
  child.stdin.write(storyLines(1));
  await new Promise((resolve) => child.stdout.once("data", resolve));
  child.stdin.end(storyLines(1));
  assert.equal(linesOf((await end).stdout).length, 2);
});
