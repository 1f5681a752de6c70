import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "../../src/cli/command.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import { helpOf } from "../../src/cli/help.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import { root } from "./onrecord.ts";

/** Commands as a document shows them: indented or in a code block, a comment after #. */
function examplesIn(text: string): readonly string[] {
  return [...text.matchAll(/^(?: {2,}|\$ )onrecord ([^#\n|>]+)/gmu)].map((match) => (match[1] ?? "").trim());
}

/** Words as a shell splits them, quotation marks heeded. */
function shellWords(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map((match) => match[1] ?? match[2] ?? "");
}

const documents: readonly (readonly [name: string, text: string])[] = [
  ["README.md", readFileSync(`${root}README.md`, "utf8")],
  ...COMMANDS.map((command) => [`onrecord ${command.name} --help`, command.notes ?? ""] as const),
];

for (const [name, text] of documents)
  test(`every command that ${name} shows is one that there is`, () => {
    for (const example of examplesIn(text)) {
      const [word, ...args] = shellWords(example);
      if (word === undefined || /^[A-Z]+$/u.test(word)) continue;
      const command = COMMANDS.find((one) => one.name === word);
      assert.ok(command, `onrecord ${example}`);
      // Taking the arguments apart needs no terminal.
      assert.doesNotThrow(() => parse(command, args, {} as Terminal), `onrecord ${example}`);
      assert.ok(helpOf(command, `onrecord ${word}`).startsWith("Usage:"));
    }
  });

test("README.md shows the commands that a newcomer needs", () => {
  const shown = new Set(examplesIn(readFileSync(`${root}README.md`, "utf8")).map((example) => example.split(" ")[0]));
  for (const name of ["extract", "add", "search", "timeline"]) assert.ok(shown.has(name), name);
});
