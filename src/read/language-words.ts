/** Scripts that one language has to itself, and those (null) of which letters or words must tell. */
export const LANGUAGE_SCRIPTS: readonly { readonly script: RegExp; readonly language: string | null }[] = [
  { script: /\p{Script=Cyrillic}/gu, language: null },
  { script: /\p{Script=Greek}/gu, language: "el" },
  { script: /\p{Script=Hebrew}/gu, language: "he" },
  { script: /\p{Script=Armenian}/gu, language: "hy" },
  { script: /\p{Script=Georgian}/gu, language: "ka" },
  { script: /\p{Script=Hangul}/gu, language: "ko" },
  { script: /\p{Script=Thai}/gu, language: "th" },
  { script: /\p{Script=Bengali}/gu, language: "bn" },
  { script: /\p{Script=Tamil}/gu, language: "ta" },
  { script: /\p{Script=Telugu}/gu, language: "te" },
  { script: /\p{Script=Devanagari}/gu, language: null },
  { script: /\p{Script=Arabic}/gu, language: null },
  // Japanese mixes kana with Chinese characters; where kana are few, it is Chinese.
  { script: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, language: null },
];

/** Letters that, among the languages of their script, one has and its neighbours have not or hardly. */
export const LANGUAGE_LETTERS: readonly {
  readonly language: string;
  readonly letters: RegExp;
  readonly weight?: number;
}[] = [
  { language: "uk", letters: /[іїєґ]/giu },
  { language: "ru", letters: /[ыэё]/giu },
  // Belarusian has the letters of Russian too, five to ten times as many.
  { language: "be", letters: /ў/giu, weight: 30 },
  { language: "sr", letters: /[ђћљњџј]/giu },
  { language: "mk", letters: /[ѓќѕ]/giu },
  { language: "kk", letters: /[әғқңұһ]/giu, weight: 3 },
  { language: "ja", letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu },
  { language: "fa", letters: /[پچژگی]/gu },
  { language: "ar", letters: /[ةىي]/gu },
];

const WORDS: Readonly<Record<string, string>> = {
  en: "the and of to that with from which would will said says has have had been this they their his her it he she by not but who is was for on at as are be its were than about after when",
  de: "der die das und den dem des ein eine einen einer nicht ist sich auf mit von zu für im auch als dass sie er wird hat wurde nach bei aus sein werden über haben",
  fr: "le la les des et une un du est que dans pour qui sur pas au par plus avec sont ce cette ne il elle aux mais ont été ses son leur",
  es: "el la los las y que del en un una por con para se no es al lo como más su sus pero ha este esta son fue entre también",
  pt: "o os as e que do da dos das em um uma para com não por mais no na ao se foi é são como mas à pelo pela também seu sua",
  it: "il lo gli le e che di del della dei delle un una per non con è sono nel alla si da ha anche come più dal ai al questo",
  nl: "de het een en van niet dat die is op te voor met zijn ook aan er door om bij maar naar werd wordt heeft als hij uit over",
  sv: "och att det som en är för på av med den inte till har ett om de var vid från men kan ska han efter sig också",
  da: "og at det som en er for på af med den ikke til har et om de var ved fra men kan skal han efter sig også blev være",
  nb: "og å det som en er for på av med den ikke til har et om de var ved fra men kan skal han etter seg også ble være",
  fi: "ja on ei että se oli ovat hän mutta myös kun joka ole mukaan kuin tai sen vuoden olisi sekä jos vain mitä niin",
  pl: "w we i na z do się nie że jest to o od po przez za jak ale dla tym który która są oraz był było będzie co czy jego",
  cs: "a v se na je že s z do o k i jako za by ale pro po jsou která který bude byl jeho také podle od není jsem",
  sk: "a v sa na je že s z do o k aj ako za by ale pre po sú ktorá ktorý bude bol jeho podľa od nie som tiež",
  hu: "a az és hogy nem is egy van meg ez volt de csak már el mint még kell szerint lesz ki azt vagy amely után",
  ro: "și de a în la că nu pe cu un o să din pentru este mai care au fost ca al ale sunt lui dar prin după",
  hr: "i u je da na se su za od s ne to kao o će bi koji koja iz što nije ali biti samo bio ili prema nakon",
  sl: "in je v na da se za so ki z ne s pa bi tudi ni kot po bo o od iz do lahko bil ali še kar",
  et: "ja on ei et see oli ka ning kui aga mis oma ta kes või seda pole siis veel selle pärast",
  lv: "un ir ka ar no uz par tas bija arī kas ne to kā pēc lai bet vai tika nav viņš gan būs",
  lt: "ir kad su yra iš į tai buvo kaip bet ar už dėl po nuo jis nėra kuris taip dar bus pagal",
  tr: "ve bir bu da de için ile olarak çok daha olan gibi sonra kadar değil ise ama her en ne var oldu ancak",
  id: "yang dan di dari untuk dengan ini itu pada tidak dalam akan ke juga oleh telah karena ada adalah bisa kata",
  vi: "của và là có được trong cho không với các đã người những một này khi đến về tại ông sẽ cũng từ",
  ca: "el la els les i que de del en un una per amb no es al com més però ha aquest aquesta són va també seva",
  sq: "dhe të në e i që për me një nga është ka nuk do se më si por kjo janë u ky duhet",
  bg: "на и в да е за се от не че с са по като това ще до при или си след беше които който във",
  uk: "і в на що не з та у до за це як є про від й він для але його їх був також було щоб після",
  ru: "и в на что не с по как это из за для но он от к о же так его все был бы также было чтобы после",
  sr: "и у је да на се су за од с не то као о ће би који која из што није али",
  hi: "के में की है और से का को कि पर यह ने नहीं भी एक हैं लिए कर था",
  ar: "في من على أن إلى عن مع هذا التي الذي كان لا ما هذه بعد قال بين",
  fa: "و در به از که این را با است برای آن یک خود تا بر شد کرد",
  ur: "کے میں کی ہے اور سے کا کو کہ پر نے یہ نہیں بھی ایک ہیں",
};

/** Frequent short words, and the languages in which they are such. */
export const LANGUAGE_WORDS: ReadonlyMap<string, readonly string[]> = invert(WORDS);

function invert(lists: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const languages = new Map<string, string[]>();
  for (const [language, words] of Object.entries(lists))
    for (const word of words.split(" ")) languages.set(word, [...(languages.get(word) ?? []), language]);
  return languages;
}
