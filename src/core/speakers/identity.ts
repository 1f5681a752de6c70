/**
 * One person, one key, however an outlet spells the name. Case, accents, titles, middle initials and the usual
 * transliterations are folded, so that "Zelensky", "Zelenskyy" and "Zelenskiy" meet, and "the European Union" meets "EU".
 * A surname alone keeps a key of its own: whether it is the person of the full name is for the article or a person to say.
 */
export function speakerKey(name: string): string {
  const words = wordsOf(name);
  const alias = ALIASES.get(words.join(" "));
  if (alias !== undefined) return alias;
  const bare = withoutTitles(words).filter((word, at, all) => !isMiddleInitial(word, at, all));
  const known = ALIASES.get(bare.join(" "));
  if (known !== undefined) return known;
  if (bare.length === 1) return surnameKey(bare[0] ?? "");
  return bare.map((word, at) => (isSurname(at, bare) ? surnameKey(word) : (FIRST_NAMES.get(word) ?? word))).join(" ");
}

/**
 * True when two names, each as full as its source gives it, are surely of one person or body: their keys are equal, or they
 * differ only by a familiar form of the first name ("Bill Clinton", "William Clinton") or by middle names that one leaves out.
 * Two different first names of one surname are two people; a surname alone is nobody's for sure.
 */
export function sameSpeaker(a: string, b: string): boolean {
  const left = speakerKey(a);
  const right = speakerKey(b);
  if (left === right) return left !== "";
  const shorter = left.length <= right.length ? left.split(" ") : right.split(" ");
  const longer = left.length <= right.length ? right.split(" ") : left.split(" ");
  if (shorter.length < 2 || longer.length > 4) return false;
  if (shorter.at(-1) !== longer.at(-1) || suffixOf(shorter) !== suffixOf(longer)) return false;
  if (familiar(shorter[0] ?? "") !== familiar(longer[0] ?? "")) return false;
  return shorter.slice(1, -1).every((word) => longer.includes(word));
}

/** Words that stand before a name and are no part of it. */
export function isTitleWord(word: string): boolean {
  return TITLES.has(word);
}

function wordsOf(name: string): string[] {
  return inLatin(name)
    .replace(/[łŁøØđĐßæÆœŒıþÞðÐ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/["“”«»„][^"“”«»„]*["“”«»„]/gu, " ")
    .replace(/['’]s(?![\p{L}])/gu, "")
    .replace(/['’ʼ.]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ")
    .filter((word) => word !== "");
}

/** Writes Cyrillic names as passports do: by the Ukrainian table where a letter or ending shows the name to be Ukrainian, else by the Russian. */
function inLatin(name: string): string {
  if (!/\p{Script=Cyrillic}/u.test(name)) return name;
  const lower = name.toLowerCase();
  const ukrainian = /[іїєґ]|ськ|цьк|енко|чук|володимир|олександр|дмитро|петро|павло/u.test(lower);
  return [...lower].map((letter) => (ukrainian ? UKRAINIAN[letter] : undefined) ?? CYRILLIC[letter] ?? letter).join("");
}

function withoutTitles(words: readonly string[]): string[] {
  let from = 0;
  while (from < words.length - 1 && TITLES.has(words[from] ?? "")) from++;
  return words.slice(from);
}

function isMiddleInitial(word: string, at: number, all: readonly string[]): boolean {
  return word.length === 1 && at > 0 && at < all.length - 1;
}

function isSurname(at: number, words: readonly string[]): boolean {
  return at === words.length - 1 || (at === words.length - 2 && SUFFIXES.has(words.at(-1) ?? ""));
}

function suffixOf(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return SUFFIXES.has(last) ? last : "";
}

function familiar(first: string): string {
  return FAMILIAR.get(first) ?? first;
}

/** Folds what transliterations of Cyrillic and German spellings disagree on. */
function surnameKey(word: string): string {
  let key = word.replace(/(?<=sk|ck|ts?k)(?:yy|iy|ij|yi|yj|ii|yj|i|j|y)$/u, "y").replace(/(?:yy|iy|ij|yj|ii)$/u, "y");
  key = key.replace(/^(?:ye|je|ie)(?=[lmnrstv])/u, "e").replace(/(?<=[aeiou])(?:i|j)(?=ev|ov|$)/u, "y");
  if (key.length >= 6)
    key = key.replace(/(?<=[bcdfghklmnprstvwz])(?:ue|oe|ae)(?=[bcdfghklmnprstvwz])/gu, (pair) => pair[0] ?? "");
  return key
    .replace(/o[uv]$/u, "ov")
    .replace(/eff$/u, "ev")
    .replace(/off$/u, "ov");
}

const LETTERS: Readonly<Record<string, string>> = {
  ł: "l",
  Ł: "L",
  ø: "o",
  Ø: "O",
  đ: "d",
  Đ: "D",
  ß: "ss",
  æ: "ae",
  Æ: "Ae",
  œ: "oe",
  Œ: "Oe",
  ı: "i",
  þ: "th",
  Þ: "Th",
  ð: "d",
  Ð: "D",
};

const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "а:a б:b в:v г:g ґ:g д:d е:e ё:e є:ie ж:zh з:z и:i і:i ї:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts " +
    "ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:iu я:ia ў:u"
  )
    .split(" ")
    .map((pair) => pair.split(":")),
);

/** Where Ukrainian differs. */
const UKRAINIAN: Readonly<Record<string, string>> = { г: "h", и: "y", й: "i" };

const SUFFIXES: ReadonlySet<string> = new Set(["jr", "sr", "ii", "iii", "iv"]);

const TITLES: ReadonlySet<string> = new Set(
  (
    "the mr mrs ms miss mx dr prof professor sir dame lord lady sen senator rep representative gov governor president " +
    "vice premier prime minister foreign defence defense interior finance chancellor secretary general gen colonel col " +
    "captain capt lt lieutenant maj major sgt sergeant admiral adm commander cmdr ambassador congressman congresswoman " +
    "mayor judge justice chief attorney chairman chairwoman chair speaker deputy assistant former ex acting first " +
    "rev reverend pastor father sister rabbi imam cardinal archbishop bishop pm fm mp mep hon honourable honorable pres " +
    "councillor councilman councilwoman commissioner director minister"
  ).split(" "),
);

/** Bodies and countries that news names in more than one way. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "united states": "us usa|united states of america|america",
    "united kingdom": "uk britain|great britain",
    "european union": "eu",
    "united nations": "un uno",
    "north atlantic treaty organization": "nato|north atlantic treaty organisation",
    "international monetary fund": "imf",
    "democratic national committee": "dnc",
    "republican national committee": "rnc",
    "republican party": "gop",
    "federal bureau of investigation": "fbi",
    "central intelligence agency": "cia",
    "associated press": "ap",
    kyiv: "kiev",
  }).flatMap(([key, names]) => [
    [key, key] as const,
    ...names.split("|").flatMap((name, at) => (at === 0 ? name.split(" ") : [name]).map((one) => [one, key] as const)),
    [`the ${key}`, key] as const,
  ]),
);

/** First names that are one name in two languages or transliterations; one way of writing them stands for all. */
const FIRST_NAMES: ReadonlyMap<string, string> = variants(
  "volodymyr=volodimir vladimir=wladimir oleksandr=aleksandr=alexandr=alexander serhiy=serhii=sergiy=sergei=sergey=sergej " +
    "andriy=andrii=andrij=andrei=andrey dmytro=dmitro=dmitry=dmitri=dmitriy=dmitrii mykhailo=mykhaylo=mikhailo mikhail=michail " +
    "yevhen=yevhenii=yevgen=evhen=evgen yevgeny=evgeny=yevgeni=evgenii=yevgeniy oleksiy=oleksii aleksei=alexei=alexey=aleksey " +
    "yuriy=yurii=yury=yuri=iurii yulia=yuliia=julia=iuliia mykola=mikola nikolai=nikolay anatoliy=anatolii=anatoly " +
    "valeriy=valerii=valery vitaliy=vitalii=vitaly vasyl=vasil hryhoriy=hryhorii=grigory ihor=igor oleh=oleg",
);

const FAMILIAR: ReadonlyMap<string, string> = variants(
  "william=bill=will=billy robert=bob=rob=bobby richard=dick=rick james=jim=jimmy michael=mike=mick john=johnny=jack " +
    "joseph=joe thomas=tom=tommy edward=ed=ted=eddie charles=charlie=chuck daniel=dan=danny david=dave donald=don " +
    "anthony=tony andrew=andy benjamin=ben bernard=bernie christopher=chris gregory=greg jeffrey=jeff kenneth=ken " +
    "lawrence=larry matthew=matt nicholas=nick patrick=pat peter=pete samuel=sam stephen=steve=steven timothy=tim " +
    "elizabeth=liz=beth katherine=kate=kathy margaret=maggie=peggy susan=sue deborah=debbie barbara=barb rebecca=becky " +
    "jennifer=jen volodymyr=vladimir mykola=nikolai dmytro=dmitry mykhailo=mikhail serhiy=sergei",
);

function variants(groups: string): ReadonlyMap<string, string> {
  return new Map(
    groups.split(" ").flatMap((group) => {
      const names = group.split("=");
      return names.map((name) => [name, names[0] ?? name] as const);
    }),
  );
}
