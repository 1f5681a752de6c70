import { html } from "hono/html";
import type { Dossier } from "../../ledger/ledger.ts";
import type { WebPage } from "../web-page.ts";

/** Subjects that somebody follows. */
export const dossiers: WebPage<{ readonly dossiers: readonly Dossier[] }> = {
  path: "/dossiers",
  summary: "Saved questions with their names.",
  parameters: [],
  async answer({ ledger }) {
    return { dossiers: await ledger.dossiers() };
  },
  title: (_, { say }) => say("navDossiers"),
  body({ dossiers }, view) {
    const { say } = view;
    return html`<h1>${say("navDossiers")}</h1>
      <p class="lead">${say("helpDossier")}</p>
      ${
        dossiers.length === 0
          ? html`<p class="none">${say("noDossiers")} <a href="/search">${say("navStatements")}</a></p>`
          : html`<ul class="plain">
              ${dossiers.map(
                (dossier) =>
                  html`<li>
                    <span class="when">${view.moment(dossier.at)}</span
                    ><span
                      ><a href="/dossiers/${encodeURIComponent(dossier.id)}">${dossier.name}</a>
                      <span class="when">(${say("savedBy", { by: dossier.by })})</span></span
                    >
                  </li>`,
              )}
            </ul>`
      }`;
  },
};
