import { cacheCompiled } from "../ingest/compiled.ts";

cacheCompiled();
await import("./start-program.ts");
