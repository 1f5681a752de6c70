/**
 * A model as one file: named arrays of bytes behind a small table of contents, each at an offset that any typed array can
 * be laid over, so that loading copies and parses nothing. Little-endian, as every machine it runs on.
 *
 *     0   "ONRM", then the number of sections (uint32)
 *     8   for each section: its name (24 bytes, ASCII, padded with zeros), offset (uint32), length in bytes (uint32)
 *     ..  the sections, each at a multiple of 8
 */
export interface ModelSection {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The sections of a model file by name. Throws a RangeError on bytes that are no model file. */
export function readSections(file: Uint8Array): ReadonlyMap<string, Uint8Array> {
  // typed arrays need aligned bytes; a slice of a larger buffer may not be
  const bytes = file.byteOffset % 8 === 0 ? file : file.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC)
    throw new RangeError(
      "These bytes are no model file of On Record: run `npm run train`, or restore models/ from the repository",
    );
  const sections = new Map<string, Uint8Array>();
  const count = view.getUint32(4, true);
  for (let section = 0; section < count; section += 1) {
    const entry = 8 + section * ENTRY;
    let name = "";
    for (let at = entry; at < entry + NAME && bytes[at] !== 0; at += 1)
      name += String.fromCharCode(bytes[at] as number);
    const offset = view.getUint32(entry + NAME, true);
    const length = view.getUint32(entry + NAME + 4, true);
    if (offset + length > bytes.length)
      throw new RangeError(
        `The model file is cut short: section ${name} ends at ${offset + length} of ${bytes.length}`,
      );
    sections.set(name, bytes.subarray(offset, offset + length));
  }
  return sections;
}

/** Lays sections out as a file that `readSections` takes. */
export function writeSections(sections: readonly ModelSection[]): Uint8Array {
  let offset = align(8 + sections.length * ENTRY);
  const offsets = sections.map(({ bytes }) => {
    const here = offset;
    offset = align(offset + bytes.length);
    return here;
  });
  const file = new Uint8Array(offset);
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, sections.length, true);
  for (const [section, { name, bytes }] of sections.entries()) {
    if (name.length > NAME) throw new RangeError(`Section name longer than ${NAME}: ${name}`);
    const entry = 8 + section * ENTRY;
    for (let at = 0; at < name.length; at += 1) file[entry + at] = name.charCodeAt(at);
    view.setUint32(entry + NAME, offsets[section] as number, true);
    view.setUint32(entry + NAME + 4, bytes.length, true);
    file.set(bytes, offsets[section] as number);
  }
  return file;
}

/** The bytes as an Int32Array over the same memory. */
export function asInt32(bytes: Uint8Array): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
}

/** The bytes as an Int8Array over the same memory. */
export function asInt8(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The bytes as a Float32Array over the same memory. */
export function asFloat32(bytes: Uint8Array): Float32Array {
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
}

/** The bytes of a typed array, over the same memory. */
export function bytesOf(array: Int8Array | Int32Array | Float32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

const MAGIC = 0x4d524e4f;
const NAME = 24;
const ENTRY = NAME + 8;

function align(offset: number): number {
  return (offset + 7) & ~7;
}
