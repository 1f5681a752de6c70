/** A base form, then the forms of it that no suffix rule reaches. */
const IRREGULAR = `be am is are was were been being 's 're 'm ’s ’re ’m|have has had having 've ’ve|do does did done|say said
  says|tell told|write wrote written|think thought|speak spoke spoken|swear swore sworn|know knew known|feel felt|
  find found|hold held|make made|take took taken|give gave given|go went gone goes|come came|see saw seen|hear heard|
  understand understood|forget forgot forgotten|mean meant|put put|lay laid|pay paid|get got gotten|lead led|leave left|
  lose lost|keep kept|begin began begun|become became|bring brought|show shown|run ran|stand stood|sit sat|send sent|
  spend spent|seek sought|teach taught|buy bought|foresee foresaw foreseen|plead pled|win won|meet met|build built|
  bear born bore|draw drew drawn|fall fell fallen|choose chose chosen|grow grew grown|catch caught|break broke broken|
  rise rose risen|fight fought|sell sold|strike struck|drive drove driven|stick stuck|throw threw thrown|fly flew flown|
  shoot shot|steal stole stolen|wear wore worn|bind bound|overrule overruled|mislead misled|withdraw withdrew withdrawn|
  woman women|man men|child children|person persons|life lives|die died dying|lie lied lying|tie tied tying|
  overturn overturned|undergo underwent|undertake undertook|shake shook shaken|sing sang sung|drink drank|eat ate eaten|
  ride rode ridden|hide hid hidden|wake woke|arise arose|beat beaten|lend lent|deal dealt|dream dreamt|learn learnt|
  sleep slept|sweep swept|weep wept|add added adding|ban banned banning|sue sued suing|vie vied|argue argued arguing`;

const BASES: ReadonlyMap<string, string> = new Map(
  IRREGULAR.split("|").flatMap((line) => {
    const [base = "", ...forms] = line.trim().split(/\s+/);
    return forms.map((form): [string, string] => [form, base]);
  }),
);

const UNCHANGED: ReadonlySet<string> = new Set(
  `this his its us yes thus always perhaps news politics during something nothing anything everything morning evening
  king need indeed speed red hundred bed series caucus campus status bus gas bias bring thing sing ring string spring wing
  headquarters economics species whereas besides nowadays afterwards towards is as was has does goes`.split(/\s+/),
);

const VOWEL = /[aeiouy]/;

const IRREGULAR_BASES: ReadonlySet<string> = new Set(BASES.values());

/** Makes a function from an English word in lower case to its base form; `known` are base forms to prefer. */
export function lemmatizer(words: { has(word: string): boolean }): (lower: string) => string {
  const known = { has: (word: string): boolean => words.has(word) || IRREGULAR_BASES.has(word) };
  return (lower) => {
    const irregular = BASES.get(lower);
    if (irregular !== undefined) return irregular;
    const n = lower.length;
    if (n < 4 || UNCHANGED.has(lower) || known.has(lower)) return lower;
    if (n > 4 && (lower.endsWith("ies") || lower.endsWith("ied"))) return `${lower.slice(0, -3)}y`;
    if (lower.endsWith("s") && !/(?:ss|us|is)$/.test(lower))
      return /(?:ss|sh|ch|x|zz)es$/.test(lower) ? lower.slice(0, -2) : lower.slice(0, -1);
    if (n > 5 && lower.endsWith("ing")) return restored(lower.slice(0, -3), lower, known);
    if (n > 4 && lower.endsWith("ed")) return restored(lower.slice(0, -2), lower, known);
    return lower;
  };
}

// "emphasiz" wants its e back, "stopp" has a letter too many, "talk" is whole
function restored(stem: string, word: string, known: { has(word: string): boolean }): string {
  if (!VOWEL.test(stem)) return word;
  const doubled = stem.at(-1) === stem.at(-2);
  if (known.has(stem)) return stem;
  if (known.has(`${stem}e`)) return `${stem}e`;
  if (doubled && known.has(stem.slice(0, -1))) return stem.slice(0, -1);
  if (doubled && !/[lsfz]$/.test(stem)) return stem.slice(0, -1);
  return /(?:[vuzcg]|[bcdgkpt]l|[^s]s|at|ir|ur)$/.test(stem) && !stem.endsWith("ing") ? `${stem}e` : stem;
}
