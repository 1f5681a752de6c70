import { html } from "hono/html";
import type { Dossier, Page, StoredEntry } from "../../ledger/ledger.ts";
import { statementsOn } from "../../ledger/subject.ts";
import { subjectChart } from "../subject-chart.ts";
import { proof } from "../form-fields.ts";
import { helpNote } from "../help-note.ts";
import { pager } from "../pager.ts";
import { pageRequestOf, queryOfQuestion } from "../question.ts";
import { statementCard } from "../statement-card.ts";
import type { Html, View } from "../view.ts";
import { address, speakerAddress } from "../view.ts";
import type { WebPage } from "../web-page.ts";
import { NotInLedger, PAGING } from "../web-page.ts";
import { totalInWords } from "../totals.ts";

interface Answer {
  readonly dossier: Dossier;
  readonly statements: Page<StoredEntry>;
  /** The newest statements that the drawing and the table are made of. */
  readonly drawn: readonly StoredEntry[];
}

/** A subject's timeline over several speakers: who promised, who refused, what is conditional. */
export const dossier: WebPage<Answer> = {
  path: "/dossiers/:id",
  summary: "A saved question with the statements that answer it.",
  parameters: PAGING,
  async answer({ ledger, id, query }) {
    const found = await ledger.dossier(id);
    if (found === null) throw new NotInLedger("dossier", id);
    const [statements, drawn] = await Promise.all([
      statementsOn(ledger, found.question, pageRequestOf(query, 20)),
      statementsOn(ledger, found.question, { size: 200 }),
    ]);
    return { dossier: found, statements, drawn: drawn.items };
  },
  title: ({ dossier }) => dossier.name,
  body({ dossier, statements, drawn }, view) {
    const { say } = view;
    return html`<header class="portrait">
        <h1>${dossier.name}${helpNote("helpDossier", view)}</h1>
        <p class="lead">
          ${totalInWords(statements, "countStatements", view)} ·
          <a href="${address("/search", queryOfQuestion(dossier.question))}">${say("dossierSearch")}</a>
        </p>
      </header>
      ${subjectChart(drawn, view)} ${whoSaidWhat(drawn, view)}
      <h2>${say("navStatements")}</h2>
      ${statements.items.length === 0 ? html`<p class="none">${say("noResults")}</p>` : statements.items.map((entry) => statementCard(entry, view))}
      ${pager(statements, view)}
      <form method="post" action="/dossiers/${encodeURIComponent(dossier.id)}/remove" class="quiet">
        ${proof(view)}<button class="button">${say("dossierRemove")}</button>
      </form>`;
  },
};

interface Position {
  readonly id: string;
  readonly name: string;
  statements: number;
  promised: number;
  conditional: number;
  refused: number;
}

/** How often each speaker promised, promised on a condition, or refused. */
function whoSaidWhat(entries: readonly StoredEntry[], view: View): Html {
  const { say } = view;
  const positions = new Map<string, Position>();
  for (const entry of entries) {
    if (entry.speakerId === null) continue;
    const found = positions.get(entry.speakerId) ?? {
      id: entry.speakerId,
      name: entry.speaker?.name ?? entry.speakerId,
      statements: 0,
      promised: 0,
      conditional: 0,
      refused: 0,
    };
    positions.set(entry.speakerId, found);
    found.statements++;
    for (const { polarity, conditions } of entry.commitments) {
      if (polarity === "not") found.refused++;
      else if (conditions.length > 0) found.conditional++;
      else found.promised++;
    }
  }
  const rows = [...positions.values()].sort((a, b) => b.statements - a.statements);
  if (rows.length === 0) return html``;
  return html`<div class="wide" tabindex="0" role="region" aria-label="${say("whoSaidWhat")}">
    <table>
      <caption>
        ${say("whoSaidWhat")}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say("speaker")}</th>
          <th scope="col" class="figure">${say("promised")}</th>
          <th scope="col" class="figure">${say("onlyConditional")}</th>
          <th scope="col" class="figure">${say("refused")}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">
                <a href="${speakerAddress(row.id)}" translate="no">${row.name}</a>
                <span class="amount">${say("countStatements", { count: row.statements })}</span>
              </th>
              <td class="figure">${view.number(row.promised)}</td>
              <td class="figure">${view.number(row.conditional)}</td>
              <td class="figure">${view.number(row.refused)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
