import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Something to read: a file, standard input, or bytes that a page was given. */
export interface Source {
  /** As given; "-" for standard input. It becomes the id of what is read. */
  readonly name: string;
  /** Null for what is no file. */
  readonly path: string | null;
  /** Size as it lies there (packed), null where nobody knows. */
  readonly size: number | null;
  /** The bytes as they lie there, in chunks. */
  open(): AsyncIterable<Uint8Array>;
}

/** An input that cannot be read, and what to do about it. */
export interface Missing {
  readonly name: string;
  readonly message: string;
}

export interface SourceList {
  /** In the order of the inputs; a folder's files sorted, so that every machine reads them in the same order. */
  readonly sources: readonly (Source | Missing)[];
  /** Files of folders that do not look like stories (pictures, style sheets) and were passed over. */
  readonly skipped: number;
}

/**
 * The sources that inputs name: files, folders (walked in sorted order, hidden files left out) and "-" for standard
 * input. `everyFile` takes all of a folder's files, whatever their names end in.
 */
export async function listSources(
  inputs: readonly string[],
  { stdin, everyFile = false }: { readonly stdin: AsyncIterable<Uint8Array>; readonly everyFile?: boolean },
): Promise<SourceList> {
  const sources: (Source | Missing)[] = [];
  let skipped = 0;
  for (const input of inputs) {
    if (input === "-") {
      sources.push({ name: "-", path: null, size: null, open: () => stdin });
      continue;
    }
    try {
      const { size, folder } = await look(input);
      if (!folder) sources.push(fileSource(input, size));
      else {
        const walked = await walk(input, everyFile);
        sources.push(...walked.sources);
        skipped += walked.skipped;
      }
    } catch (error) {
      sources.push({ name: input, message: whyNot(error) });
    }
  }
  return { sources, skipped };
}

/** A source of bytes in memory, as a page or a test hands them over. */
export function bytesSource(name: string, bytes: Uint8Array): Source {
  return {
    name,
    path: null,
    size: bytes.length,
    async *open() {
      yield bytes;
    },
  };
}

/** Tells a person why a file or folder could not be opened, and what to do. */
export function whyNot(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "There is no file or folder of this name. Check the spelling and the folder you are in.",
  EACCES: "It may not be read by this user. Change its permissions (chmod u+r) or copy it to a place of your own.",
  EPERM: "It may not be read by this user. Change its permissions (chmod u+r) or copy it to a place of your own.",
  EISDIR: "It is a folder where a file was expected.",
  ENOTDIR: "A part of this path is a file, not a folder. Check the spelling.",
  ELOOP: "It is a link that leads back to itself.",
  EMFILE: "Too many files are open on this machine. Close some programs, or raise the limit (ulimit -n).",
  EIO: "The disk could not be read.",
};

/** Endings of files that a folder of stories holds; without an ending it may be a page that a crawler saved. */
const STORY_ENDING = /^[^.]+$|\.(?:txt|text|md|html?|xhtml|shtml|jsonl|ndjson)(?:\.gz)?$/iu;

async function walk(folder: string, everyFile: boolean): Promise<{ sources: Source[]; skipped: number }> {
  const sources: Source[] = [];
  let skipped = 0;
  const entries = await readdir(folder, { withFileTypes: true });
  for (const { name, link } of entries
    .filter((entry) => !entry.name.startsWith("."))
    .map((entry) => ({ name: entry.name, link: entry.isSymbolicLink() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, name);
    const found = await look(path).catch(() => null);
    if (found === null) sources.push(fileSource(path, null));
    // A linked folder could lead back up and never end.
    else if (found.folder && link) skipped += 1;
    else if (found.folder) {
      const inner = await walk(path, everyFile);
      sources.push(...inner.sources);
      skipped += inner.skipped;
    } else if (everyFile || STORY_ENDING.test(name)) sources.push(fileSource(path, found.size));
    else skipped += 1;
  }
  return { sources, skipped };
}

async function look(path: string): Promise<{ readonly size: number | null; readonly folder: boolean }> {
  const found = await stat(path);
  return { size: found.isFile() ? found.size : null, folder: found.isDirectory() };
}

function fileSource(path: string, size: number | null): Source {
  return { name: path, path, size, open: () => createReadStream(path, { highWaterMark: CHUNK }) };
}

/** Bytes a read: enough that a batch of lines is worth a message to a thread, little beside the memory bound. */
const CHUNK = 128 * 1024;
