import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { COMMANDS } from "../../src/cli/commands.ts";
import { cliDocument } from "../../src/cli/document.ts";
import { onrecord, root } from "./onrecord.ts";

test("--help names every command and ends well", async () => {
  const { status, stdout, stderr } = await onrecord(["--help"]);
  assert.equal(status, 0);
  assert.equal(stderr, "");
  for (const { name } of COMMANDS) assert.match(stdout, new RegExp(`^  ${name} `, "mu"));
});

test("every command has --help, whatever else is wrong", async () => {
  for (const { name } of COMMANDS) {
    const { status, stdout } = await onrecord([name, "--nonsense", "-h"]);
    assert.equal(status, 0, name);
    assert.match(stdout, new RegExp(`^Usage: onrecord ${name} `, "u"));
  }
});

test("no line of the help is longer than 120 columns", () => {
  for (const line of cliDocument().split("\n")) assert.ok(line.length <= 130, line);
});

test("--version prints the version of package.json", async () => {
  const { stdout } = await onrecord(["--version"]);
  const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { version: string };
  assert.equal(stdout, `${version}\n`);
});

const WRONG: readonly (readonly [name: string, args: readonly string[], message: RegExp])[] = [
  ["no command", [], /^Usage: onrecord COMMAND/u],
  ["an unknown command", ["extrat"], /no command "extrat"\. Did you mean extract\?/u],
  ["an option before the command", ["--jobs", "2"], /The command comes first/u],
  ["an unknown option", ["extract", "--jbos", "2"], /Unknown option '--jbos'\. Did you mean --jobs\?/u],
  ["an option without its value", ["extract", "--jobs"], /'.*--jobs.*' argument missing/u],
  [
    "jobs that are no number",
    ["extract", "--jobs", "many", "-"],
    /--jobs takes a whole number from 1 to 64, not "many"/u,
  ],
  ["a confidence above 1", ["extract", "--min-confidence", "2", "-"], /--min-confidence takes a number from 0 to 1/u],
  ["an unknown format", ["extract", "--format", "xml", "-"], /--format takes text, json or jsonl, not "xml"/u],
  ["a date that is none", ["extract", "--published", "2025-13", "-"], /--published: Not a date/u],
  ["an address that runs", ["extract", "--url", "javascript:alert(1)", "-"], /--url takes an address/u],
  ["standard input twice", ["extract", "-", "-"], /only once/u],
  ["a search for nothing", ["search"], /Nothing to search for/u],
  ["nobody's timeline", ["timeline"], /Name a speaker/u],
  ["pages for other machines", ["serve", "--host", "0.0.0.0"], /this machine only.*no accounts yet/u],
];

for (const [name, args, message] of WRONG) {
  test(`wrong use: ${name} gives status 2 and says what is wrong on standard error`, async () => {
    const { status, stdout, stderr } = await onrecord(args);
    assert.equal(status, 2);
    assert.equal(stdout, "");
    assert.match(stderr, message);
  });
}

test("docs/cli.md is what --help says (npm run docs)", () => {
  assert.equal(readFileSync(`${root}docs/cli.md`, "utf8"), cliDocument());
});
