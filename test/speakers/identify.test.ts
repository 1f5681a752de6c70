import assert from "node:assert/strict";
import { test } from "node:test";
import { array, assert as forAll, constantFrom, nat, property, string, tuple } from "fast-check";
import type { Article } from "../../src/core/article.ts";
import type { Attribution } from "../../src/core/attribution/attribution.ts";
import { hashOf } from "../../src/core/hash.ts";
import { identify } from "../../src/core/speakers/identify.ts";
import type { Statement } from "../../src/core/statement.ts";
import { analyse } from "../../src/core/text/analyse.ts";
import { loadEnglish } from "../../src/ingest/languages.ts";

const english = loadEnglish();

function articleOf(text: string, published: string | null = null): Article {
  return {
    text,
    title: null,
    byline: null,
    publisher: null,
    url: null,
    published,
    language: "en",
    hash: hashOf(text),
    reuse: null,
    speaker: null,
    given: [],
    furniture: [],
  };
}

/** Reads `source[words]`, `cue[words]`, `content[words]` marks, numbered by attribution (`source1[…]`), out of a text. */
function marked(text: string): { readonly plain: string; readonly attributions: readonly Attribution[] } {
  let plain = "";
  const parts = new Map<number, Record<"source" | "cue" | "content", { start: number; end: number }[]>>();
  const open: { name: "source" | "cue" | "content"; number: number; start: number }[] = [];
  for (const [piece, name, number] of text.matchAll(/(source|cue|content)(\d*)\[|\]|[^]/g)) {
    if (name === "source" || name === "cue" || name === "content")
      open.push({ name, number: Number(number ?? "") || 1, start: plain.length });
    else if (piece === "]" && open.length > 0) {
      const { name: part, number: at, start } = open.pop() ?? { name: "source", number: 1, start: 0 };
      const record = parts.get(at) ?? { source: [], cue: [], content: [] };
      record[part].push({ start, end: plain.length });
      parts.set(at, record);
    } else plain += piece;
  }
  const attributions = [...parts.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, ranges]): Attribution => {
      return { kind: "indirect", act: "said", ...ranges, free: false, within: null, confidence: 0.9 };
    });
  return { plain, attributions };
}

function statementsOf(text: string, published: string | null = null): readonly Statement[] {
  const { plain, attributions } = marked(text);
  return identify(articleOf(plain, published), analyse(plain, [], english.text), attributions, english.speakers);
}

const speakers = (text: string): readonly string[] =>
  statementsOf(text).map(({ speaker }) =>
    speaker === null ? "nobody" : `${speaker.name ?? `(${speaker.description})`} · ${speaker.role?.title ?? "-"}`,
  );

const CASES: readonly (readonly [string, readonly string[]])[] = [
  [
    "source1[Housing Minister Ana Ruiz] cue1[said] content1[the bridge would open]. source2[She] cue2[added] content2[it was late].",
    ["Ana Ruiz · Housing Minister", "Ana Ruiz · Housing Minister"],
  ],
  [
    "source1[Tomas Laar, the director of the Water Board,] cue1[said] content1[it leaks]. Later source2[Laar] cue2[said] content2[it was mended].",
    ["Tomas Laar · director of the Water Board", "Tomas Laar · director of the Water Board"],
  ],
  [
    "source1[Kestria’s national security advisor, Jonas Vell,] cue1[stated] content1[the talks go on].",
    ["Jonas Vell · Kestria’s national security advisor"],
  ],
  ["source1[A senior official] cue1[said] content1[the vote was lost].", ["(A senior official) · senior official"]],
  ["source1[Critics] cue1[say] content1[it is too dear].", ["(Critics) · -"]],
  [
    "Ana Ruiz and her brother Tomas Ruiz were there. source1[Tomas Ruiz] cue1[said] content1[he was glad]. source2[Ana] cue2[said] content2[so was she].",
    ["Tomas Ruiz · -", "Ana Ruiz · -"],
  ],
  [
    "source1[Tomas Laar, the director of the Water Board,] cue1[said] content1[the dam would be mended by June].",
    ["Tomas Laar · director of the Water Board"],
  ],
  ["source1[Ilse Brandt, 47, a lawyer from Osterby,] cue1[said] content1[she would appeal].", ["Ilse Brandt · lawyer"]],
  [
    "source1[Norvale’s Minister for Housing and Social Affairs Ana Ruiz] cue1[said] content1[the rents would be frozen].",
    ["Ana Ruiz · Norvale’s Minister for Housing and Social Affairs"],
  ],
  [
    "source1[Senator Paul Merrow, chairman of the Harbour Committee,] cue1[said] content1[the bill would fail].",
    ["Paul Merrow · chairman of the Harbour Committee"],
  ],
  [
    "source1[Head of the Office of the President of Kestria Oskar Lind] cue1[said] content1[it would be signed].",
    ["Oskar Lind · Head of the Office of the President of Kestria"],
  ],
  [
    "content1[“We will win this,”] cue1[said] source1[Robert C. “Bobby” Garrow, the union’s president]. source2[Garrow] cue2[added] content2[it was time].",
    ["Robert C. “Bobby” Garrow · president", "Robert C. “Bobby” Garrow · president"],
  ],
  [
    "source1[Ursel von der Aue] cue1[told] reporters content1[that the fund was empty]. source2[Mrs. von der Aue] cue2[added] content2[that it was so].",
    ["Ursel von der Aue · -", "Ursel von der Aue · -"],
  ],
  [
    "source1[Prime Minister Rūta Balčytienė] cue1[said] content1[the army would stay]. source2[Balčytienė] cue2[added] content2[nobody would go].",
    ["Rūta Balčytienė · Prime Minister", "Rūta Balčytienė · Prime Minister"],
  ],
  [
    "source1[J. R. Olsen, the harbour master,] cue1[said] content1[the pier was safe].",
    ["J. R. Olsen · harbour master"],
  ],
  [
    "source1[Sir Victor Lamb, who replaced Tessa Roe as leader in July,] cue1[said] content1[the party would vote].",
    ["Victor Lamb · -"],
  ],
  [
    "source1[Ana Ruiz, a former aide to President Oskar Lind,] cue1[argued] content1[that the tax should be raised].",
    ["Ana Ruiz · former aide to President Oskar Lind"],
  ],
  [
    "source1[Finance Minister Ilse Brandt] cue1[said] content1[the money was there], but source2[Norvale’s central bank] cue2[warned] content2[that it was not].",
    ["Ilse Brandt · Finance Minister", "(Norvale’s central bank) · -"],
  ],
  ["source1[Ana Ruiz and Tomas Laar] cue1[said] content1[they would vote].", ["Ana Ruiz and Tomas Laar · -"]],
  [
    "source1[President Oskar Lind and Finance Minister Ilse Brandt] cue1[said] content1[it would be raised].",
    ["Oskar Lind and Ilse Brandt · -"],
  ],
  [
    "source1[Ana Ruiz, Tomas Laar and Ilse Brandt] cue1[said] content1[they would vote].",
    ["Ana Ruiz, Tomas Laar and Ilse Brandt · -"],
  ],
  [
    "source1[Ana Ruiz] cue1[said] of Tomas Laar content1[that he was tired]. source2[She] cue2[added] content2[that he would be missed].",
    ["Ana Ruiz · -", "Ana Ruiz · -"],
  ],
  [
    "The motion was backed by Ilse Brandt, source1[who] cue1[said] content1[that it would be close].",
    ["Ilse Brandt · -"],
  ],
  [
    "Ilse Brandt met Oskar Lind on Monday. source1[She] cue1[said] content1[the talks were good]. source2[He] cue2[said] content2[they were short].",
    ["Ilse Brandt · -", "Oskar Lind · -"],
  ],
  [
    "Kestrian Prime Minister Mira Kaal came to Port Sable. source1[The Kestrian leader] cue1[said] content1[her country would help].",
    ["Mira Kaal · Kestrian Prime Minister"],
  ],
  [
    "Kestrian Prime Minister Mira Kaal came to Port Sable. source1[The Kestrian PM] cue1[said] content1[her country would help].",
    ["Mira Kaal · Kestrian Prime Minister"],
  ],
  [
    "Kestrian Prime Minister Mira Kaal met Norvalian President Oskar Lind. source1[The Norvalian president] cue1[said] content1[it would stay open]. source2[The Kestrian leader] cue2[said] content2[it would not].",
    ["Oskar Lind · Norvalian President", "Mira Kaal · Kestrian Prime Minister"],
  ],
  [
    "President Oskar Lind met President Karl Voss. source1[The president] cue1[said] content1[it would stay open].",
    ["(The president) · president"],
  ],
  [
    "source1[A spokeswoman for Ana Ruiz] cue1[said] content1[the mayor would stay].",
    ["(A spokeswoman for Ana Ruiz) · spokeswoman for Ana Ruiz"],
  ],
  [
    "Ana Ruiz stayed away. source1[Her spokesman, Piet Dahl,] cue1[said] content1[she was ill].",
    ["Piet Dahl · spokesman"],
  ],
  [
    "source1[A senior official at the Ministry of Transport] cue1[said] content1[it would open].",
    ["(A senior official at the Ministry of Transport) · senior official"],
  ],
  [
    "source1[Two sources] cue1[said] content1[she would resign]. source2[Critics] cue2[say] content2[it is late]. source3[Some residents] cue3[want] content3[her to stay].",
    ["(Two sources) · -", "(Critics) · -", "(Some residents) · -"],
  ],
  [
    "source1[The Norvale Teachers’ Union] cue1[said] content1[its members would strike]. source2[The union] cue2[said] content2[it was an insult].",
    ["Norvale Teachers’ Union · -", "Norvale Teachers’ Union · -"],
  ],
  ["source1[Kestria] cue1[said] content1[it would not accept another treaty].", ["Kestria · -"]],
  ["source1[The Ruiz campaign] cue1[said] content1[the poll was wrong].", ["Ruiz campaign · -"]],
  ["source1[Ana Ruiz’s team] cue1[said] content1[the poll was wrong].", ["Ruiz team · -"]],
  ["source1[The report] cue1[says] content1[the dam is not safe].", ["(The report) · -"]],
  [
    "source1[A Harbour Gazette poll] cue1[says] content1[most want it]. source2[The poll] cue2[says] content2[few do not].",
    ["Harbour Gazette poll · -", "Harbour Gazette poll · -"],
  ],
  ["source1[Ana Ruiz’s statement] cue1[said] content1[the dam was safe].", ["Ana Ruiz · -"]],
  [
    "Ana Ruiz declined to comment. source1[A person close to the talks] cue1[said] content1[she would resign].",
    ["(A person close to the talks) · -"],
  ],
  [
    "source1[Republicans on the House Budget Committee] cue1[said] content1[it would fail].",
    ["(Republicans on the House Budget Committee) · -"],
  ],
  ["source1[The mayor of Osterby, Ana Ruiz,] cue1[said] content1[it would open].", ["Ana Ruiz · mayor of Osterby"]],
  ["source1[Mr. Laar] cue1[said] content1[it leaks]. Tomas Laar runs the board.", ["Tomas Laar · -"]],
  [
    "source1[Secretary of State John Merrow and Foreign Minister Karl Voss] cue1[said] content1[it was over].",
    ["John Merrow and Karl Voss · -"],
  ],
  [
    "source1[Sens. Paul Merrow (D-Ore.) and Ida Holm (R-La.)] cue1[asked] content1[why]. source2[Holm] cue2[said] content2[so].",
    ["Paul Merrow and Ida Holm · Sens.", "Ida Holm · -"],
  ],
  [
    "source1[The former mayor] cue1[said] content1[no]. Former mayor Ana Ruiz was seen with mayor Tomas Laar.",
    ["Ana Ruiz · Former mayor"],
  ],
  ["Ana Ruiz spoke first. source1[Her rival Tomas Laar] cue1[said] content1[she was wrong].", ["Tomas Laar · -"]],
  [
    "source1[A former Harbour Board chairwoman] cue1[called] for content1[a new vote]. content2[“It was not fair,”] cue2[said] source2[Ida Holm, who ran the board until May].",
    ["Ida Holm · former Harbour Board chairwoman", "Ida Holm · former Harbour Board chairwoman"],
  ],
  [
    "source1[A senior Harbour Board official] cue1[said] content1[the vote was lost]. source2[Ida Holm, a teacher,] cue2[said] content2[she was sad].",
    ["(A senior Harbour Board official) · senior Harbour Board official", "Ida Holm · teacher"],
  ],
  [
    "Oskar Lind’s source1[aides] cue1[said] content1[he was ill]. source2[Lind’s aides] cue2[said] content2[he was well]. source3[The Lind brothers’ lawyers] cue3[said] content3[no].",
    ["(Oskar Lind’s aides) · -", "(Lind’s aides) · -", "(The Lind brothers’ lawyers) · -"],
  ],
  [
    "source1[The Kestria Society National Director Nils Awad] cue1[said] content1[no]. source2[presidential candidate Dr. Ben Carlow] cue2[said] content2[yes].",
    ["Nils Awad · Kestria Society National Director", "Ben Carlow · presidential candidate"],
  ],
];

for (const [text, expected] of CASES) test(text, () => assert.deepEqual(speakers(text), expected));

test("a statement has its time, occasion and addressee from the reporting clause", () => {
  const [statement] = statementsOf(
    "Mayor Ana Ruiz cue1[told] the Harbour Gazette on Tuesday, during a briefing in Osterby, content1[that the bridge would open in May].",
    "2026-03-04",
  );
  assert.equal(statement?.said?.date, "2026-03-03");
  assert.equal(statement?.occasion?.text, "a briefing in Osterby");
  assert.equal(statement?.addressee?.text, "the Harbour Gazette");
});

test("any text and any attributions give statements with spans in the text and stable ids", () => {
  const words = constantFrom(
    ..."Ana Ruiz said he she “ ” \" , . who the Mayor Mr. of and on Tuesday Democrats they ' told ( ) \n\n".split(" "),
  );
  const range = tuple(nat(200), nat(40));
  forAll(
    property(
      array(words, { maxLength: 60 }),
      string(),
      array(array(range, { maxLength: 2 }), { maxLength: 9 }),
      (list, other, ranges) => {
        const text = `${list.join(" ")} ${other}`;
        const cut = (pairs: readonly (readonly [number, number])[]) =>
          pairs
            .map(([from, length]) => ({
              start: Math.min(from, text.length),
              end: Math.min(from + length, text.length),
            }))
            .sort((a, b) => a.start - b.start);
        const attributions: Attribution[] = [];
        for (let at = 0; at + 2 < ranges.length; at += 3)
          attributions.push({
            kind: "mixed",
            act: "said",
            source: cut(ranges[at] ?? []),
            cue: cut(ranges[at + 1] ?? []),
            content: cut(ranges[at + 2] ?? []),
            free: at % 2 === 0,
            within: null,
            confidence: 0.5,
          });
        const analysis = analyse(text, [], english.text);
        const statements = identify(articleOf(text), analysis, attributions, english.speakers);
        assert.deepEqual(statements, identify(articleOf(text), analysis, attributions, english.speakers));
        for (const { source, cue, content, speaker, said, occasion, addressee } of statements)
          for (const span of [
            ...source,
            ...cue,
            ...content,
            speaker?.span,
            speaker?.role?.span,
            said?.span,
            occasion?.span,
            addressee?.span,
          ])
            if (span) assert.equal(span.text, text.slice(span.start, span.end));
      },
    ),
  );
});
