import type { Problem } from "../core/article.ts";
import { assemble, type Found } from "./assemble.ts";
import { decode } from "./charset.ts";
import { findFurniture } from "./furniture.ts";
import type { Given, Reader, Reading } from "./reader.ts";
import { findReuse } from "./reuse.ts";
import { findDetails } from "./text-details.ts";

/** Plain text, as a crawler or a person left it: kept to the character, its furniture found and labelled. */
export const text: Reader = {
  name: "text",

  recognises: () => true,

  *read(name: string, bytes: Uint8Array, given: Given): Iterable<Reading> {
    const kind = binaryKind(bytes);
    if (kind !== null) {
      const message = `This file is ${kind}, not text. Convert it to text or HTML first.`;
      yield { id: name, article: null, problems: [{ code: "binary", message }] };
      return;
    }
    const decoded = decode(bytes);
    yield readText(name, decoded.text, given, damageOf(decoded));
  },
};

/** One article out of a text that is there already as characters. Its line breaks stay as they are. */
export function readText(id: string, text: string, given: Given, earlier: readonly Problem[] = []): Reading {
  const { article, problems } = assemble(foundIn(text), given);
  const empty: readonly Problem[] =
    text.trim() === "" ? [{ code: "empty", message: "There is no text in it; nothing can be read out." }] : [];
  return { id, article, problems: [...earlier, ...empty, ...problems] };
}

/** A problem when bytes did not fit the charset. */
export function damageOf({
  damaged,
  charset,
}: {
  readonly damaged: boolean;
  readonly charset: string;
}): readonly Problem[] {
  if (!damaged) return [];
  const message = `Some characters were no valid ${charset} and stand as U+FFFD. Save the file as UTF-8 if words look wrong.`;
  return [{ code: "charset", message }];
}

function foundIn(text: string): Found {
  const furniture = findFurniture(text);
  return { text, furniture, reuse: findReuse(text), ...findDetails(text, furniture) };
}

/** What a file that is no text begins with. */
function binaryKind(bytes: Uint8Array): string | null {
  for (const [kind, start] of SIGNATURES) if (start.every((byte, index) => bytes[index] === byte)) return kind;
  return null;
}

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ["a PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["a ZIP archive or an office document", [0x50, 0x4b, 0x03, 0x04]],
  ["a PNG picture", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG picture", [0xff, 0xd8, 0xff]],
  ["a GIF picture", [0x47, 0x49, 0x46, 0x38]],
  ["an old office document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["an SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ["a program", [0x7f, 0x45, 0x4c, 0x46]],
];
