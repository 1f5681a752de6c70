import { html } from "hono/html";
import type { Html, View } from "./view.ts";

/** What every form carries: the proof that it came from these pages. */
export function proof(view: View): Html {
  return html`<input type="hidden" name="token" value="${view.token}" />`;
}

/** A line to write in, with its name above. */
export function field(
  name: string,
  label: string,
  options: {
    readonly value?: string | null;
    readonly needed?: boolean;
    readonly hint?: string;
    readonly type?: "text" | "url" | "date";
    readonly most?: number;
  } = {},
): Html {
  const { value, needed = false, hint, type = "text", most = 1_000 } = options;
  const id = `field-${name}`;
  return html`<p class="field">
    <label for="${id}">${label}</label
    ><input
      id="${id}"
      name="${name}"
      type="${type}"
      maxlength="${most}"
      value="${value ?? ""}"
      placeholder="${hint ?? ""}"
      ${needed ? html` required` : ""}
    />
  </p>`;
}

/** A choice of a few values, with its name above. */
export function select(
  name: string,
  label: string,
  choices: readonly (readonly [value: string, text: string])[],
  chosen: string,
): Html {
  const id = `field-${name}`;
  return html`<p class="field">
    <label for="${id}">${label}</label
    ><select id="${id}" name="${name}">
      ${choices.map(([value, text]) => html`<option value="${value}" ${value === chosen ? html` selected` : ""}>${text}</option>`)}
    </select>
  </p>`;
}

/** Several lines to write in. */
export function area(
  name: string,
  label: string,
  options: {
    readonly value?: string | null;
    readonly needed?: boolean;
    readonly rows?: number;
    readonly most?: number;
    readonly hint?: string;
    /** True where selecting words of the text fills the field. */
    readonly picks?: boolean;
    /** Where a page has the field more than once. */
    readonly id?: string;
  } = {},
): Html {
  const { value, needed = false, rows = 3, most = 2_000, hint, picks = false, id = `field-${name}` } = options;
  return html`<p class="field">
    <label for="${id}">${label}</label
    ><textarea
      id="${id}"
      name="${name}"
      rows="${rows}"
      maxlength="${most}"
      placeholder="${hint ?? ""}"
      ${picks ? html` data-picks` : ""}${needed ? html` required` : ""}
    >
${value ?? ""}</textarea
    >${picks ? html`<input type="hidden" name="${name}-start" value="" />` : ""}
  </p>`;
}
