// Makes a fresh clone ready: npm packages (which bring the right Node), and for the tests Chromium and PostgreSQL through apt.
// Plain JavaScript for whatever Node the machine has. Says nothing when there is nothing to do.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const forTests = process.argv.includes("--for-tests");
const NEEDED_NODE = 24;

function run(command, args) {
  // Standard output belongs to the program that is set up; notices and npm's own words go to standard error.
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2] });
  return !error && status === 0;
}

function fail(message) {
  console.error(`\nonrecord: ${message}`);
  process.exit(1);
}

const lock = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .digest("hex");
const stamp = join(root, "node_modules", ".onrecord-lock");
const ready = existsSync(stamp) && readFileSync(stamp, "utf8") === lock;
if (!ready) {
  console.error("onrecord: installing npm packages (once, about a minute) ...");
  if (!run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]))
    fail("npm ci failed. Check that this machine reaches an npm registry, then run the command again.");
  writeFileSync(stamp, lock);
}

const node = join(root, "node_modules", ".bin", "node");
const version = spawnSync(existsSync(node) ? node : "node", ["-p", "process.versions.node"], {
  encoding: "utf8",
}).stdout;
if (!(Number.parseInt(version ?? "", 10) >= NEEDED_NODE))
  fail(
    `Node ${NEEDED_NODE} or newer is needed and this is ${version?.trim() || "unknown"}. The npm package "node" brings it unless npm's ` +
      "ignore-scripts is set: run `npm config delete ignore-scripts && npm ci`, or install Node 24 yourself.",
  );

if (forTests) {
  const onPath = (name) => (process.env.PATH ?? "").split(":").some((folder) => existsSync(join(folder, name)));
  const postgres = () => {
    try {
      return readdirSync("/usr/lib/postgresql").some((v) =>
        existsSync(join("/usr/lib/postgresql", v, "bin", "initdb")),
      );
    } catch {
      return false;
    }
  };
  const missing = [];
  if (!onPath("chromium")) missing.push("chromium");
  if (!postgres() && !onPath("initdb")) missing.push("postgresql");
  if (missing.length > 0) {
    console.error(`onrecord: the tests need ${missing.join(" and ")}; installing with apt (once) ...`);
    if (!onPath("apt-get") || process.getuid?.() !== 0)
      fail(
        `install ${missing.join(" and ")} (on Debian, as root: apt-get install -y ${missing.join(" ")}), then run npm test again.`,
      );
    process.env.DEBIAN_FRONTEND = "noninteractive";
    run("apt-get", ["update", "-qq"]);
    if (!run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing]))
      fail(`apt-get could not install ${missing.join(" and ")}. Install them yourself, then run npm test again.`);
  }
}
