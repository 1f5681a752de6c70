import { type Extraction, extractionLine, type ExtractionFormat } from "./extraction.ts";
import { extractionListing } from "./listing.ts";

const jsonl: ExtractionFormat = {
  name: "jsonl",
  head: "",
  between: "",
  tail: "",
  write: (extraction: Extraction) => `${extractionLine(extraction)}\n`,
};

const json: ExtractionFormat = { name: "json", head: "[\n", between: ",\n", tail: "\n]\n", write: extractionLine };

const text: ExtractionFormat = { name: "text", head: "", between: "\n", tail: "", write: extractionListing };

export const EXTRACTION_FORMATS: readonly ExtractionFormat[] = [text, json, jsonl];

/** The format of this name; the caller has checked it. */
export function extractionFormat(name: ExtractionFormat["name"]): ExtractionFormat {
  return EXTRACTION_FORMATS.find((format) => format.name === name) ?? jsonl;
}
