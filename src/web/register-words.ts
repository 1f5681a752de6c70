import { html } from "hono/html";
import type { Agreement, RegisterOffice } from "../core/speakers/witnesses.ts";
import type { Html, View } from "./view.ts";

/** An office as the register has it: title, body, from when to when. */
export function officeInWords(office: RegisterOffice, view: View): Html {
  return html`<span translate="no">${office.title}</span
    >${office.organisation === null ? "" : html`<span translate="no">, ${office.organisation}</span>`}
    <span class="when">${termInWords(office, view)}</span>`;
}

/** From when to when; an end that the register leaves open is said to be open. */
export function termInWords({ from, to }: Pick<RegisterOffice, "from" | "to">, view: View): string {
  const { say } = view;
  if (from === null && to === null) return say("termUnknown");
  if (to === null) return say("termSince", { date: view.date(from) });
  return from === null ? say("termUntil", { date: view.date(to) }) : `${view.date(from)} – ${view.date(to)}`;
}

/** Whether article and register agree, as a badge. */
export function agreementBadge(agreement: Agreement, view: View): Html {
  return html`<span class="badge witness-${agreement}">${view.say(AGREEMENT[agreement])}</span>`;
}

const AGREEMENT = { agree: "witnessesAgree", differ: "witnessesDiffer", silent: "witnessSilent" } as const;
