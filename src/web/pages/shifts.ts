import { html } from "hono/html";
import type { Shift } from "../../core/shifts/shift.ts";
import type { SpeakerRecord } from "../../ledger/ledger.ts";
import { helpNote } from "../help-note.ts";
import { BadValue, confidenceOf, LONGEST_FILTER } from "../question.ts";
import { shiftCard } from "../shift-card.ts";
import { shiftsOf } from "../shifts-of.ts";
import { changed, speakerAddress } from "../view.ts";
import type { WebPage } from "../web-page.ts";
import { NotInLedger } from "../web-page.ts";

interface Answer {
  readonly speaker: SpeakerRecord;
  readonly shifts: readonly Shift[];
  /** How many of them are shown: the first `from` are left out. */
  readonly from: number;
  readonly total: number;
}

/** Where a speaker's later statement differs from an earlier one on the same subject. */
export const shifts: WebPage<Answer> = {
  path: "/speakers/:id/shifts",
  summary: "Differences between a speaker's statements on one subject, the latest first.",
  parameters: [
    { name: "q", description: "Words that the statements must have." },
    { name: "wording", description: "1: also where only the words differ.", values: ["1"] },
    { name: "confidence", description: "Least confidence, 0 to 1." },
    { name: "after", description: "How many to leave out." },
  ],
  async answer({ ledger, id, query }) {
    const words = query.get("q")?.trim() || null;
    if (words !== null && words.length > LONGEST_FILTER) throw new BadValue("q", words);
    const from = Number(query.get("after") ?? 0);
    if (!Number.isInteger(from) || from < 0) throw new BadValue("after", query.get("after") ?? "");
    const timeline = await ledger.timeline(id, words, confidenceOf(query.get("confidence") ?? undefined));
    if (timeline === null) throw new NotInLedger("speaker", id);
    const found = shiftsOf(timeline.entries).filter((shift) => shift.position || query.get("wording") === "1");
    return { speaker: timeline.speaker, shifts: found.slice(from, from + SHOWN), from, total: found.length };
  },
  title: ({ speaker }, { say }) => say("shiftsOf", { name: speaker.name }),
  body({ speaker, shifts, from, total }, view) {
    const { say } = view;
    const wording = view.query.get("wording") === "1";
    return html`<header class="portrait">
        <p><a href="${speakerAddress(speaker.id)}" translate="no">${speaker.name}</a></p>
        <h1>${say("whatMoved")}${helpNote("helpShift", view)}</h1>
        <p class="lead">${say("countShifts", { count: total })}</p>
      </header>
      <ul class="choices">
        <li>
          <a ${wording ? "" : html`aria-current="true" `}href="${changed(view, { wording: null })}"
            >${say("positionOnly")}</a
          >
        </li>
        <li>
          <a ${wording ? html`aria-current="true" ` : ""}href="${changed(view, { wording: "1" })}"
            >${say("alsoWording")}</a
          >
        </li>
      </ul>
      ${shifts.length === 0 ? html`<p class="none">${say("noShifts")}</p>` : shifts.map((shift) => shiftCard(shift, view))}
      ${
        from + shifts.length < total
          ? html`<nav class="pager" aria-label="${say("paging")}">
              <span></span
              ><a class="button" rel="next" href="${changed(view, { after: String(from + SHOWN) })}"
                >${say("pageNext")}</a
              >
            </nav>`
          : ""
      }`;
  },
};

const SHOWN = 20;
