import { wordsOf } from "../learning/column-sums.ts";
import type { LinearModel } from "../learning/linear.ts";
import { asInt32, asInt8, bytesOf, type ModelSection, readSections } from "../learning/model-file.ts";
import type { NameModel } from "./names.ts";
import type { ParseModel } from "./parse.ts";
import type { Lexicon } from "./lexicon.ts";

/** What `models/<language>/text.bin` holds. */
export interface TextModel {
  readonly lexicon: Lexicon;
  readonly tagger: LinearModel;
  readonly names: NameModel;
  readonly parser: ParseModel;
}

/** Lays the model over the bytes of its file; copies nothing. Throws a RangeError when they are no such file. */
export function readTextModel(file: Uint8Array): TextModel {
  const sections = readSections(file);
  const section = (name: string): Uint8Array => {
    const bytes = sections.get(name);
    if (!bytes)
      throw new RangeError(
        `The text model has no section ${name}: it was made by another version; run \`npm run train\``,
      );
    return bytes;
  };
  const linear = (name: string): LinearModel => {
    const weights = asInt8(section(name));
    const [classes = 0, stride = 1] = asInt32(section(`${name}.shape`));
    return { classes, stride, mask: weights.length / stride - 1, weights, words: wordsOf(weights, classes) };
  };
  const hashes = asInt32(section("lexicon.hashes"));
  return {
    lexicon: { mask: hashes.length - 1, hashes, tags: section("lexicon.tags") },
    tagger: linear("tagger"),
    names: { first: linear("names.first"), second: linear("names.second") },
    parser: { transitions: linear("parser.transitions"), relations: linear("parser.relations") },
  };
}

/** The sections of a model file, in a fixed order; weights must be eighth-bit. */
export function textModelSections(model: TextModel): ModelSection[] {
  const linear = (name: string, { classes, stride, weights }: LinearModel): ModelSection[] => [
    { name: `${name}.shape`, bytes: bytesOf(Int32Array.of(classes, stride)) },
    { name, bytes: bytesOf(weights) },
  ];
  return [
    { name: "lexicon.hashes", bytes: bytesOf(model.lexicon.hashes) },
    { name: "lexicon.tags", bytes: model.lexicon.tags },
    ...linear("tagger", model.tagger),
    ...linear("names.first", model.names.first),
    ...linear("names.second", model.names.second),
    ...linear("parser.transitions", model.parser.transitions),
    ...linear("parser.relations", model.parser.relations),
  ];
}
