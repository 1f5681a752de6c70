import { html } from "hono/html";
import type { Page, SpeakerSummary } from "../../ledger/ledger.ts";
import { pager } from "../pager.ts";
import { BadValue, LONGEST_FILTER, pageRequestOf } from "../question.ts";
import { speakerList } from "../speaker-list.ts";
import { totalInWords } from "../totals.ts";
import type { WebPage } from "../web-page.ts";
import { PAGING } from "../web-page.ts";

/** Everybody who is on record, found by any part of a name. */
export const speakers: WebPage<Page<SpeakerSummary>> = {
  path: "/speakers",
  summary: "Who is on record.",
  parameters: [{ name: "name", description: "Part of a name." }, ...PAGING],
  answer({ ledger, query }) {
    const name = query.get("name")?.trim() ?? "";
    if (name.length > LONGEST_FILTER) throw new BadValue("name", name);
    return ledger.speakers({ ...pageRequestOf(query, 60), ...(name === "" ? {} : { name }) });
  },
  title: (_, { say }) => say("navSpeakers"),
  body(page, view) {
    const { say } = view;
    const name = view.query.get("name") ?? "";
    return html`<h1>${say("navSpeakers")}</h1>
      <form class="filter-line" action="/speakers">
        <label for="name">${say("speakerName")}</label
        ><input id="name" name="name" type="search" maxlength="300" value="${name}" /><button>
          ${say("filterDo")}
        </button>
      </form>
      <p class="more"><a href="/offices">${say("byOffice")}</a> · <a href="/proposals">${say("proposals")}</a></p>
      <p class="lead">${totalInWords(page, "countSpeakers", view)}</p>
      ${page.items.length === 0 ? html`<p class="none">${say("noSpeakers")}</p>` : speakerList(page.items, view)}
      ${pager(page, view)}`;
  },
};
