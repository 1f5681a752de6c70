import { html } from "hono/html";
import type { Ledger, Page, StoredEntry } from "../../ledger/ledger.ts";
import type { Proposal } from "../../ledger/people/people.ts";
import { area, proof } from "../form-fields.ts";
import { helpNote } from "../help-note.ts";
import { pager } from "../pager.ts";
import { BadValue, pageRequestOf } from "../question.ts";
import { contentOf } from "../statement-card.ts";
import type { Html, View } from "../view.ts";
import { langOf, speakerAddress, statementAddress } from "../view.ts";
import { stateChoices } from "../state-choices.ts";
import type { WebPage } from "../web-page.ts";
import { PAGING } from "../web-page.ts";

interface Answer extends Page<Proposal> {
  /** Names of the speakers that are spoken of, by id. */
  readonly names: Readonly<Record<string, string>>;
  /** The statements that are to change hands, by id. */
  readonly statements: Readonly<Record<string, StoredEntry>>;
}

/** Who is whom, as somebody proposes it; nothing happens before a person accepts, and what was decided stays to be read. */
export const proposals: WebPage<Answer> = {
  path: "/proposals",
  summary: "Proposals that two speakers are one, or that a name is two people's: open, accepted or refused.",
  parameters: [
    { name: "state", description: "Only those of a state.", values: ["open", "accepted", "refused"] },
    ...PAGING,
  ],
  async answer({ ledger, query }) {
    const state = query.get("state") ?? "open";
    if (state !== "open" && state !== "accepted" && state !== "refused") throw new BadValue("state", state);
    const page = await ledger.proposals({ ...pageRequestOf(query, 20), state });
    return { ...page, ...(await spokenOf(ledger, page.items)) };
  },
  title: (_, { say }) => say("proposals"),
  body(answer, view) {
    const { say } = view;
    const state = view.query.get("state") ?? "open";
    return html`<h1>${say("proposals")}${helpNote("helpProposal", view)}</h1>
      <p class="lead">${say("proposalsLead")}</p>
      ${stateChoices(
        state,
        [
          ["open", say("correctionOpen")],
          ["accepted", say("correctionAccepted")],
          ["refused", say("proposalRefused")],
        ],
        view,
      )}
      ${
        answer.items.length === 0
          ? html`<p class="none">${say("noProposals")}</p>`
          : html`<ul class="correction-list">
              ${answer.items.map((proposal) => item(proposal, answer, view))}
            </ul>`
      }
      ${pager(answer, view)}`;
  },
};

async function spokenOf(ledger: Ledger, items: readonly Proposal[]): Promise<Pick<Answer, "names" | "statements">> {
  const names: Record<string, string> = {};
  const statements: Record<string, StoredEntry> = {};
  for (const { proposed } of items) {
    for (const id of proposed.kind === "merge" ? [proposed.speaker, proposed.into] : [proposed.speaker])
      names[id] ??= (await ledger.speaker(id))?.name ?? id;
    for (const id of proposed.kind === "split" ? proposed.entries : []) {
      const entry = await ledger.entry(id);
      if (entry !== null) statements[id] = entry;
    }
  }
  return { names, statements };
}

function item(proposal: Proposal, answer: Answer, view: View): Html {
  const { say } = view;
  const { id, reason, by, at, state, decision } = proposal;
  return html`<li id="p-${id}">
    <p>
      <b>${say(STATE[state])}</b> <span class="when">${view.moment(at)}</span> ·
      <span>${say("proposedBy", { by })}</span>
    </p>
    ${proposed(proposal, answer, view)}
    <p class="note">${reason}</p>
    ${decision === null ? "" : html`<p class="decision">${say("decidedBecause", { by: decision.by })} ${decision.reason ?? say(STATE[state])}</p>`}
    ${state === "open" ? decide(proposal, view) : ""} ${state === "accepted" ? undo(proposal, view) : ""}
  </li>`;
}

function proposed({ proposed: what }: Proposal, { names, statements }: Answer, view: View): Html {
  const { say } = view;
  const speaker = (id: string): Html =>
    html`<a href="${speakerAddress(id)}" translate="no">${names[id] ?? id}</a>
      <span class="when" translate="no">(${id})</span>`;
  if (what.kind === "merge") return html`<p>${speaker(what.speaker)} ${say("proposedSame")} ${speaker(what.into)}</p>`;
  return html`<p>${speaker(what.speaker)} ${say("proposedOther")} <b translate="no">${what.name}</b>:</p>
    <ul>
      ${what.entries.map((id) => {
        const entry = statements[id];
        return html`<li>
          <a href="${statementAddress(id)}" ${entry === undefined ? "" : langOf(entry)} translate="no"
            >${entry === undefined ? id : contentOf(entry, 160)}</a
          >
        </li>`;
      })}
    </ul>`;
}

function decide({ id }: Proposal, view: View): Html {
  const { say } = view;
  const action = `/proposals/${encodeURIComponent(id)}/answer`;
  return html`<div class="ways">
    <form method="post" action="${action}">
      ${proof(view)}<input type="hidden" name="answer" value="accept" /><button class="button strong">
        ${say("accept")}
      </button>
    </form>
    <details>
      <summary class="button">${say("refuse")}</summary>
      <form method="post" action="${action}">
        ${proof(view)}<input type="hidden" name="answer" value="refuse" />
        ${area("reason", say("decisionReason"), { needed: true, rows: 2, id: `reason-${id}` })}
        <button class="button">${say("refuse")}</button>
      </form>
    </details>
  </div>`;
}

/** A merge is taken back by itself; of a split, the new speaker is joined with the old one again. */
function undo({ id, proposed: what }: Proposal, view: View): Html {
  const { say } = view;
  if (what.kind === "split") return html``;
  return html`<details>
    <summary>${say("likeApart")}</summary>
    <form method="post" action="${speakerAddress(what.speaker)}/unmerge">
      ${proof(view)} ${area("reason", say("decisionReason"), { needed: true, rows: 2, id: `reason-${id}` })}
      <button class="button">${say("likeApart")}</button>
    </form>
  </details>`;
}

const STATE = { open: "correctionIsOpen", accepted: "correctionIsAccepted", refused: "proposalIsRefused" } as const;
