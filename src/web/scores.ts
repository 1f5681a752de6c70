import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Figures measured on collections that people annotated, as `eval/` writes them; a flat list of what was measured. */
export interface Scores {
  readonly measured: readonly Measurement[];
}

export interface Measurement {
  /** What was measured, on what: "attribution, PolNeAR dev, direct". */
  readonly name: string;
  readonly value: number;
}

/** Reads eval/scores.json where it is there; its shape may grow, so every number in it is listed by its path. */
export function readScores(
  file: string = fileURLToPath(new URL("../../eval/scores.json", import.meta.url)),
): Scores | null {
  try {
    const measured: Measurement[] = [];
    collect(JSON.parse(readFileSync(file, "utf8")), [], measured);
    return measured.length === 0 ? null : { measured };
  } catch {
    // A checkout without figures, or a file that is being written: the page then says that there are none.
    return null;
  }
}

function collect(value: unknown, path: readonly string[], measured: Measurement[]): void {
  if (typeof value === "number" && Number.isFinite(value)) measured.push({ name: path.join(" · "), value });
  else if (typeof value === "object" && value !== null)
    for (const [name, inner] of Object.entries(value)) collect(inner, [...path, name], measured);
}
