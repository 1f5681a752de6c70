#!/usr/bin/env node
import { startsProgram } from "./node-version.ts";

if (startsProgram()) {
  const { cacheCompiled } = await import("../ingest/compiled.ts");
  cacheCompiled();
  await import("./program.ts");
}
