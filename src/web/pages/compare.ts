import { html } from "hono/html";
import type { Shift } from "../../core/shifts/shift.ts";
import type { StoredEntry } from "../../ledger/ledger.ts";
import type { Run } from "../difference.ts";
import { difference } from "../difference.ts";
import { helpNote } from "../help-note.ts";
import { BadValue } from "../question.ts";
import { changeList, comparedInWords, subjectWords } from "../shift-card.ts";
import { MOST_COMPARED, shiftBetween, shiftsOf } from "../shifts-of.ts";
import { contentOf, dateOf, nameOf, promiseList, speakerName } from "../statement-card.ts";
import type { Html, View } from "../view.ts";
import { address, articleAddress, langOf, statementAddress } from "../view.ts";
import type { WebPage } from "../web-page.ts";
import { NotInLedger } from "../web-page.ts";

interface Answer {
  readonly earlier: StoredEntry;
  /** Null while the other moment is still to be chosen. */
  readonly later: StoredEntry | null;
  /** What differs, where the two are taken for one subject. */
  readonly shift: Shift | null;
  /** The other moments of the same speaker, nearest subject first. */
  readonly others: readonly StoredEntry[];
}

/** Two moments side by side: the words that differ are marked, and the typed shift stands between them. */
export const compare: WebPage<Answer> = {
  path: "/compare",
  summary: "Two statements side by side, with the shift between them.",
  parameters: [
    { name: "earlier", description: "Id of the one statement." },
    { name: "later", description: "Id of the other; without it, those to choose from." },
  ],
  async answer({ ledger, query }) {
    const entryOf = async (name: "earlier" | "later"): Promise<StoredEntry | null> => {
      const id = query.get(name);
      if (id === null || id === "") return null;
      const entry = await ledger.entry(id);
      if (entry === null) throw new NotInLedger("statement", id);
      return entry;
    };
    const [one, other] = await Promise.all([entryOf("earlier"), entryOf("later")]);
    if (one === null) throw new BadValue("earlier", "");
    if (other === null) {
      const timeline =
        one.speakerId === null ? null : await ledger.timeline(one.speakerId, null, Math.min(one.confidence, 0.5));
      const all = timeline?.entries ?? [];
      const shifts = shiftsOf(all.slice(-MOST_COMPARED));
      const near = shifts.flatMap(({ earlier, later }) =>
        earlier.id === one.id ? [later.id] : later.id === one.id ? [earlier.id] : [],
      );
      const others = all
        .filter((entry) => entry.id !== one.id)
        .toSorted((a, b) => Number(near.includes(b.id)) - Number(near.includes(a.id)) || later(a, b));
      return { earlier: one, later: null, shift: null, others: others.slice(0, MOST_CHOICES) };
    }
    const [first, second] = later(one, other) > 0 ? [one, other] : [other, one];
    const record =
      first.speakerId !== null && first.speakerId === second.speakerId
        ? ((await ledger.timeline(first.speakerId, null, 0.5))?.entries ?? [])
        : [];
    const shift = shiftBetween(first, second, record);
    return { earlier: first, later: second, shift, others: [] };
  },
  title: ({ earlier }, { say }) => `${say("compare")}: ${nameOf(earlier) ?? say("unknownSpeaker")}`,
  body(answer, view) {
    const { say } = view;
    return html`<h1>${say("compare")}${helpNote("helpShift", view)}</h1>
      ${answer.later === null ? choice(answer, view) : sides(answer.earlier, answer.later, answer, view)}`;
  },
};

const MOST_CHOICES = 40;

/** Positive when `b` is later than `a`. */
function later(a: StoredEntry, b: StoredEntry): number {
  return (b.date ?? "").localeCompare(a.date ?? "");
}

function choice({ earlier, others }: Answer, view: View): Html {
  const { say } = view;
  return html`<p class="lead">${say("compareChoose")}</p>
    ${side(earlier, [{ text: contentOf(earlier, 600), shared: true }], view)}
    <h2>${say("compareWith")}</h2>
    ${others.length === 0 ? html`<p class="none">${say("compareNone")}</p>` : ""}
    <ul class="plain">
      ${others.map(
        (entry) =>
          html`<li>
            <span class="when">${dateOf(entry, view)}</span>
            <a href="${address("/compare", { earlier: earlier.id, later: entry.id })}" ${langOf(entry)} translate="no"
              >${contentOf(entry, 160)}</a
            >
          </li>`,
      )}
    </ul>`;
}

function sides(earlier: StoredEntry, later: StoredEntry, { shift }: Answer, view: View): Html {
  const { say } = view;
  const words = difference(contentOf(earlier, 3_000), contentOf(later, 3_000));
  return html`<div class="compared">${side(earlier, words.earlier, view)}${side(later, words.later, view)}</div>
    <section aria-labelledby="between">
      <h2 id="between">${say("between")}</h2>
      ${
        shift === null
          ? html`<p class="none">${say("compareUnlike")}</p>`
          : html`${changeList(shift.changes, view)}
              <p class="lead">${say("compareSubject")} <span translate="no">${subjectWords(shift).join(", ")}</span></p>
              <p class="compared-in">${comparedInWords(shift, view)}</p>`
      }
      <p class="lead">${say("compareJudge")}</p>
    </section>`;
}

function side(entry: StoredEntry, runs: readonly Run[], view: View): Html {
  const { say } = view;
  return html`<section class="side">
    <p class="said">
      <span class="who" translate="no">${speakerName(entry, view)}</span
      >${entry.speaker?.role ? html` <span class="role" translate="no">${entry.speaker.role.title}</span>` : ""}
    </p>
    <p class="when">${dateOf(entry, view)}</p>
    <blockquote${langOf(entry)} translate="no">
      ${runs.map((run) => (run.shared ? html`${run.text} ` : html`<mark class="only">${run.text}</mark> `))}
    </blockquote>
    ${promiseList(entry, view)}
    <p class="from">
      ${entry.publisher === null ? "" : html`${entry.publisher}, `}<a
        href="${articleAddress(entry.articleId, entry.id)}"${langOf(entry)}
        >${entry.articleTitle ?? say("untitled")}</a
      >
    </p>
    <p class="more"><a href="${statementAddress(entry.id)}">${say("openStatement")}</a></p>
  </section>`;
}
