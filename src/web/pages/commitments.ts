import { html } from "hono/html";
import { DEFAULT_CONFIDENCE } from "../../core/confidence.ts";
import type { ConditionSummary, Page, Question, StoredCommitment } from "../../ledger/ledger.ts";
import type { CommitmentStatus } from "../../ledger/people/people.ts";
import { commitmentItem } from "../commitment-item.ts";
import { conditionState } from "../condition-list.ts";
import { DIAMOND } from "../badges.ts";
import { helpNote } from "../help-note.ts";
import { pager } from "../pager.ts";
import { BadValue, pageRequestOf, questionOf, STATUSES } from "../question.ts";
import { statusInWords } from "../status-words.ts";
import type { Html, View } from "../view.ts";
import { address, changed, conditionAddress } from "../view.ts";
import type { WebPage } from "../web-page.ts";
import { PAGING, QUESTION } from "../web-page.ts";
import { totalInWords } from "../totals.ts";

type Answer = ByCondition | ByStatus | Listed;

interface ByCondition {
  readonly by: "condition";
  readonly conditions: Page<ConditionSummary>;
  /** The first commitments that wait for each condition, in the same order. */
  readonly waiting: readonly Page<StoredCommitment>[];
}

interface ByStatus {
  readonly by: "status";
  /** The first commitments of each status, in the order of `STATUSES`. */
  readonly statuses: readonly { readonly status: CommitmentStatus; readonly commitments: Page<StoredCommitment> }[];
}

interface Listed {
  readonly by: "list";
  readonly question: Question;
  readonly commitments: Page<StoredCommitment>;
}

/** Promises by what they wait for; or as a list, by status and strength. */
export const commitments: WebPage<Answer> = {
  path: "/commitments",
  summary: "Commitments grouped by condition or by status, or as a list with filters.",
  parameters: [
    { name: "by", description: "Grouped, or one list.", values: ["condition", "status", "list"] },
    {
      name: "waiting",
      description: "1: only those with a condition that is not met; 0: only the others.",
      values: ["0", "1"],
    },
    ...QUESTION.filter(({ name }) => !["commitment", "kind"].includes(name)),
    ...PAGING,
  ],
  async answer({ ledger, query }) {
    if ((query.get("by") ?? "condition") === "condition") {
      const conditions = await ledger.conditions(pageRequestOf(query, 12));
      const waiting = await Promise.all(
        conditions.items.map(({ id }) => ledger.commitments({ condition: id }, { size: SHOWN_PER_CONDITION })),
      );
      return { by: "condition", conditions, waiting };
    }
    if (query.get("by") === "status") {
      const statuses = await Promise.all(
        STATUSES.map(async (status) => ({
          status,
          commitments: await ledger.commitments({ status }, { size: SHOWN_PER_STATUS }),
        })),
      );
      return { by: "status", statuses };
    }
    if (query.get("by") !== "list") throw new BadValue("by", query.get("by") ?? "");
    const question = questionOf(query);
    const waiting = query.get("waiting");
    if (waiting !== null && waiting !== "0" && waiting !== "1") throw new BadValue("waiting", waiting);
    const found = await ledger.commitments(
      { ...question, ...(waiting === null ? {} : { waiting: waiting === "1" }) },
      pageRequestOf(query, 30),
    );
    return { by: "list", question, commitments: found };
  },
  title: (_, { say }) => say("navCommitments"),
  body(answer, view) {
    const { say } = view;
    return html`<h1>${say("navCommitments")}${helpNote("helpCommitment", view)}</h1>
      ${tabs(view)}
      ${answer.by === "condition" ? groups(answer, view) : answer.by === "status" ? board(answer, view) : list(answer, view)}`;
  },
};

const SHOWN_PER_CONDITION = 3;
const SHOWN_PER_STATUS = 5;

function tabs(view: View): Html {
  const { say } = view;
  const { query } = view;
  const now =
    query.get("by") === "status"
      ? "status"
      : query.get("by") !== "list"
        ? "condition"
        : query.get("waiting") === "1"
          ? "waiting"
          : query.get("waiting") === "0" && query.get("conditional") === "1"
            ? "due"
            : "list";
  const tab = (name: typeof now, query: Record<string, string>, text: string): Html =>
    html`<li>
      <a ${now === name ? html`aria-current="true" ` : ""}href="${address("/commitments", query)}">${text}</a>
    </li>`;
  return html`<ul class="choices">
    ${tab("condition", {}, say("byCondition"))} ${tab("status", { by: "status" }, say("byStatus"))}
    ${tab("waiting", { by: "list", waiting: "1" }, say("statusWaiting"))}
    ${tab("due", { by: "list", waiting: "0", conditional: "1" }, say("statusDue"))}
    ${tab("list", { by: "list" }, say("all"))}
  </ul>`;
}

function groups({ conditions, waiting }: ByCondition, view: View): Html {
  const { say } = view;
  if (conditions.items.length === 0) return html`<p class="none">${say("noConditions")}</p>`;
  return html`<p class="lead">${totalInWords(conditions, "countConditions", view)}${helpNote("helpCondition", view)}</p>
    ${conditions.items.map((condition, index) => {
      const page = waiting[index];
      const more = (page?.total ?? 0) - (page?.items.length ?? 0);
      return html`<section class="group" aria-labelledby="c-${condition.id}">
        <h2 id="c-${condition.id}">
          ${DIAMOND}<a href="${conditionAddress(condition.id)}" translate="no">${condition.text}</a>
        </h2>
        <p>${conditionState(condition, view)}</p>
        <ul class="commitments">
          ${page?.items.map((commitment) => commitmentItem(commitment, view, { condition: false }))}
        </ul>
        ${more > 0 ? html`<p class="more"><a href="${conditionAddress(condition.id)}">${say("moreCommitments", { count: more })}</a></p>` : ""}
      </section>`;
    })}
    ${pager(conditions, view)}`;
}

/** How promises went, a column each; what nobody has looked at stands as open, and says so. */
function board({ statuses }: ByStatus, view: View): Html {
  const { say } = view;
  return html`<p class="lead">${say("byStatusLead")}${helpNote("helpStatus", view)}</p>
    <div class="board">
      ${statuses.map(
        ({ status, commitments }) =>
          html`<section aria-labelledby="s-${status}" ${commitments.items.length === 0 ? html` class="is-empty"` : ""}>
            <h2 id="s-${status}">
              ${statusInWords(status, view)}
              <span class="amount">${view.number(commitments.total)}${commitments.atLeast === true ? "+" : ""}</span>
            </h2>
            ${
              commitments.items.length === 0
                ? html`<p class="lead">${say("noneYet")}</p>`
                : html`<ul class="commitments">
                    ${commitments.items.map((commitment) => commitmentItem(commitment, view, { status: false }))}
                  </ul>`
            }
            ${commitments.next === null ? "" : html`<p class="more"><a href="${address("/commitments", { by: "list", status })}">${say("allOfThese")}</a></p>`}
          </section>`,
      )}
    </div>`;
}

function list({ commitments }: Listed, view: View): Html {
  const { say } = view;
  const strength = view.query.get("strength");
  const choice = (value: "will" | "plan" | "may", text: string): Html =>
    html`<li>
      <a
        ${strength === value ? html`aria-current="true" ` : ""}href="${changed(view, { strength: strength === value ? null : value })}"
        >${text}</a
      >
    </li>`;
  return html`<div class="choice-line">
      <span id="choose-strength">${say("fieldStrength")}</span>
      <ul class="choices outlets" aria-labelledby="choose-strength">
        ${choice("will", say("strengthWill"))}${choice("plan", say("strengthPlan"))}${choice("may", say("strengthMay"))}
      </ul>
    </div>
    <div class="choice-line">
      <span id="choose-status">${say("howItWent")}</span>
      <ul class="choices outlets" aria-labelledby="choose-status">
        ${STATUSES.map((status) => {
          const on = view.query.get("status") === status;
          return html`<li>
            <a ${on ? html`aria-current="true" ` : ""}href="${changed(view, { status: on ? null : status })}"
              >${statusInWords(status, view)}</a
            >
          </li>`;
        })}
      </ul>
    </div>
    <p class="lead" role="status">
      ${totalInWords(commitments, "countCommitments", view)} ·
      ${
        view.query.get("confidence") === null
          ? html`<a href="${changed(view, { confidence: "0" })}">${say("withUnsure")}</a>`
          : html`<a href="${changed(view, { confidence: null })}"
              >${say("hideUnsure", { confidence: DEFAULT_CONFIDENCE })}</a
            >`
      }
    </p>
    ${
      commitments.items.length === 0
        ? html`<p class="none">${say("noCommitments")}</p>`
        : html`<ul class="commitments">
            ${commitments.items.map((commitment) => commitmentItem(commitment, view))}
          </ul>`
    }
    ${pager(commitments, view)}`;
}
