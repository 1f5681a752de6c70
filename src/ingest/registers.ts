import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Problem } from "../core/article.ts";
import type { Register } from "../core/speakers/register.ts";
import { readRegister } from "../read/register.ts";

const seed = fileURLToPath(new URL("../../data/register.json", import.meta.url));

/** The register that comes with the program and those imported into `folder`, as one. A file that went bad is left out and said. */
export function loadRegister(folder: string): { readonly register: Register; readonly problems: readonly Problem[] } {
  const imported = existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map((file) => join(folder, file))
    : [];
  const readings = [seed, ...imported].map((file) => readRegister(readFileSync(file, "utf8")));
  return {
    register: { persons: readings.flatMap(({ register }) => register.persons) },
    problems: readings.flatMap(({ problems }) => problems),
  };
}

/** Keeps a register in `folder` under the file's own name; a later import of that name takes its place. Nothing is kept of a file without persons. */
export function importRegister(file: string, folder: string): ReturnType<typeof readRegister> {
  const text = readFileSync(file, "utf8");
  const reading = readRegister(text);
  if (reading.register.persons.length === 0) return reading;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, basename(file)), text);
  return reading;
}
