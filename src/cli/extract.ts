import { DEFAULT_CONFIDENCE } from "../core/confidence.ts";
import type { ExtractionFormat } from "../publish/extraction.ts";
import { extractionFormat } from "../publish/extraction-formats.ts";
import { choice, type Command, number } from "./command.ts";
import { progressBar } from "./progress-bar.ts";
import { inputsOf, READING_OPTIONS, troubles } from "./reading.ts";

const FORMATS: readonly ExtractionFormat["name"][] = ["text", "json", "jsonl"];

/** A filter: articles in, statements out, nothing kept. */
export const extract: Command = {
  name: "extract",
  summary: "Reads articles and prints who said and promised what. Keeps nothing.",
  usage: "[option]... [FILE|DIR|-]...",
  options: {
    format: {
      type: "string",
      value: "FORMAT",
      help: "text (default on a terminal), json, or jsonl (default elsewhere): one line an article.",
    },
    "min-confidence": {
      type: "string",
      value: "N",
      help: `Print statements of at least this confidence, 0 to 1; default ${DEFAULT_CONFIDENCE}, chosen for precision (docs/model-card.md says what it reaches). It holds for commitments too. 0 prints every candidate; commitments below the default are marked as doubtful.`,
    },
    ...READING_OPTIONS,
  },
  notes: `
Inputs are text, HTML, and jsonl files ({"text": ..., "title"?, "published"?, ...} a line), also as .gz, and folders
of them. The output is in the order of the inputs. A line or file that cannot be read becomes a line with "problems",
the run goes on, and the exit status is 1.

Examples:
  onrecord extract story.html
  onrecord extract --format jsonl --jobs 2 crawl.jsonl.gz > statements.jsonl
  curl -s https://example.org/story | onrecord extract --url https://example.org/story --format text
`,
  async run(invocation) {
    const { terminal } = invocation;
    const format = choice(invocation, "format", FORMATS) ?? (terminal.interactive ? "text" : "jsonl");
    const minConfidence = number(invocation, "min-confidence", { from: 0, to: 1 }) ?? DEFAULT_CONFIDENCE;
    const { sources, total, options } = await inputsOf(invocation);
    const bar = progressBar(terminal, total);
    const trouble = troubles(terminal, bar.clear);
    const { head, between, tail } = extractionFormat(format);
    // Loaded when it is needed: `--help` should not wait for readers and models.
    const { extractAll } = await import("../ingest/ingest.ts");
    const extractions = extractAll(
      sources,
      { format, look: terminal.look },
      { ...options, minConfidence, onProgress: bar.show, onSeen: trouble.note },
    );
    await terminal.write(head);
    let first = true;
    for await (const bytes of extractions) {
      if (bytes.length === 0) continue;
      if (terminal.interactive) bar.clear();
      if (!first && between !== "") await terminal.write(between);
      first = false;
      await terminal.write(bytes);
      if (terminal.signal.aborted) break;
    }
    bar.clear();
    if (terminal.stopped() === null) await terminal.write(tail);
    return trouble.finish();
  },
};
