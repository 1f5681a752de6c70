#!/usr/bin/env node
import { startsProgram } from "./node-version.ts";

if (startsProgram()) {
  const { prepareCompiler } = await import("../ingest/compiled.ts");
  prepareCompiler();
  await import("./program.ts");
}
