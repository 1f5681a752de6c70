import type { TextData } from "../../text/text-data.ts";
import { readTextModel } from "../../text/text-model.ts";
import { englishLemma } from "./inflection.ts";
import { gazetteerOf } from "../../text/gazetteer.ts";
import { PEOPLES, PLACES } from "./places.ts";
import { lowerHash, lowerHashes } from "../../text/words.ts";

/** English for the text stage. `model` is what `models/en/text.bin` holds, or undefined before it is trained. */
export function englishText(model: Uint8Array | undefined): TextData {
  return {
    model: model && readTextModel(model),
    gazetteer: GAZETTEER,
    lemma: englishLemma,
    abbreviations: new Set(
      `${TITLES} ${MONTHS} ${STATES} ${NAME_ENDINGS} u.s u.n ft mt dept univ assn bros cos intl natl tel ave blvd rd sq hon ph.d`.split(
        " ",
      ),
    ),
    lowerAbbreviations: new Set("etc vs v e.g i.e a.m p.m cf al approx ca eds inc corp ltd p.s viz".split(" ")),
    numberAbbreviations: new Set("no nos art fig pp vol sec ch para".split(" ")),
    titles: lowerHashes(TITLES.split(" ").map((title) => `${title}.`)),
    sentenceStarters: lowerHashes(STARTERS.split(" ")),
    speechVerbs: lowerHashes(SPEECH_VERBS.split(" ")),
    contractions: new Map([
      [lowerHash("cannot"), 3],
      [lowerHash("gonna"), 3],
      [lowerHash("gotta"), 3],
      [lowerHash("wanna"), 3],
    ]),
    clippedWords: lowerHashes(["em", "til", "cause", "bout", "tis", "twas", "round", "n"]),
  };
}

const GAZETTEER = gazetteerOf([PLACES, PEOPLES]);

const TITLES =
  "mr mrs ms mx dr prof sen sens rep reps gov govs gen lt col maj capt cmdr sgt cpl pvt adm brig hon rev fr st ste pres supt det insp amb messrs mme mlle msgr atty";
const MONTHS = "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri";
const STATES =
  "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo";
const NAME_ENDINGS = "jr sr inc corp ltd co llc plc esq bros";
const STARTERS =
  "the a an this that these those he she it they we i you his her its their our my your in on at by for from with as if when while after before since but and or so yet however meanwhile still also there here what who how why where which according although though because during under over among more most many some several all both no not other another one two three last earlier later then now once even only just such instead";
const SPEECH_VERBS =
  "said says say asked asks ask told tells added adds replied replies wondered wrote writes tweeted tweets shouted demanded cried exclaimed responded continued joked quipped insisted declared argued inquired";
