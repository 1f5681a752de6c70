import { html } from "hono/html";
import type { Shift } from "../../core/shifts/shift.ts";
import type { RegisterOffice, WitnessedRole } from "../../core/speakers/witnesses.ts";
import { witnessesOf } from "../../core/speakers/witnesses.ts";
import type { Facets, Page, Question, RoleSpell, SpeakerRecord, StoredEntry } from "../../ledger/ledger.ts";
import { area, field, proof } from "../form-fields.ts";
import { helpNote } from "../help-note.ts";
import { pager } from "../pager.ts";
import { pageRequestOf, questionOf } from "../question.ts";
import { shiftCard } from "../shift-card.ts";
import { memoryOf } from "../remembered.ts";
import { MOST_COMPARED, shiftsOf } from "../shifts-of.ts";
import { statementCard } from "../statement-card.ts";
import type { TimelineMark } from "../chart.ts";
import { markOf, SHAPE_NAMES } from "../chart.ts";
import { agreementBadge, officeInWords } from "../register-words.ts";
import { timelineChart } from "../timeline-chart.ts";
import type { Html, View } from "../view.ts";
import { address, changed, speakerAddress, statementAddress } from "../view.ts";
import type { WebPage } from "../web-page.ts";
import { NotInLedger, PAGING, QUESTION } from "../web-page.ts";
import { totalInWords } from "../totals.ts";

interface Answer {
  readonly speaker: SpeakerRecord;
  readonly question: Question;
  readonly statements: Page<StoredEntry>;
  /** Each role as the articles word it, beside what the register has for the same dates. */
  readonly roles: readonly WitnessedRole<RoleSpell>[];
  /** All offices that the register has of the speaker. */
  readonly register: readonly RegisterOffice[];
  /** What is drawn: every statement of the speaker that the words leave, in order of time. */
  readonly timeline: readonly TimelineMark[];
  /** What moved last; empty where the record is long and has a page of its own for it. */
  readonly shifts: readonly Shift[];
  readonly facets: Facets;
  /** Subjects that somebody follows, as filters. */
  readonly subjects: readonly { readonly name: string; readonly words: string }[];
}

/** The portrait of a record: offices over time, statements as marks on them, and the statements themselves. */
export const speaker: WebPage<Answer> = {
  path: "/speakers/:id",
  summary: "A speaker: names, roles over time, and statements.",
  parameters: [...QUESTION.filter(({ name }) => name !== "speaker"), ...PAGING],
  async answer({ ledger, id, query, register }) {
    const record = await ledger.speaker(id);
    if (record === null) throw new NotInLedger("speaker", id);
    const question: Question = { ...questionOf(query), speaker: id };
    const [statements, timeline, facets, dossiers] = await Promise.all([
      ledger.search(question, pageRequestOf(query, 20)),
      ledger.timeline(id, question.words ?? null, question.minConfidence ?? 0),
      ledger.facets(question),
      ledger.dossiers(),
    ]);
    const entries = timeline?.entries ?? [];
    const moved = (): readonly Shift[] =>
      shiftsOf(entries)
        .filter((shift) => shift.position)
        .slice(0, SHIFTS_SHOWN);
    return {
      speaker: record,
      ...witnessesOf(record, register),
      question,
      statements,
      timeline: entries.map(markOf),
      shifts: entries.length > MOST_COMPARED ? [] : shiftsBefore(entries, moved),
      facets,
      subjects: dossiers.flatMap(({ name, question: { words } }) => (words === undefined ? [] : [{ name, words }])),
    };
  },
  title: ({ speaker }) => speaker.name,
  body(answer, view) {
    const { say } = view;
    const { speaker, statements, facets } = answer;
    const otherNames = speaker.names.filter((name) => name !== speaker.name);
    return html`<header class="portrait">
        <h1 translate="no">${speaker.name}</h1>
        <p class="lead">
          ${say("countStatements", { count: speaker.statements })} ·
          ${say("countCommitments", { count: speaker.commitments })}
        </p>
        ${otherNames.length === 0 ? "" : html`<p class="names">${say("alsoWritten")} <span translate="no">${otherNames.slice(0, 8).join(", ")}</span></p>`}
      </header>
      <section aria-labelledby="time">
        <h2 id="time">${say("overTime")}${helpNote("helpRole", view)}</h2>
        ${chart(answer, view)} ${roles(answer, view)} ${twin(speaker, answer.timeline, view)}
      </section>
      ${moved(answer, view)}
      <div class="split">
        <aside aria-label="${say("filters")}">
          <form class="filter-line" action="${view.path}">
            ${[...view.query].filter(([name]) => !["q", "after", "lang"].includes(name)).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
            <label for="about">${say("about")}</label
            ><input
              id="about"
              name="q"
              type="search"
              maxlength="300"
              value="${view.query.get("q") ?? ""}"
              placeholder="${say("aboutHint")}"
            /><button>${say("filterDo")}</button>
          </form>
          ${subjectChoices(answer, view)} ${choices(facets, view)}
        </aside>
        <section aria-labelledby="said">
          <h2 id="said">${totalInWords(statements, "countStatements", view)}</h2>
          ${statements.items.length === 0 ? html`<p class="none">${say("noResults")}</p>` : statements.items.map((entry) => statementCard(entry, view, { speaker: false }))}
          ${pager(statements, view)}
        </section>
      </div>
      ${same(speaker, view)}`;
  },
};

const SHIFTS_SHOWN = 4;
const shiftsBefore = memoryOf<readonly Shift[]>(500);
const chartsBefore = memoryOf<Html>(200);

function chart({ speaker, timeline, register }: Answer, view: View): Html {
  return chartsBefore([speaker, timeline, register, view.language], () =>
    timelineChart(speaker, timeline, register, view),
  );
}

const MOST_SUBJECTS = 8;

/** What moved, shortly, and the way to all of it. */
function moved({ speaker, shifts, timeline }: Answer, view: View): Html {
  const { say } = view;
  if (shifts.length === 0 && timeline.length <= MOST_COMPARED) return html``;
  return html`<section aria-labelledby="moved">
    <h2 id="moved">${say("whatMoved")}${helpNote("helpShift", view)}</h2>
    <div class="shifts">${shifts.map((shift) => shiftCard(shift, view))}</div>
    <p class="more"><a href="${speakerAddress(speaker.id)}/shifts">${say("allShifts")}</a></p>
  </section>`;
}

/** Says that this speaker is another one's name. */
function same(speaker: SpeakerRecord, view: View): Html {
  const { say } = view;
  return html`<details class="card quiet">
    <summary>${say("sameSpeaker")}</summary>
    <form method="post" action="${speakerAddress(speaker.id)}/merge">
      ${proof(view)} ${field("into", say("sameAs"), { needed: true, most: 300, hint: say("speakerNameOrId") })}
      ${area("reason", say("decisionReason"), { needed: true, rows: 2 })}
      <p><button class="button strong">${say("proposeDo")}</button></p>
      <p class="lead">${say("proposalsLead")} <a href="/proposals">${say("proposals")}</a></p>
    </form>
  </details>`;
}

/** What somebody follows, as subjects of this speaker. */
function subjectChoices({ subjects }: Answer, view: View): Html {
  if (subjects.length === 0) return html``;
  const chosen = view.query.get("q");
  return html`<p class="filter-name" id="followed">${view.say("navDossiers")}</p>
    <ul class="choices outlets" aria-labelledby="followed">
      ${subjects.slice(0, MOST_SUBJECTS).map(({ name, words }) => {
        const on = chosen === words;
        return html`<li>
          <a ${on ? html`aria-current="true" ` : ""}href="${changed(view, { q: on ? null : words })}">${name}</a>
        </li>`;
      })}
    </ul>`;
}

/** The filters of one speaker's statements: all, promises, conditional; and by outlet. */
function choices(facets: Facets, view: View): Html {
  const { say } = view;
  const { query } = view;
  const only =
    query.get("conditional") === "1" ? "conditional" : query.get("commitment") === "1" ? "commitment" : "all";
  const choice = (name: typeof only, changes: Record<string, string | null>, text: string): Html =>
    html`<li><a ${only === name ? html`aria-current="true" ` : ""}href="${changed(view, changes)}">${text}</a></li>`;
  return html`<ul class="choices">
      ${choice("all", { commitment: null, conditional: null }, say("all"))}
      ${choice("commitment", { commitment: "1", conditional: null }, say("onlyCommitments"))}
      ${choice("conditional", { commitment: null, conditional: "1" }, say("onlyConditional"))}
    </ul>
    ${
      facets.publishers.length < 2 && !query.has("publisher")
        ? ""
        : html`<p class="filter-name" id="outlets">${say("publisher")}</p>
            <ul class="choices outlets" aria-labelledby="outlets">
              ${facets.publishers.slice(0, 8).map(({ value, label, count }) => {
                const on = query.get("publisher") === value;
                return html`<li>
                  <a ${on ? html`aria-current="true" ` : ""}href="${changed(view, { publisher: on ? null : value })}"
                    >${label} <span class="amount">${view.number(count)}</span></a
                  >
                </li>`;
              })}
            </ul>`
    }`;
}

/** Both witnesses to each role side by side: the articles' wording, and the register at those dates. */
function roles({ speaker, roles, register }: Answer, view: View): Html {
  const { say } = view;
  if (roles.length === 0 && register.length === 0) return html``;
  const unworded = register.filter(
    (office) =>
      !roles.some(({ offices }) => offices.some(({ title, from }) => title === office.title && from === office.from)),
  );
  return html`<table class="witnesses">
    <caption>
      ${say("rolesOf", { name: speaker.name })}${helpNote("helpWitnesses", view)}
    </caption>
    <thead>
      <tr>
        <th scope="col">${say("bandWorded")}</th>
        <th scope="col">${say("bandRegistered")}</th>
        <th scope="col"><span class="unseen">${say("witnesses")}</span></th>
      </tr>
    </thead>
    <tbody>
      ${roles.map(
        ({ spell, offices, agreement }) =>
          html`<tr>
            <td>
              <a href="${address("/offices", { title: spell.title })}" translate="no">${spell.title}</a>
              <span class="when"
                >${spell.first === spell.last ? view.date(spell.first) : html`${view.date(spell.first)} – ${view.date(spell.last)}`},
                ${say("countStatements", { count: spell.statements })}</span
              >
            </td>
            <td>
              ${offices.length === 0 ? html`<span class="when">${say("registerKnowsNone")}</span>` : offices.map((office) => html`<p>${officeInWords(office, view)}</p>`)}
            </td>
            <td>${agreementBadge(agreement, view)}</td>
          </tr>`,
      )}
      ${unworded.map(
        (office) =>
          html`<tr>
            <td><span class="when">${say("noArticleSays")}</span></td>
            <td>${officeInWords(office, view)}</td>
            <td></td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The drawing as a table: the same facts for those who cannot see it, or want to copy them. */
function twin(speaker: SpeakerRecord, marks: readonly TimelineMark[], view: View): Html {
  const { say } = view;
  return html`<details class="twin">
    <summary>${say("asTable")}</summary>
    <div class="wide" tabindex="0" role="region" aria-label="${say("asTable")}">
      <table>
        <caption>
          ${say("statementsOf", { name: speaker.name })}
        </caption>
        <thead>
          <tr>
            <th scope="col">${say("date")}</th>
            <th scope="col">${say("shape")}</th>
            <th scope="col">${say("partContent")}</th>
          </tr>
        </thead>
        <tbody>
          ${marks.slice(0, LONGEST_TWIN).map(
            (mark) =>
              html`<tr>
                <td>${view.date(mark.date)}</td>
                <td>${say(SHAPE_NAMES[mark.shape])}</td>
                <td><a href="${statementAddress(mark.id)}" translate="no">${mark.words}</a></td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${marks.length > LONGEST_TWIN ? html`<p><a href="${address("/search", { speaker: speaker.id })}">${say("allStatements")}</a></p>` : ""}
    </div>
  </details>`;
}

/** More rows would outweigh the page; the search has them all. */
const LONGEST_TWIN = 60;
