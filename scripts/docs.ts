// Writes docs/cli.md from the commands' own --help. `npm run docs`; a test fails when it is out of date.
import { writeFileSync } from "node:fs";
import { cliDocument } from "../src/cli/document.ts";

writeFileSync(new URL("../docs/cli.md", import.meta.url), cliDocument());
