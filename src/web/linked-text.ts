import { html } from "hono/html";
import { linkOf } from "../publish/reuse.ts";
import type { Html } from "./view.ts";

/** What somebody wrote as evidence, with its web addresses as links that say whose they are. */
export function linkedText(text: string): Html {
  return html`${text.split(/(https?:\/\/\S+)/).map((part) => {
    const words = part.replace(/[.,;:!?)\]]+$/, "");
    const link = /^https?:/.test(part) ? linkOf(words) : null;
    return link === null
      ? part
      : html`<a href="${link}" rel="noopener nofollow external">${words}</a>${part.slice(words.length)}`;
  })}`;
}
