import type { Progress } from "../ingest/ingest.ts";
import type { Terminal } from "./terminal.ts";

export interface ProgressBar {
  show(progress: Progress): void;
  /** Wipes it off, so that notices stand on lines of their own. */
  clear(): void;
}

/** Waits a second before it shows itself: what is done by then needs no bar. */
const PATIENCE = 1000;
const FRAME = 100;
const WIDTH = 24;

/**
 * A bar on a terminal's standard error, and nothing anywhere else. `total` in bytes, null where it is not known:
 * then it counts without a bar.
 */
export function progressBar(terminal: Terminal, total: number | null): ProgressBar {
  if (!terminal.drawsProgress) return { show: () => undefined, clear: () => undefined };
  const started = performance.now();
  let drawn = 0;
  return {
    show(progress) {
      const now = performance.now();
      if (now - started < PATIENCE || now - drawn < FRAME) return;
      drawn = now;
      terminal.draw(`\r\u001b[K${barLine(progress, total, now - started)}`);
    },
    clear() {
      if (drawn > 0) terminal.draw("\r\u001b[K");
    },
  };
}

/** `[########----------------]  33 %  280 articles, 1,934 statements, 12 s left` */
export function barLine({ bytes, articles, entries }: Progress, total: number | null, milliseconds: number): string {
  const counts = `${count(articles, "article")}, ${count(entries, "statement")}`;
  if (total === null || total === 0) return counts;
  const share = Math.min(1, bytes / total);
  const filled = Math.round(share * WIDTH);
  const left = share > 0.02 ? `, ${Math.ceil((milliseconds * (1 - share)) / share / 1000)} s left` : "";
  return `[${"#".repeat(filled)}${"-".repeat(WIDTH - filled)}] ${String(Math.round(share * 100)).padStart(3)} %  ${counts}${left}`;
}

/** "1 article", "1,200 articles". */
export function count(amount: number, noun: string): string {
  const plural = noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${amount.toLocaleString("en")} ${amount === 1 ? noun : plural}`;
}
