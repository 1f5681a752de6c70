import type { Article } from "../../src/core/article.ts";
import type { Commitment } from "../../src/core/commitment.ts";
import type { Entry } from "../../src/core/entry.ts";
import { hashOf, statementId } from "../../src/core/hash.ts";
import type { Span } from "../../src/core/span.ts";
import { spanOf } from "../../src/core/span.ts";
import type { ReadArticle } from "../../src/ledger/ledger.ts";

/**
 * Articles with entries written by hand, so that the tests of the pages do not depend on what the engine finds.
 * The country, its people and its outlets are invented.
 */
export function sampleArticles(): readonly ReadArticle[] {
  return [bridge(), ceasefire(), hostile(), undated()];
}

/** An article of `count` conditional promises by one speaker, for weight and paging; `article` varies its words. */
export function manyStatements(count: number, article: number = 0, speaker: string = "Odo Trask"): ReadArticle {
  const sentences = Array.from(
    { length: count },
    (_, index) =>
      `Velmar Minister for Roads ${speaker} said that stretch ${index + 1} of road ${article + 1} would be repaved before the winter of ${2020 + ((index + article) % 7)} only if the stone arrives from quarry ${((index * 7) % 23) + 23 * (article % 200)}.`,
  );
  const text = sentences.join("\n");
  let at = 0;
  const entries = sentences.map((sentence, index) => {
    const from = at;
    at += sentence.length + 1;
    const words = finder(text, from);
    return entryOf(text, {
      kind: "indirect",
      source: [`Velmar Minister for Roads ${speaker}`],
      cue: ["said"],
      content: [sentence.slice(sentence.indexOf("that stretch"), -1)],
      speaker,
      role: "Minister for Roads",
      from,
      confidence: 0.6 + (index % 4) / 10,
      commitments: [
        {
          ...plainCommitment(words(sentence.slice(sentence.indexOf("repaved"), sentence.indexOf(" only if")))),
          committer: { name: speaker, span: words(speaker) },
          strengthSpan: words("would"),
          conditions: [words(sentence.slice(sentence.indexOf("only if"), -1))],
        },
      ],
    });
  });
  return {
    article: articleOf(text, {
      title: `Road plan, part ${article + 1}`,
      publisher: "Velmar Gazette",
      url: `https://gazette.example/roads/${article + 1}`,
      published: `${2020 + (article % 6)}-${String((article % 12) + 1).padStart(2, "0")}-03`,
    }),
    entries,
    engine: "hand",
    origin: `roads-${article + 1}.txt`,
  };
}

/** An article that its publisher changed: two paragraphs stayed, the words of a statement did not. */
export function updatedArticle(): { readonly before: ReadArticle; readonly now: ReadArticle } {
  const lines = (said: string): string =>
    ["The quarry at Ost", "Work began in spring.", `Quarry keeper Runa Holt said ${said}.`, "The road is closed."].join(
      "\n",
    );
  const read = (said: string, engine: string): ReadArticle => {
    const text = lines(said);
    return {
      article: articleOf(text, {
        title: "The quarry at Ost",
        publisher: "Velmar Gazette",
        url: "https://gazette.example/quarry",
        published: "2025-05-02",
      }),
      entries: [
        entryOf(text, {
          kind: "indirect",
          source: ["Quarry keeper Runa Holt"],
          cue: ["said"],
          content: [said],
          speaker: "Runa Holt",
          role: "Quarry keeper",
          from: 0,
          confidence: 0.9,
          commitments: [],
        }),
      ],
      engine,
      origin: "quarry.txt",
    };
  };
  return { before: read("the quarry pays for the road", "hand"), now: read("the quarry may pay for the road", "hand") };
}

function bridge(): ReadArticle {
  const title = "Velmar to rebuild the Ost bridge only if tolls pass";
  const text = [
    "English Velmarian",
    title,
    "“We will rebuild the Ost bridge by 2027 if parliament passes the tolls,” Transport Minister Ilse Marn told reporters at a briefing in Port Sable on 4 March 2025.",
    "Marn said the works would employ 2,000 people.",
    "Opposition leader Bertil Quade called the plan “a bridge to nowhere” and said his party will not vote for tolls.",
    "Support independent journalism. Become a patron today.",
    "A senior official said the ministry may publish the costs.",
    "© Velmar Gazette. Maximum 300-character extract with an active link.",
  ].join("\n");
  const words = finder(text, 0);
  const content = "“We will rebuild the Ost bridge by 2027 if parliament passes the tolls,”";
  return {
    article: articleOf(text, {
      title,
      publisher: "Velmar Gazette",
      url: "https://gazette.example/2025/ost-bridge",
      published: "2025-03-04",
      byline: "Pia Lund",
      reuse: {
        maxCharacters: 300,
        linkRequired: true,
        ...range(words("Maximum 300-character extract with an active link")),
      },
      furniture: [
        { kind: "language-switch", ...range(words("English Velmarian")) },
        { kind: "plea", ...range(words("Support independent journalism. Become a patron today.")) },
        {
          kind: "copyright",
          ...range(words("© Velmar Gazette. Maximum 300-character extract with an active link.")),
        },
      ],
    }),
    entries: [
      entryOf(text, {
        kind: "direct",
        source: ["Transport Minister Ilse Marn"],
        cue: ["told"],
        content: [content],
        speaker: "Ilse Marn",
        role: "Transport Minister",
        said: { date: "2025-03-04", precision: "day", span: words("4 March 2025") },
        occasion: "a briefing in Port Sable",
        addressee: "reporters",
        confidence: 0.96,
        commitments: [
          {
            ...plainCommitment(words("rebuild the Ost bridge", text.indexOf("We will"))),
            committer: { name: "We", span: words("We") },
            strengthSpan: words("will"),
            conditions: [words("if parliament passes the tolls")],
            time: [words("by 2027")],
          },
        ],
      }),
      entryOf(text, {
        kind: "indirect",
        source: ["Marn"],
        cue: ["said"],
        content: ["the works would employ 2,000 people"],
        speaker: "Ilse Marn",
        from: text.indexOf("Marn said"),
        confidence: 0.88,
      }),
      entryOf(text, {
        kind: "mixed",
        source: ["Opposition leader Bertil Quade"],
        cue: ["called"],
        content: ["the plan “a bridge to nowhere”"],
        speaker: "Bertil Quade",
        role: "Opposition leader",
        confidence: 0.74,
      }),
      entryOf(text, {
        kind: "indirect",
        source: ["Opposition leader Bertil Quade"],
        cue: ["said"],
        content: ["his party will not vote for tolls"],
        speaker: "Bertil Quade",
        role: "Opposition leader",
        from: text.indexOf("Opposition leader"),
        confidence: 0.81,
        commitments: [
          {
            ...plainCommitment(words("vote for tolls")),
            polarity: "not",
            polaritySpan: words("not", text.indexOf("will not")),
            strengthSpan: words("will", text.indexOf("will not")),
            committer: { name: "his party", span: words("his party") },
          },
        ],
      }),
      entryOf(text, {
        kind: "indirect",
        source: ["A senior official"],
        cue: ["said"],
        content: ["the ministry may publish the costs"],
        speaker: null,
        from: text.indexOf("A senior official"),
        confidence: 0.3,
      }),
    ],
    engine: "hand",
    origin: "bridge.txt",
  };
}

function ceasefire(): ReadArticle {
  const title = "Marn, now prime minister, drops the tolls";
  const text = [
    title,
    "Prime Minister Ilse Marn said in September that Velmar plans to send engineers to Ost, but only after a ceasefire.",
    "“The bridge comes first. As Quade once said, ‘a bridge to nowhere’ — we shall see,” Marn wrote to the Harbour Union.",
  ].join("\n");
  const words = finder(text, 0);
  const outer = entryOf(text, {
    kind: "direct",
    source: ["Marn"],
    cue: ["wrote"],
    content: ["“The bridge comes first. As Quade once said, ‘a bridge to nowhere’ — we shall see,”"],
    act: "wrote",
    speaker: "Ilse Marn",
    from: text.indexOf("“The bridge"),
    addressee: "the Harbour Union",
    confidence: 0.93,
  });
  return {
    article: articleOf(text, {
      title,
      publisher: "Ost Courier",
      url: "https://courier.example/marn?story=2&part=1",
      published: "2025-09",
      given: ["published"],
    }),
    entries: [
      entryOf(text, {
        kind: "indirect",
        source: ["Prime Minister Ilse Marn"],
        cue: ["said"],
        content: ["Velmar plans to send engineers to Ost, but only after a ceasefire"],
        speaker: "Ilse Marn",
        role: "Prime Minister",
        said: { date: "2025-09", precision: "month", span: words("September") },
        confidence: 0.91,
        commitments: [
          {
            ...plainCommitment(words("send engineers to Ost")),
            committer: { name: "Velmar", span: words("Velmar") },
            strength: "plan",
            strengthSpan: words("plans to"),
            conditions: [words("only after a ceasefire")],
          },
        ],
      }),
      outer,
      entryOf(text, {
        kind: "direct",
        source: ["Quade"],
        cue: ["said"],
        content: ["‘a bridge to nowhere’"],
        speaker: "Bertil Quade",
        from: text.indexOf("As Quade"),
        within: outer.id,
        confidence: 0.7,
      }),
    ],
    engine: "hand",
    origin: "ceasefire.txt",
  };
}

/** What an article contains is shown as text, whatever it is. */
function hostile(): ReadArticle {
  const text = `<script>alert("x")</script> & Co\nMayor <b onclick=alert(1)>Sten</b> said <img src=x onerror=alert(2)> will come.`;
  return {
    article: articleOf(text, {
      title: `<script>alert("title")</script>`,
      publisher: `"><svg onload=alert(3)>`,
      url: "javascript:alert(4)",
      published: "2024",
    }),
    entries: [
      entryOf(text, {
        kind: "indirect",
        source: ["Mayor <b onclick=alert(1)>Sten</b>"],
        cue: ["said"],
        content: ["<img src=x onerror=alert(2)> will come"],
        speaker: "<b onclick=alert(1)>Sten</b>",
        role: "Mayor",
        confidence: 0.6,
      }),
    ],
    engine: "hand",
    origin: "hostile.html",
  };
}

function undated(): ReadArticle {
  const text = "Harbour master Tove Rand said on 12 May that ships wait.";
  const words = finder(text, 0);
  return {
    article: articleOf(text, { title: null, publisher: null, url: null, published: null }),
    entries: [
      entryOf(text, {
        kind: "indirect",
        source: ["Harbour master Tove Rand"],
        cue: ["said"],
        content: ["ships wait"],
        speaker: "Tove Rand",
        role: "Harbour master",
        said: { date: "XXXX-05-12", precision: "day", span: words("12 May") },
        confidence: 0.8,
      }),
    ],
    engine: "hand",
    origin: "undated.txt",
  };
}

interface Written {
  readonly kind: Entry["kind"];
  readonly act?: Entry["act"];
  readonly source: readonly string[];
  readonly cue: readonly string[];
  readonly content: readonly string[];
  readonly speaker: string | null;
  readonly role?: string;
  readonly said?: Entry["said"];
  readonly occasion?: string;
  readonly addressee?: string;
  readonly within?: string;
  readonly from?: number;
  readonly confidence: number;
  readonly commitments?: readonly Commitment[];
}

function entryOf(text: string, written: Written): Entry {
  const find = finder(text, written.from ?? 0);
  const source = written.source.map((words) => find(words));
  const content = written.content.map((words) => find(words));
  const cue = written.cue.map((words) => finder(text, source[0]?.start ?? 0)(words));
  const role = written.role;
  return {
    id: statementId(hashOf(text), { source, cue, content }),
    kind: written.kind,
    act: written.act ?? "said",
    source,
    cue,
    content,
    free: false,
    within: written.within ?? null,
    repeats: null,
    speaker: {
      name: written.speaker,
      description: written.speaker === null ? (written.source[0] ?? null) : null,
      span: written.speaker === null || !text.includes(written.speaker) ? null : finder(text, 0)(written.speaker),
      kind: written.speaker === null ? "unknown" : "person",
      named: written.speaker !== null,
      role: role === undefined ? null : { title: role, span: finder(text, 0)(role) },
    },
    said: written.said ?? null,
    occasion: written.occasion === undefined ? null : { text: written.occasion, span: find(written.occasion) },
    addressee: written.addressee === undefined ? null : { text: written.addressee, span: find(written.addressee) },
    confidence: written.confidence,
    commitments: written.commitments ?? [],
  };
}

function plainCommitment(action: Span): Commitment {
  return {
    committer: null,
    action,
    polarity: "do",
    polaritySpan: null,
    strength: "will",
    strengthSpan: null,
    conditions: [],
    time: [],
    quantity: [],
    beneficiary: null,
    form: null,
    confidence: 0.9,
    testability: { value: "testable", reason: null },
  };
}

function articleOf(
  text: string,
  about: Pick<Article, "title" | "publisher" | "url" | "published"> & Partial<Article>,
): Article {
  return {
    byline: null,
    language: "en",
    hash: hashOf(text),
    reuse: null,
    speaker: null,
    given: [],
    furniture: [],
    ...about,
    text,
  };
}

function finder(text: string, from: number): (words: string, after?: number) => Span {
  return (words, after = from) => {
    const start = text.indexOf(words, after);
    if (start < 0) throw new RangeError(`The text does not contain ${JSON.stringify(words)}`);
    return spanOf(text, start, start + words.length);
  };
}

function range({ start, end }: Span): { readonly start: number; readonly end: number } {
  return { start, end };
}
