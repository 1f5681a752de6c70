/**
 * Rebuilds the models from the corpora: `npm run train -- --corpus DIR [--only text|attribution|commitments]`.
 * Seeded; the same corpus gives the same bytes.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { describeAttribution, trainAttribution } from "./attribution.ts";
import { trainCommitments } from "./commitments.ts";
import { trainText } from "./text.ts";

const { values } = parseArgs({
  options: { corpus: { type: "string", default: "../shared/corpora" }, only: { type: "string" } },
});
const corpus = resolve(values.corpus);
if (!existsSync(join(corpus, "polnear"))) {
  console.error(`No corpora at ${corpus}: give the folder that holds polnear/ with --corpus DIR.`);
  process.exit(2);
}

const STAGES: readonly {
  readonly name: string;
  readonly train: (corpus: string) => Uint8Array | Promise<Uint8Array>;
  /** Writes beside the model what it was trained with. */
  readonly describe?: (bytes: Uint8Array) => void;
}[] = [
  { name: "text", train: trainText },
  { name: "attribution", train: trainAttribution, describe: describeAttribution },
  { name: "commitments", train: trainCommitments },
];

const models = fileURLToPath(new URL("../models/en/", import.meta.url));
mkdirSync(models, { recursive: true });
for (const { name, train, describe } of STAGES) {
  if (values.only !== undefined && values.only !== name) continue;
  const started = performance.now();
  const bytes = await train(corpus);
  writeFileSync(join(models, `${name}.bin`), bytes);
  describe?.(bytes);
  console.log(`models/en/${name}.bin: ${bytes.length} bytes in ${Math.round((performance.now() - started) / 1000)} s`);
}
