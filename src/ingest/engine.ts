import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The package's version, as package.json has it. */
export function packageVersion(): string {
  const parsed: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return parsed !== null && typeof parsed === "object" && "version" in parsed ? String(parsed.version) : "0.0.0";
}

let version: string | undefined;

/**
 * Names the engine in every event: the package's version and eight digits of a hash over the model files, for example
 * `0.1.0+5f0c1d22`. The same version reads the same article to the same entries, to the byte.
 */
export function engineVersion(): string {
  return (version ??= `${packageVersion()}+${modelsHash().slice(0, 8)}`);
}

function modelsHash(): string {
  const folder = join(root, "models");
  const hash = createHash("sha256");
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  const paths = files
    .filter((file) => file.isFile() && file.name.endsWith(".bin"))
    .map((file) => join(file.parentPath, file.name).slice(folder.length));
  for (const path of paths.sort())
    hash.update(`${path.replaceAll("\\", "/")}\0`).update(readFileSync(join(folder, path)));
  return hash.digest("hex");
}
