import { COMMITMENT_STATUSES } from "../ledger/people/people.ts";
import type { ListedPage, Parameter } from "./web-page.ts";

/** The API's description (OpenAPI 3.1), made from the list of pages, so that it can name no page that is not there. */
export function openApi(pages: readonly ListedPage[]): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "On Record",
      version: "1",
      description:
        "Every page's JSON twin. Spans are half-open UTF-16 offsets into an article's text; dates are EDTF; absent is null. " +
        "Lists page by the opaque cursor `next`, given back as `after`.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths: Object.fromEntries(pages.map((page) => [pathOf(page), { get: operation(page) }])),
    components: { schemas: SCHEMAS },
  };
}

function pathOf(page: ListedPage): string {
  return `/api${page.path === "/" ? "" : page.path.replace(/:(\w+)/g, "{$1}")}`;
}

function operation(page: ListedPage): object {
  const name = page.path === "/" ? "start" : page.path.replace(/^\//, "").replace(/\/:(\w+)/g, "-by-$1");
  return {
    operationId: name,
    summary: page.summary,
    parameters: [
      ...(page.path.includes(":id") ? [{ name: "id", in: "path", required: true, schema: { type: "string" } }] : []),
      ...page.parameters.map(parameterOf),
    ],
    responses: {
      200: {
        description: "What the page shows.",
        content: { "application/json": { schema: ANSWERS[page.path] ?? {} } },
      },
      400: trouble("A parameter that cannot be understood."),
      404: trouble("Not in this ledger."),
      ...(REDACTABLE.has(page.path)
        ? { 410: trouble("Taken away (law, privacy); `redaction` says when and why.") }
        : {}),
    },
  };
}

/** Pages of what can be taken away. */
const REDACTABLE: ReadonlySet<string> = new Set(["/articles/:id", "/statements/:id"]);

function parameterOf({ name, description, values }: Parameter): object {
  const schema =
    values === undefined ? { type: name === "size" || name === "confidence" ? "number" : "string" } : { enum: values };
  return { name, in: "query", description, schema };
}

function trouble(description: string): object {
  return { description, content: { "application/json": { schema: { $ref: "#/components/schemas/Trouble" } } } };
}

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const text = { type: "string" };
const count = { type: "integer" };
const optional = (schema: object): object => ({ anyOf: [schema, { type: "null" }] });
const list = (items: object): object => ({ type: "array", items });
const object = (properties: Readonly<Record<string, object>>): object => ({
  type: "object",
  properties,
  required: Object.keys(properties),
});
const page = (items: object): object => ({
  type: "object",
  // Counted only so far; where there are more, `atLeast` is there and true.
  properties: { items: list(items), next: optional(text), total: count, atLeast: { enum: [true] } },
  required: ["items", "next", "total"],
});
const alsoWords = (name: string): object => object({ [name]: text, span: ref("Span") });

const ANSWERS: Readonly<Record<string, object>> = {
  "/": object({
    counts: ref("Counts"),
    articles: page(ref("ArticleSummary")),
    speakers: page(ref("SpeakerSummary")),
    conditions: page(ref("Condition")),
    due: list(ref("StoredCommitment")),
    review: { type: "object", properties: { total: count, atLeast: { enum: [true] } }, required: ["total"] },
  }),
  "/search": {
    allOf: [
      page(ref("Entry")),
      object({ question: { type: "object" }, facets: ref("Facets"), conditions: list(object({ id: text, text })) }),
    ],
  },
  "/articles": page(ref("ArticleSummary")),
  "/articles/:id": object({
    article: ref("Article"),
    entries: list(ref("Entry")),
    hidden: count,
    corrections: list(ref("Correction")),
    redactions: list(ref("Redaction")),
  }),
  "/articles/:id/changes": object({
    earlier: ref("Version"),
    later: ref("Version"),
    changes: list(object({ before: list(ref("Span")), now: list(ref("Span")), sameBefore: count })),
    sameAfter: count,
    statement: optional(object({ entry: ref("Entry"), change: optional(count) })),
  }),
  "/proposals": {
    allOf: [page(ref("Proposal")), object({ names: { type: "object" }, statements: { type: "object" } })],
  },
  "/speakers": page(ref("SpeakerSummary")),
  "/statements/:id": object({
    entry: ref("Entry"),
    hidden: count,
    article: ref("Article"),
    reviews: list(ref("Review")),
    corrections: list(ref("Correction")),
    replies: list(object({ entryId: text, from: text, text, at: text })),
    statuses: list(list(ref("Status"))),
    register: optional(object({ offices: list(ref("Office")), agreement: ref("Agreement") })),
    holder: optional({ allOf: [ref("Office"), object({ name: text })] }),
  }),
  "/speakers/:id": object({
    speaker: ref("SpeakerRecord"),
    roles: list(object({ spell: ref("RoleSpell"), offices: list(ref("Office")), agreement: ref("Agreement") })),
    register: list(ref("Office")),
    question: { type: "object" },
    statements: page(ref("Entry")),
    timeline: list(object({ id: text, date: optional(text), shape: text, words: text })),
    shifts: list(ref("Shift")),
    facets: ref("Facets"),
    subjects: list(object({ name: text, words: text })),
  }),
  "/speakers/:id/shifts": object({
    speaker: ref("SpeakerRecord"),
    shifts: list(ref("Shift")),
    from: count,
    total: count,
  }),
  "/offices": object({
    title: optional(text),
    on: optional(text),
    holders: list(object({ name: text, office: ref("Office"), speakerId: optional(text), statements: count })),
    worded: list(object({ value: text, label: text, count, agreement: ref("Agreement") })),
    known: list(text),
  }),
  "/compare": object({
    earlier: ref("Entry"),
    later: optional(ref("Entry")),
    shift: optional(ref("Shift")),
    others: list(ref("Entry")),
  }),
  "/commitments": {
    anyOf: [
      object({ by: text, conditions: page(ref("Condition")), waiting: list(page(ref("StoredCommitment"))) }),
      object({ by: text, statuses: list(object({ status: text, commitments: page(ref("StoredCommitment")) })) }),
      object({ by: text, question: { type: "object" }, commitments: page(ref("StoredCommitment")) }),
    ],
  },
  "/dossiers": object({ dossiers: list(ref("Dossier")) }),
  "/dossiers/:id": object({ dossier: ref("Dossier"), statements: page(ref("Entry")), drawn: list(ref("Entry")) }),
  "/review": object({
    reviewer: text,
    blind: { type: "boolean" },
    doubtful: { type: "boolean" },
    waiting: count,
    progress: optional(object({ decided: count, all: count })),
    entry: optional(ref("Entry")),
    article: optional(ref("Article")),
    reviews: list(ref("Review")),
    agreement: optional(
      object({ reviewers: list(text), both: count, agreed: count, kappa: optional({ type: "number" }) }),
    ),
    last: optional(text),
  }),
  "/corrections": page(ref("Correction")),
  "/articles/:id/correct": object({
    article: object({ id: text, title: optional(text), text }),
    entry: optional(ref("Entry")),
  }),
  "/articles/:id/enter": object({ article: ref("Article") }),
  "/add": object({
    drafts: list(
      object({
        id: text,
        name: text,
        title: optional(text),
        publisher: optional(text),
        published: optional(text),
        statements: count,
      }),
    ),
    failed: optional(text),
  }),
  "/about": object({
    counts: ref("Counts"),
    scores: optional(
      object({
        measured: list(object({ name: text, value: { type: "number" } })),
        otherNews: list(object({ kind: text, shown: count, right: count, missed: count })),
      }),
    ),
  }),
  "/conditions/:id": object({
    condition: ref("Condition"),
    commitments: page(ref("StoredCommitment")),
    like: object({
      same: list(object({ id: text, text })),
      related: list(object({ id: text, text, by: { enum: ["people", "words"] } })),
    }),
  }),
};

const SCHEMAS: Readonly<Record<string, object>> = {
  Trouble: object({ error: object({ status: count, message: text }) }),
  Span: object({ start: count, end: count, text }),
  Speaker: object({
    name: optional(text),
    description: optional(text),
    span: optional(ref("Span")),
    kind: { enum: ["person", "organisation", "group", "document", "unknown"] },
    named: { type: "boolean" },
    role: optional(alsoWords("title")),
  }),
  Commitment: object({
    committer: optional(alsoWords("name")),
    action: ref("Span"),
    polarity: { enum: ["do", "not"] },
    polaritySpan: optional(ref("Span")),
    strength: { enum: ["will", "plan", "may"] },
    strengthSpan: optional(ref("Span")),
    conditions: list(ref("Span")),
    time: list(ref("Span")),
    quantity: list(ref("Span")),
    beneficiary: optional(alsoWords("text")),
    form: optional(object({ value: { enum: ["spoken", "written", "signed"] }, span: ref("Span") })),
    confidence: { type: "number", minimum: 0, maximum: 1 },
    testability: object({ value: { enum: ["testable", "vague"] }, reason: optional(text) }),
  }),
  Entry: object({
    id: text,
    kind: { enum: ["direct", "mixed", "indirect", "own"] },
    act: { enum: ["said", "wrote", "thought", "did"] },
    source: list(ref("Span")),
    cue: list(ref("Span")),
    content: list(ref("Span")),
    free: { type: "boolean" },
    within: optional(text),
    repeats: optional(text),
    speaker: optional(ref("Speaker")),
    said: optional(
      object({ date: text, precision: { enum: ["day", "month", "season", "year", "part"] }, span: ref("Span") }),
    ),
    occasion: optional(alsoWords("text")),
    addressee: optional(alsoWords("text")),
    commitments: list(ref("Commitment")),
    confidence: { type: "number", minimum: 0, maximum: 1 },
    doubtful: list(ref("Commitment")),
    articleId: text,
    articleTitle: optional(text),
    publisher: optional(text),
    url: optional(text),
    published: optional(text),
    language: optional(text),
    speakerId: optional(text),
    date: optional(text),
    engine: optional(text),
    state: { enum: ["current", "replaced", "moved", "decided", "changed", "redacted"] },
    follows: optional(text),
    review: { enum: ["none", "confirmed", "amended", "rejected", "disagreed", "entered"] },
    amended: list(text),
    enteredBy: optional(text),
    disputed: { type: "boolean" },
  }),
  Review: {
    type: "object",
    properties: {
      entryId: text,
      decision: { enum: ["confirm", "amend", "reject", "skip"] },
      reason: text,
      fields: { type: "object" },
      by: text,
      at: text,
    },
    required: ["entryId", "decision", "by", "at"],
  },
  Correction: object({
    id: text,
    articleId: text,
    entryId: optional(text),
    span: ref("Span"),
    note: text,
    from: optional(text),
    at: text,
    state: { enum: ["open", "accepted", "rejected"] },
    decision: optional(object({ reason: text, by: text, at: text })),
  }),
  Redaction: object({ subject: text, article: text, reason: text, at: text, by: text }),
  Version: object({
    id: text,
    title: optional(text),
    language: optional(text),
    addedAt: text,
    published: optional(text),
  }),
  Proposal: object({
    id: text,
    proposed: {
      type: "object",
      properties: {
        kind: { enum: ["merge", "split"] },
        speaker: text,
        into: text,
        entries: list(text),
        name: text,
      },
      required: ["kind", "speaker"],
    },
    reason: text,
    by: text,
    at: text,
    state: { enum: ["open", "accepted", "refused"] },
    decision: optional(object({ reason: optional(text), by: text, at: text })),
  }),
  Status: object({
    status: { enum: [...COMMITMENT_STATUSES] },
    evidence: text,
    lookedAt: text,
    by: text,
  }),
  Dossier: object({ id: text, name: text, question: { type: "object" }, by: text, at: text }),
  Moment: object({ id: text, date: optional(text), role: optional(text), content: list(ref("Span")) }),
  Shift: object({
    earlier: ref("Moment"),
    later: ref("Moment"),
    changes: list({ type: "object", properties: { kind: text }, required: ["kind"] }),
    position: { type: "boolean" },
    subject: object({ words: list(text), likeness: { type: "number" } }),
    compared: object({ statements: count, from: optional(text), to: optional(text) }),
  }),
  Article: object({
    id: text,
    text,
    title: optional(text),
    byline: optional(text),
    publisher: optional(text),
    url: optional(text),
    published: optional(text),
    language: optional(text),
    hash: text,
    given: list(text),
    furniture: list(object({ kind: text, start: count, end: count })),
    reuse: optional(
      object({ maxCharacters: optional(count), linkRequired: { type: "boolean" }, start: count, end: count }),
    ),
    speaker: optional(text),
    addedAt: text,
    addedBy: text,
    engine: text,
    previous: optional(text),
    next: optional(text),
    appearances: list(
      object({ url: optional(text), publisher: optional(text), title: optional(text), published: optional(text) }),
    ),
  }),
  ArticleSummary: object({
    id: text,
    title: optional(text),
    publisher: optional(text),
    url: optional(text),
    published: optional(text),
    language: optional(text),
    addedAt: text,
    entries: count,
    speakers: list(text),
  }),
  SpeakerSummary: object({
    id: text,
    name: text,
    kind: text,
    statements: count,
    commitments: count,
    roles: list(text),
  }),
  SpeakerRecord: object({
    id: text,
    name: text,
    kind: text,
    statements: count,
    commitments: count,
    roles: list(text),
    names: list(text),
    roleSpells: list(ref("RoleSpell")),
  }),
  RoleSpell: object({ title: text, first: optional(text), last: optional(text), statements: count }),
  Office: object({
    title: text,
    organisation: optional(text),
    from: optional(text),
    to: optional(text),
    held: { enum: ["certain", "possible"] },
  }),
  Agreement: { enum: ["agree", "differ", "silent"] },
  StoredCommitment: object({
    entry: ref("Entry"),
    index: count,
    commitment: ref("Commitment"),
    doubtful: { type: "boolean" },
    conditionIds: list(text),
    due: { type: "boolean" },
    status: optional(ref("Status")),
  }),
  Condition: object({
    id: text,
    text,
    waiting: count,
    met: optional(object({ on: text, evidence: text, by: text })),
  }),
  Facets: {
    type: "object",
    properties: {
      speakers: list(ref("Facet")),
      publishers: list(ref("Facet")),
      years: list(ref("Facet")),
      kinds: list(ref("Facet")),
      strengths: list(ref("Facet")),
      atLeast: { enum: [true] },
    },
    required: ["speakers", "publishers", "years", "kinds", "strengths"],
  },
  Facet: object({ value: text, label: text, count }),
  Counts: object({ articles: count, entries: count, speakers: count, commitments: count, events: count }),
};
