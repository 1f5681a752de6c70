import { citation } from "./citation.ts";
import { csv } from "./csv.ts";
import type { Format } from "./format.ts";
import { jsonl } from "./jsonl.ts";

export const FORMATS: readonly Format[] = [csv, jsonl, citation];
