/**
 * Writes a value as canonical JSON (RFC 8785): no white space, members sorted by their UTF-16 code units, numbers and strings as
 * ECMAScript writes them. Equal values have equal bytes, which is what a hash needs. Members that are `undefined` are left out;
 * a lone surrogate, which the RFC refuses, is written as its escape, because any text is valid input.
 * Throws a TypeError on what JSON cannot hold (NaN, infinities, functions).
 */
export function canonicalJson(value: unknown): string {
  if (value === null) return "null";
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "boolean":
      return value ? "true" : "false";
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`Not a JSON number: ${value}`);
      return JSON.stringify(value);
    case "object":
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value);
    default:
      throw new TypeError(`Not a JSON value: ${typeof value}`);
  }
}

function canonicalArray(values: readonly unknown[]): string {
  let json = "[";
  for (let at = 0; at < values.length; at++) {
    if (at > 0) json += ",";
    json += canonicalJson(values[at] ?? null);
  }
  return `${json}]`;
}

function canonicalObject(value: object): string {
  let json = "{";
  const members: [string, unknown][] = Object.entries(value);
  // Sorting by `<` compares UTF-16 code units, as the RFC asks.
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, member] of members) {
    if (member === undefined) continue;
    if (json.length > 1) json += ",";
    json += `${JSON.stringify(name)}:${canonicalJson(member)}`;
  }
  return `${json}}`;
}
