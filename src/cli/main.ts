#!/usr/bin/env node
import { cacheCompiled } from "../ingest/compiled.ts";

cacheCompiled();
await import("./program.ts");
