import { elementsIn, type Page } from "./tree.ts";

/** Meta tags by `name`, `property` or `itemprop`, in small letters; the first of a name wins. */
export type Metas = ReadonlyMap<string, string>;

/** The meta tags of a page. */
export function metasOf(page: Page): Metas {
  const metas = new Map<string, string>();
  for (const element of elementsIn(page.root)) {
    if (element.tag !== "meta") continue;
    const content = element.attributes["content"]?.trim();
    if (content === undefined || content === "") continue;
    for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
      const name = element.attributes[attribute]?.trim().toLowerCase();
      if (name !== undefined && name !== "" && !metas.has(name)) metas.set(name, content);
    }
  }
  return metas;
}

/** The first of these names that the page fills. */
export function firstMeta(metas: Metas, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = metas.get(name);
    if (value !== undefined) return value;
  }
  return null;
}
