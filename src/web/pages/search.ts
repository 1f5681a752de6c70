import { html } from "hono/html";
import type { ConditionSummary, Facet, Facets, Page, Question, StoredEntry } from "../../ledger/ledger.ts";
import { field, proof, select } from "../form-fields.ts";
import { helpNote } from "../help-note.ts";
import { pager } from "../pager.ts";
import type { Filter } from "../question.ts";
import { pageRequestOf, queryOfQuestion, questionOf, REVIEW_STATES, STATUSES } from "../question.ts";
import { reviewInWords } from "../review-state.ts";
import { statusInWords } from "../status-words.ts";
import { clipped, statementCard } from "../statement-card.ts";
import type { Html, View } from "../view.ts";
import { address, changed } from "../view.ts";
import type { WebPage } from "../web-page.ts";
import { PAGING, QUESTION } from "../web-page.ts";
import { totalInWords } from "../totals.ts";

interface Answer extends Page<StoredEntry> {
  readonly question: Question;
  readonly facets: Facets;
  /** Conditions to choose from: the one that is asked for, and those that most commitments wait for. */
  readonly conditions: readonly Pick<ConditionSummary, "id" | "text">[];
}

/** Statements that match words and filters; the filters stay in the address, and each value says how many it would leave. */
export const search: WebPage<Answer> = {
  path: "/search",
  summary: "Statements by words and filters, with counts by speaker, publisher, year, kind and strength.",
  parameters: [...QUESTION, ...PAGING],
  async answer({ ledger, query }) {
    const question = questionOf(query);
    const [page, facets, conditions, asked] = await Promise.all([
      ledger.search(question, pageRequestOf(query, 20)),
      ledger.facets(question),
      ledger.conditions({ size: MOST_CONDITIONS }),
      question.condition === undefined ? null : ledger.condition(question.condition),
    ]);
    const others = conditions.items.filter(({ id }) => id !== asked?.id);
    const choices = [...(asked === null ? [] : [asked]), ...others].map(({ id, text }) => ({ id, text }));
    return { question, ...page, facets, conditions: choices };
  },
  title: ({ question }, { say }) =>
    question.words === undefined ? say("navStatements") : `${question.words} · ${say("navStatements")}`,
  body(answer, view) {
    const { say } = view;
    const { facets } = answer;
    return html`<h1>
        ${answer.question.words === undefined ? say("navStatements") : html`${say("searchFor")} <q>${answer.question.words}</q>`}
        ${helpNote("helpStatement", view)}
      </h1>
      <div class="with-filters">
        <aside aria-label="${say("filters")}">
          <details class="filters">
            <summary>${say("filters")}</summary>
            ${switches(view)} ${facets.atLeast === true ? html`<p class="note">${say("facetsNewest")}</p>` : ""}
            ${facet("speaker", say("speaker"), facets.speakers, view)}
            ${facet(
              "strength",
              say("fieldStrength"),
              facets.strengths.map((each) => ({ ...each, label: strengthName(each, view) })),
              view,
            )}
            ${facet(
              "kind",
              say("fieldKind"),
              facets.kinds.map((each) => ({ ...each, label: kindName(each, view) })),
              view,
            )}
            ${facet("publisher", say("publisher"), facets.publishers, view)} ${years(facets.years, view)} ${dates(view)}
            ${office(answer.question, view)} ${more(answer, view)}
          </details>
        </aside>
        <section aria-label="${say("results")}">
          <p class="lead" role="status">${totalInWords(answer, "countStatements", view)}</p>
          ${chosen(answer, view)} ${follow(answer, view)}
          ${answer.items.length === 0 ? html`<p class="none">${say("noResults")}</p>` : answer.items.map((entry) => statementCard(entry, view))}
          ${pager(answer, view)}
        </section>
      </div>`;
  },
};

/** As many as somebody reads in a list. */
const MOST_CONDITIONS = 25;

/** The filters that have no counts: state of review, how a commitment went, condition, language. */
function more({ question, conditions }: Answer, view: View): Html {
  const { say } = view;
  const all = ["", say("all")] as const;
  return html`<h2>${say("moreFilters")}</h2>
    <form class="dates more-filters" action="/search">
      ${keptBut(["review", "status", "condition", "language"], view)}
      ${select("review", say("navReview"), [all, ...REVIEW_STATES.map((state) => [state, reviewInWords(state, view)] as const)], question.review ?? "")}
      ${select("status", say("howItWent"), [all, ...STATUSES.map((status) => [status, statusInWords(status, view)] as const)], question.status ?? "")}
      ${
        conditions.length === 0
          ? ""
          : select(
              "condition",
              say("oneCondition"),
              [all, ...conditions.map(({ id, text }) => [id, clipped(text, 60)] as const)],
              conditions.find(({ id }) => id === question.condition)?.id ??
                (question.condition === undefined ? "" : (conditions[0]?.id ?? "")),
            )
      }
      ${field("language", say("articleLanguage"), { value: question.language ?? null, most: 8, hint: "en" })}
      <button>${say("filterDo")}</button>
    </form>`;
}

/** The filters that are on, each with the way to take it off. */
function chosen({ question, facets, conditions }: Answer, view: View): Html {
  const label = (list: readonly Facet[], value: string): string =>
    list.find((each) => each.value === value)?.label ?? value;
  const on: [Filter, string][] = [];
  if (question.speaker !== undefined) on.push(["speaker", label(facets.speakers, question.speaker)]);
  if (question.role !== undefined) on.push(["role", question.role]);
  if (question.publisher !== undefined) on.push(["publisher", question.publisher]);
  if (question.from !== undefined) on.push(["from", `${view.say("from")} ${view.date(question.from)}`]);
  if (question.to !== undefined) on.push(["to", `${view.say("to")} ${view.date(question.to)}`]);
  if (question.kind !== undefined) on.push(["kind", kindName({ value: question.kind, label: "", count: 0 }, view)]);
  if (question.strength !== undefined)
    on.push(["strength", strengthName({ value: question.strength, label: "", count: 0 }, view)]);
  if (question.commitment === true) on.push(["commitment", view.say("onlyCommitments")]);
  if (question.conditional === true) on.push(["conditional", view.say("onlyConditional")]);
  if (question.condition !== undefined)
    on.push(["condition", `${view.say("oneCondition")}: ${clipped(conditions[0]?.text ?? question.condition, 60)}`]);
  if (question.language !== undefined) on.push(["language", question.language]);
  if (question.review !== undefined)
    on.push(["review", `${view.say("navReview")}: ${reviewInWords(question.review, view)}`]);
  if (question.status !== undefined) on.push(["status", statusInWords(question.status, view)]);
  if (view.query.get("confidence")) on.push(["confidence", view.say("withUnsure")]);
  if (on.length === 0) return html``;
  return html`<ul class="chosen" aria-label="${view.say("filtersOn")}">
    ${on.map(
      ([filter, text]) =>
        html`<li>
          <a href="${changed(view, { [filter]: null })}"
            ><span class="unseen">${view.say("takeOff")} </span>${text}<span aria-hidden="true"> ×</span></a
          >
        </li>`,
    )}
  </ul>`;
}

/** Saves what is asked under a name, to follow it. */
function follow({ question }: Answer, view: View): Html {
  const { say } = view;
  const query = queryOfQuestion(question);
  if (Object.keys(query).length === 0) return html``;
  return html`<details class="follow">
    <summary>${say("follow")}</summary>
    <form method="post" action="/dossiers" class="filter-line">
      ${proof(view)}<input type="hidden" name="query" value="${new URLSearchParams(query).toString()}" />
      <label for="dossier-name">${say("dossierName")}</label
      ><input id="dossier-name" name="name" maxlength="200" required value="${question.words ?? ""}" /><button>
        ${say("save")}
      </button>
    </form>
  </details>`;
}

function switches(view: View): Html {
  const { say } = view;
  const line = (filter: Filter, value: string, text: string): Html => {
    const on = view.query.get(filter) === value;
    return html`<li>
      <a class="switch" ${on ? html`aria-current="true" ` : ""}href="${changed(view, { [filter]: on ? null : value })}"
        ><span class="box" aria-hidden="true"></span>${text}</a
      >
    </li>`;
  };
  return html`<ul class="switches">
    ${line("commitment", "1", say("onlyCommitments"))} ${line("conditional", "1", say("onlyConditional"))}
    ${line("confidence", "0", say("withUnsure"))}
  </ul>`;
}

function facet(filter: Filter, heading: string, values: readonly Facet[], view: View): Html {
  if (values.length === 0) return html``;
  const on = view.query.get(filter);
  return html`<h2>${heading}</h2>
    <ul class="facet">
      ${values.slice(0, 12).map(
        ({ value, label, count }) =>
          html`<li>
            <a
              ${on === value ? html`aria-current="true" ` : ""}href="${changed(view, { [filter]: on === value ? null : value })}"
              ><span>${label}</span> <span class="amount">${view.number(count)}</span></a
            >
          </li>`,
      )}
    </ul>`;
}

function years(values: readonly Facet[], view: View): Html {
  if (values.length === 0) return html``;
  return html`<h2>${view.say("year")}</h2>
    <ul class="facet">
      ${values.slice(0, 12).map(({ value, label, count }) => {
        const on = view.query.get("from") === value && view.query.get("to") === value;
        return html`<li>
          <a
            ${on ? html`aria-current="true" ` : ""}href="${changed(view, on ? { from: null, to: null } : { from: value, to: value })}"
            ><span>${label}</span> <span class="amount">${view.number(count)}</span></a
          >
        </li>`;
      })}
    </ul>`;
}

/** Any holder of an office, as the articles word it; and the way to who held it by the register. */
function office({ role }: Question, view: View): Html {
  const { say } = view;
  return html`<h2><label for="role">${say("roleFilter")}</label></h2>
    <form class="dates" action="/search">
      ${keptBut(["role"], view)}
      <input id="role" name="role" maxlength="300" value="${role ?? ""}" />
      <button>${say("filterDo")}</button>
    </form>
    ${role === undefined ? "" : html`<p><a href="${address("/offices", { title: role })}">${say("whoHeldIt")}</a></p>`}`;
}

/** What the address asks already, without some of it, for a form that asks more. */
function keptBut(names: readonly Filter[], view: View): readonly Html[] {
  const left: readonly string[] = [...names, "after", "lang"];
  return [...view.query]
    .filter(([name]) => !left.includes(name))
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
}

function dates(view: View): Html {
  const { say } = view;
  return html`<form class="dates" action="/search">
    ${keptBut(["from", "to"], view)}
    <label
      >${say("from")}
      <input
        name="from"
        inputmode="numeric"
        placeholder="2024-05"
        pattern="\\d{4}(-\\d{2}(-\\d{2})?)?"
        title="${say("dateShape")}"
        value="${view.query.get("from") ?? ""}"
    /></label>
    <label
      >${say("to")}
      <input
        name="to"
        inputmode="numeric"
        placeholder="2025"
        pattern="\\d{4}(-\\d{2}(-\\d{2})?)?"
        title="${say("dateShape")}"
        value="${view.query.get("to") ?? ""}"
    /></label>
    <button>${say("filterDo")}</button>
  </form>`;
}

function kindName({ value, label }: Facet, { say }: View): string {
  if (value === "direct") return say("kindDirect");
  if (value === "mixed") return say("kindMixed");
  if (value === "indirect") return say("kindIndirect");
  return value === "own" ? say("kindOwn") : label;
}

function strengthName({ value, label }: Facet, { say }: View): string {
  if (value === "will") return say("strengthWill");
  if (value === "plan") return say("strengthPlan");
  return value === "may" ? say("strengthMay") : label;
}
