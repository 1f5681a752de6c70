import { TAGS } from "../../text/tags.ts";

/**
 * Dictionary form of an English word with a Penn tag: the irregular ones from a list, the others by their endings. Lower case,
 * except for proper nouns, which stay as they are.
 */
export function englishLemma(word: string, tag: number): string {
  const name = TAGS[tag] ?? "";
  if (name === "NNP" || name === "NNPS") return word;
  const lower = word.toLowerCase().replaceAll("’", "'");
  if (name === "NNS") return IRREGULAR_NOUNS.get(lower) ?? singular(lower);
  if (name.startsWith("VB") || name === "MD") {
    // "to lay" is a base form, whatever "lay" is in the past
    const irregular = IRREGULAR_VERBS.get(lower);
    if (
      irregular !== undefined &&
      (name === "VB" ? irregular === "be" : name !== "VBP" || irregular === "be" || lower.startsWith("'"))
    )
      return irregular;
    if (name === "VBZ") return bare(lower);
    if (name === "VBG") return lower.length > 4 && lower.endsWith("ing") ? stem(lower.slice(0, -3)) : lower;
    if (name === "VBD" || name === "VBN") return past(lower);
    return lower;
  }
  if (name === "RB" && (lower === "n't" || lower === "not")) return "not";
  if (name === "JJR" || name === "RBR") return COMPARATIVES.get(lower) ?? graded(lower, 2);
  if (name === "JJS" || name === "RBS") return COMPARATIVES.get(lower) ?? graded(lower, 3);
  if (name === "PRP" || name === "PRP$") return PRONOUNS.get(lower) ?? lower;
  return lower;
}

function singular(word: string): string {
  if (word.length < 3 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
  if (/(?:ves)$/.test(word) && WOLVES.has(word)) return `${word.slice(0, -3)}${WOLVES.get(word)}`;
  return bare(word);
}

/** A word without the -s of plural or third person. */
function bare(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (
    /(?:sses|shes|ches|xes|zzes|oes|uses)$/.test(word) &&
    !/(?:oes|causes|houses|abuses|excuses|uses|accuses|refuses)$/.test(word)
  )
    return word.slice(0, -2);
  if (/(?:[^aeiou]oes)$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

function past(word: string): string {
  if (!word.endsWith("ed") || word.length < 4) return word;
  if (word.endsWith("ied")) return word.length === 4 ? word.slice(0, -1) : `${word.slice(0, -3)}y`;
  if (word.endsWith("eed") && !/(?:need|feed|seed|bleed|breed|speed|weed|heed|proceed|succeed|exceed)$/.test(word))
    return word.slice(0, -1);
  return stem(word.slice(0, -2));
}

/** What stands before -ed or -ing, with its silent e put back or its doubled consonant made single. */
function stem(word: string): string {
  if (SILENT.has(word)) return `${word}e`;
  if (PLAIN.has(word)) return word;
  if (/([bdgkmnprtv])\1$/.test(word) && !/(?:add|egg|\berr|odd|butt|putt|purr|blurr)$/.test(word))
    return word.slice(0, -1);
  // controlled, compelled; but called, filled, told by the vowel and length
  if (/[^aeiou](?:o|e)ll$/.test(word) && !/(?:roll|toll|poll|spell|smell|yell|tell|sell|dwell|swell)$/.test(word))
    return word.slice(0, -1);
  if (
    /(?:[cuvz]|[^s]s|[tdbgpckzf]l|dg|[lr]g|[aeiou]g|[^aeiou]ang|eng|[rln]s|th)$/.test(word) &&
    !/(?:ous|us[ht]|focus|bus|gas|discus|bias|[aeo]ng|eng|smooth|mouth|ooz)$/.test(word)
  )
    return `${word}e`;
  if (/(?:iat|rang|wast|past|tast|hast|clon|conven|conced|explod|erod)$/.test(word)) return `${word}e`;
  const vowels = word.match(/[aeiouy]+/g)?.length ?? 0;
  // hop(e), rat(e), us(e): one vowel, one consonant
  if (vowels === 1) return /(?:^|[^aeiou])[aeiouy][bcdfgklmnprstvz]$/.test(word) ? `${word}e` : word;
  // communicat(e), requir(e), provid(e); not visit, offer, happen, develop
  if (
    /(?:[^aeo]at|eat|iz|is|[iu]r|id|ud|ut|iv|ad|ok|ak|ik|uk|om?p?let|ol|ul|il|[^aeiouw]in|un|ap|ip|op|um|im|am|ib|ub|ir|ar|if|af|it)$/.test(
      word,
    )
  )
    return KEEP.test(word) ? word : `${word}e`;
  return word;
}

const KEEP =
  /(?:[aeiou][aeiou][a-z]|visit|limit|edit|exit|audit|profit|benefit|credit|deposit|inherit|solicit|exhibit|inhibit|prohibit|merit|recruit|transit|orbit|edit|await|submit|permit|commit|admit|omit|avoid|develop|envelop|gallop|gossip|worship|claim|sustain|exam|program|cancel|control|ruin|begin|join|pardon|begin|input|debut|assum|rebut|instil|fulfil|enrol|patrol|appear|near|hear|collar|dollar|relat|summon|abandon|toboggan|slogan|attack|track|speak|break|soak|[^a-z])$/;

const SILENT: ReadonlySet<string> = new Set(
  "assum consum resum presum comput disput execut contribut distribut institut substitut attribut prosecut pollut relat creat stat activat debat appreciat negotiat associat initiat retaliat humiliat alleviat deviat radiat mediat excit invit unit writ cit recit incit ignor explor restor ador stor scor bor secur injur procur measur pressur featur captur ventur chang arrang exchang challeng reveng hop cop scop escap shap tap rap typ wip styl handl tackl struggl settl battl rul fuel promis rais prais pleas increas decreas releas leas ceas eas purchas chas phras eras clos los expos propos suppos oppos impos compos dispos endors revers convers sens condens licens respons dens nurs curs purs hous us accus abus refus excus confus amus fus caus paus becom welcom com shar car dar prepar compar declar star spar tir fir hir wir retir requir acquir inquir inspir expir admir desir figur lur cur assur insur ensur conclud includ exclud delud intrud decid divid provid guid hid rid slid coincid resid presid persuad invad evad fad trad grad degrad upgrad persuad mad shad expand-e behav sav leav believ receiv achiev deceiv perceiv mov prov approv improv lov liv giv driv arriv surviv reviv serv observ deserv preserv reserv solv resolv involv evolv revolv starv carv curv smok pok jok provok invok evok wak tak mak bak rak shak lik strik bik hik nam fram blam gam sham tam tim crim phon ton zon tun defin combin examin determin imagin declin refin shin min lin fin din win-e mediat vot quot not devot promot denot complet delet compet not".split(
    " ",
  ),
);
const PLAIN: ReadonlySet<string> = new Set(
  "focus bus gas bias discuss canvas happen open listen threaten strengthen weaken broaden reopen offer suffer consider deliver remember refer prefer transfer differ order wonder answer enter gather bother matter monitor favor honor labor author mirror sponsor echo veto reason season question mention function pardon summon abandon label travel cancel level model channel counsel target market budget pocket ticket rocket quiet bang hang belong long wrong ring bring sing string cling fling sling spring swing wing sting ping king bog dialog blog fax tax fix mix box relax lens bless press miss pass cross guess stress address progress assess process access express impress confess possess witness focus dress kiss toss boss".split(
    " ",
  ),
);

const COMPARATIVES: ReadonlyMap<string, string> = new Map([
  ["better", "good"],
  ["best", "good"],
  ["worse", "bad"],
  ["worst", "bad"],
  ["more", "more"],
  ["most", "most"],
  ["less", "less"],
  ["least", "least"],
  ["further", "far"],
  ["farther", "far"],
]);

function graded(word: string, ending: number): string {
  const base = word.slice(0, -ending);
  if (base.length < 3 || !/(?:er|est)$/.test(word)) return word;
  if (base.endsWith("i")) return `${base.slice(0, -1)}y`;
  if (/([bdgmnt])\1$/.test(base)) return base.slice(0, -1);
  return /(?:[aeiou][cgvs]|rg|ur|uer|[aiu]t|[^aeiou]l|id|ar|im|av|af)$/.test(base) &&
    !/(?:ea|oo|ou|ee|ai)[a-z]$/.test(base)
    ? `${base}e`
    : base;
}

const PRONOUNS: ReadonlyMap<string, string> = new Map(
  "me i,my my,us we,him he,her she,them they,'em they".split(",").map((pair) => {
    const [form = "", lemma = ""] = pair.split(" ");
    return [form, lemma];
  }),
);

const WOLVES: ReadonlyMap<string, string> = new Map(
  "wives fe,lives fe,knives fe,wolves f,halves f,shelves f,selves f,leaves f,thieves f,loaves f,calves f,elves f"
    .split(",")
    .map((pair) => {
      const [form = "", lemma = ""] = pair.split(" ");
      return [form, lemma];
    }),
);

const IRREGULAR_NOUNS: ReadonlyMap<string, string> = pairs(
  "man men,woman women,child children,person people,foot feet,tooth teeth,mouse mice,crisis crises,analysis analyses,thesis theses,basis bases,hypothesis hypotheses,criterion criteria,phenomenon phenomena,datum data,gentleman gentlemen,gunman gunmen,spokesman spokesmen,spokeswoman spokeswomen,congressman congressmen,congresswoman congresswomen,businessman businessmen,policeman policemen,fisherman fishermen,chairman chairmen,lawman lawmen,freshman freshmen,grandchild grandchildren,hero heroes,veto vetoes,potato potatoes,tomato tomatoes,bus buses,gas gases,lens lenses,virus viruses,campus campuses,bonus bonuses,census censuses,caucus caucuses,movie movies,cookie cookies,tie ties,pie pies,lie lies,series series,species species,news news,politics politics,headquarters headquarters,means means",
);

/** Base form, then the forms that are not made by rule. */
const IRREGULAR_VERBS: ReadonlyMap<string, string> = pairs(
  "be am is are was were been being 's 'm 're,have has had having 've,do does did done doing,say said says,go went gone goes going,get got gotten getting,make made,know knew known,think thought,take took taken,see saw seen seeing,come came,give gave given,find found,tell told,become became,leave left,feel felt,put put putting,bring brought,begin began begun beginning,keep kept,hold held,write wrote written,stand stood,hear heard,let let letting,mean meant,set set setting,meet met,run ran running,pay paid,sit sat sitting,speak spoke spoken,lie lay lain lying,lead led,read read,grow grew grown,lose lost,fall fell fallen,send sent,build built,understand understood,draw drew drawn,break broke broken,spend spent,cut cut cutting,rise rose risen,drive drove driven,buy bought,wear wore worn,choose chose chosen,seek sought,win won winning,show showed shown,hit hit hitting,catch caught,teach taught,fight fought,sell sold,throw threw thrown,shoot shot,hurt hurt,cost cost,shut shut shutting,beat beat beaten,bear bore born borne,swear swore sworn,forget forgot forgotten forgetting,forgive forgave forgiven,hide hid hidden,ride rode ridden,eat ate eaten,sleep slept,shake shook shaken,steal stole stolen,strike struck stricken,sing sang sung,sink sank sunk,swim swam swum swimming,ring rang rung,drink drank drunk,fly flew flown flies,wake woke woken,blow blew blown,bind bound,bet bet betting,bid bid bidding,bite bit bitten,bleed bled,breed bred,cast cast,broadcast broadcast,forecast forecast,cling clung,creep crept,deal dealt,dig dug digging,feed fed,flee fled fleeing,forbid forbade forbidden forbidding,foresee foresaw foreseen,freeze froze frozen,hang hung,lay laid,lend lent,light lit,mislead misled,mistake mistook mistaken,overcome overcame,overthrow overthrew overthrown,prove proved proven,quit quit quitting,rid rid ridding,shed shed shedding,shrink shrank shrunk,slide slid,spin spun spinning,split split splitting,spread spread,spring sprang sprung,stick stuck,sting stung,swing swung,tear tore torn,undergo underwent undergone undergoes,undertake undertook undertaken,uphold upheld,weep wept,wind wound,withdraw withdrew withdrawn,withhold withheld,withstand withstood,undo undid undone,overrun overran,outdo outdid outdone,rebuild rebuilt,retell retold,resell resold,rethink rethought,rewrite rewrote rewritten,oversee oversaw overseen overseeing,offset offset offsetting,upset upset upsetting,reset reset resetting,bend bent,burn burnt,dream dreamt,learn learnt,kneel knelt,leap leapt,spill spilt,spoil spoilt,spell spelt,smell smelt,agree agreed agreeing,disagree disagreed disagreeing,guarantee guaranteed guaranteeing,free freed freeing,die died dying,tie tied tying,control controlled controlling,enroll enrolled enrolling,sweep swept,stride strode,slay slew slain,arise arose arisen,vie vied vying,underlie underlay underlain underlying,belie belied belies,fuel fueled fueling,focus focuses focused focusing,can ca,will 'll wo,would 'd,shall sha,stop stopped stopping,plan planned planning,admit admitted admitting,commit committed committing,submit submitted submitting,permit permitted permitting,panic panicked panicking,travel travelled traveled travelling,target targeted,dye dyed,age aged aging,use used using uses,lose losing,sue sued suing,argue argued arguing,pursue pursued pursuing,continue continued continuing,issue issued issuing,value valued valuing,rescue rescued rescuing,ensue ensued ensuing,queue queued,cause caused causing causes",
);

function pairs(list: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const entry of list.split(",")) {
    const [base = "", ...others] = entry.split(" ");
    for (const form of others) forms.set(form, base);
  }
  return forms;
}
