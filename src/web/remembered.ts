import { hash } from "node:crypto";

/**
 * Remembers what was made from the same data before, the last `most` of them: drawing a record takes longer than asking for it, and a record
 * that many look at changes rarely. `data` must hold all that `make` sees.
 */
export function memoryOf<Made>(most: number): (data: unknown, make: () => Made) => Made {
  const memory = new Map<string, { readonly made: Made }>();
  return (data, make) => {
    const key = hash("sha256", JSON.stringify(data), "base64");
    const made = (memory.get(key) ?? { made: make() }).made;
    memory.delete(key);
    memory.set(key, { made });
    for (const oldest of memory.keys()) {
      if (memory.size <= most) break;
      memory.delete(oldest);
    }
    return made;
  };
}
