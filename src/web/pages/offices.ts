import { html } from "hono/html";
import type { Register } from "../../core/speakers/register.ts";
import { sameSpeaker } from "../../core/speakers/identity.ts";
import { holdersOf } from "../../core/speakers/register.ts";
import type { Agreement, RegisterOffice } from "../../core/speakers/witnesses.ts";
import { witnessesAt } from "../../core/speakers/witnesses.ts";
import type { Facet, Ledger } from "../../ledger/ledger.ts";
import { helpNote } from "../help-note.ts";
import { BadValue, LONGEST_FILTER } from "../question.ts";
import { agreementBadge, termInWords } from "../register-words.ts";
import type { Html, View } from "../view.ts";
import { address, speakerAddress } from "../view.ts";
import type { WebPage } from "../web-page.ts";

interface Answer {
  readonly title: string | null;
  readonly on: string | null;
  /** Whom the register has in the office. */
  readonly holders: readonly Holder[];
  /** Whom the articles word so. */
  readonly worded: readonly Worded[];
  /** The offices that the register knows, to choose from; empty once one is asked for. */
  readonly known: readonly string[];
}

interface Holder {
  readonly name: string;
  readonly office: RegisterOffice;
  /** Null for a person who is not on record. */
  readonly speakerId: string | null;
  /** Statements on record from the time in office. */
  readonly statements: number;
}

interface Worded extends Facet {
  readonly agreement: Agreement;
}

/** An office whoever holds it: its holders by the register, and whom the articles give it, side by side. */
export const offices: WebPage<Answer> = {
  path: "/offices",
  summary: "Who holds or held an office, by the register and by the articles' wording.",
  parameters: [
    { name: "title", description: "Office or title, as people write it." },
    { name: "on", description: "At this date: 2024, 2024-05 or 2024-05-17." },
  ],
  async answer({ ledger, register, query }) {
    const title = worded(query, "title");
    const on = worded(query, "on");
    if (on !== null && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(on)) throw new BadValue("on", on);
    if (title === null) return { title, on, holders: [], worded: [], known: knownTitles(register) };
    const time = on === null ? {} : { from: on, to: on };
    const [holders, facets] = await Promise.all([
      Promise.all(
        holdersOf(register, title, on)
          .slice(0, MOST_HOLDERS)
          .map(({ person, ...office }) => holderOf(person.name, office, ledger)),
      ),
      ledger.facets({ role: title, ...time }),
    ]);
    return {
      title,
      on,
      holders,
      worded: facets.speakers.map((facet) => ({
        ...facet,
        agreement: witnessesAt(facet.label, title, on, register).agreement,
      })),
      known: [],
    };
  },
  title: ({ title }, { say }) => (title === null ? say("offices") : `${title} · ${say("offices")}`),
  body(answer, view) {
    const { say } = view;
    const { title, on, holders, worded, known } = answer;
    return html`<h1>
        ${title === null ? say("offices") : html`<span translate="no">${title}</span>`}${helpNote("helpWitnesses", view)}
      </h1>
      <p class="lead">${say("officesLead")}</p>
      <form class="filter-line parts" action="/offices">
        <span class="pair"
          ><label for="title">${say("fieldRole")}</label
          ><input id="title" name="title" type="search" maxlength="300" required value="${title ?? ""}" /></span
        ><span class="pair"
          ><label for="on">${say("onDate")}</label
          ><input
            id="on"
            name="on"
            inputmode="numeric"
            class="short"
            placeholder="2024-05"
            pattern="\\d{4}(-\\d{2}(-\\d{2})?)?"
            title="${say("dateShape")}"
            value="${on ?? ""}" /></span
        ><button>${say("searchDo")}</button>
      </form>
      ${
        title === null
          ? titles(known, view)
          : html`<div class="columns">
              <section aria-labelledby="by-register">
                <h2 id="by-register">${say("bandRegistered")}</h2>
                ${
                  holders.length === 0
                    ? html`<p class="none">${say("registerKnowsNone")}</p>`
                    : html`<ul class="speakers">
                        ${holders.map((holder) => holderItem(holder, view))}
                      </ul>`
                }
              </section>
              <section aria-labelledby="by-articles">
                <h2 id="by-articles">${say("bandWorded")}</h2>
                ${
                  worded.length === 0
                    ? html`<p class="none">${say("noArticleSays")}</p>`
                    : html`<ul class="speakers">
                        ${worded.map((speaker) => wordedItem(speaker, title, on, view))}
                      </ul>`
                }
                ${worded.length === 0 ? "" : html`<p class="more"><a href="${address("/search", { role: title, from: on, to: on })}">${say("allStatements")}</a></p>`}
              </section>
            </div>`
      }`;
  },
};

const MOST_HOLDERS = 20;
const MOST_TITLES = 60;

function worded(query: URLSearchParams, name: "title" | "on"): string | null {
  const given = query.get(name)?.trim() ?? "";
  if (given.length > LONGEST_FILTER) throw new BadValue(name, given);
  return given === "" ? null : given;
}

/** A holder with what is on record from the time in office. */
async function holderOf(name: string, office: RegisterOffice, ledger: Ledger): Promise<Holder> {
  const speaker = await ledger.speaker(name);
  // The ledger also finds who only shares words with the name; here it must be the same person.
  if (speaker === null || ![speaker.name, ...speaker.names].some((written) => sameSpeaker(written, name)))
    return { name, office, speakerId: null, statements: 0 };
  const term = { ...dayOf("from", office.from), ...dayOf("to", office.to) };
  const said = await ledger.search({ speaker: speaker.id, ...term }, { size: 1 });
  return { name, office, speakerId: speaker.id, statements: said.total };
}

/** A register's date as a filter takes it. */
function dayOf(bound: "from" | "to", date: string | null): { readonly from?: string; readonly to?: string } {
  const day = /^\d{4}(?:-\d{2}){0,2}/.exec(date ?? "")?.[0];
  return day === undefined ? {} : { [bound]: day };
}

function knownTitles(register: Register): readonly string[] {
  const titles = register.persons.flatMap(({ offices }) => offices.map(({ title }) => title));
  return [...new Set(titles)].sort((a, b) => a.localeCompare(b, "en")).slice(0, MOST_TITLES);
}

function titles(known: readonly string[], view: View): Html {
  if (known.length === 0) return html``;
  return html`<h2>${view.say("officesKnown")}</h2>
    <ul class="choices">
      ${known.map((title) => html`<li><a href="${address("/offices", { title })}" translate="no">${title}</a></li>`)}
    </ul>`;
}

function holderItem({ name, office, speakerId, statements }: Holder, view: View): Html {
  const { say } = view;
  const filters = { speaker: speakerId, ...dayOf("from", office.from), ...dayOf("to", office.to) };
  return html`<li>
    <span class="who" translate="no"
      >${speakerId === null ? name : html`<a href="${speakerAddress(speakerId)}">${name}</a>`}</span
    >
    <span class="role"
      ><span translate="no">${office.title}</span><br /><span class="when">${termInWords(office, view)}</span></span
    >
    <span class="amount"
      >${statements === 0 ? say("notOnRecord") : html`<a href="${address("/search", filters)}">${say("countStatements", { count: statements })}</a>`}</span
    >
  </li>`;
}

function wordedItem({ value, label, count, agreement }: Worded, title: string, on: string | null, view: View): Html {
  return html`<li>
    <a class="who" href="${speakerAddress(value)}" translate="no">${label}</a>
    <span class="role">${agreementBadge(agreement, view)}</span>
    <span class="amount"
      ><a href="${address("/search", { role: title, speaker: value, from: on, to: on })}"
        >${view.say("countStatements", { count })}</a
      ></span
    >
  </li>`;
}
