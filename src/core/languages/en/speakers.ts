import type { Gender, Pronoun, SpeakerData } from "../../speakers/speaker-data.ts";
import { countries, countryCodes, nationalities, placeNames } from "./countries.ts";
import { sayingVerbs } from "./cues.ts";
import { firstNames } from "./first-names.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const pronoun = (kind: Pronoun["kind"], gender: Gender | null, list: string): readonly (readonly [string, Pronoun])[] =>
  list.split(" ").map((word) => [word, { kind, gender }] as const);

const gendered = (neutral: string, male: string, female: string): ReadonlyMap<string, Gender | null> =>
  new Map<string, Gender | null>([
    ...[...words(neutral)].map((word) => [word, null] as const),
    ...[...words(male)].map((word) => [word, "male"] as const),
    ...[...words(female)].map((word) => [word, "female"] as const),
  ]);

const roleNouns: ReadonlyMap<string, Gender | null> = gendered(
  `president premier minister chancellor secretary pm fm leader representative commissioner director chief head boss chair
  speaker senator sen sen. governor gov gov. rep rep. reps reps. sens sens. gen gen. general col col. lt lt. capt capt. captain sgt sgt. maj maj. major
  admiral adm adm. colonel lieutenant sergeant commander cmdr cmdr. officer official aide adviser advisor assistant deputy ambassador envoy
  diplomat negotiator lawmaker legislator mp mep deputy councillor councilor member mayor judge justice attorney lawyer prosecutor solicitor
  counsel manager strategist consultant pollster operative spokesperson candidate nominee contender hopeful front-runner frontrunner rival
  challenger incumbent co-chair co-founder co-developer co-author co-writer co-director co-owner co-creator co-host co-producer co-leader founder ceo cfo coo chairperson executive owner entrepreneur developer mogul billionaire economist
  analyst expert professor prof prof. lecturer scholar historian scientist researcher fellow author writer journalist reporter correspondent editor
  columnist commentator host anchor moderator presenter blogger pundit producer actor singer rapper musician artist comedian activist
  organizer organiser campaigner loyalist constable selectman alderman advocate volunteer supporter donor fundraiser pastor bishop archbishop cardinal pope rabbi imam priest
  reverend rev rev. teacher principal superintendent doctor physician surgeon nurse engineer architect farmer worker driver student soldier veteran
  pilot detective sheriff trooper investigator inspector coordinator treasurer comptroller auditor controller delegate elector whip veep
  vice-president undersecretary under-secretary coach player trustee regent dean provost partner associate specialist administrator del del.
  mediator rapporteur spokes-person speechwriter biographer physicist psychologist psychiatrist sociologist politician statesperson guru supervisor pres. cleric ayatollah mullah model star broker banker investor trader planner contractor builder therapist counselor counsellor curator conductor chef waiter retiree clerk mechanic carpenter firefighter paramedic freshman sophomore lobbyist theologian geographer demographer meteorologist climatologist epidemiologist virologist biologist chemist mathematician philosopher anthropologist filmmaker novelist poet publisher master president-elect captain-general governor-general attorney-general secretary-general secretary-treasurer editor-in-chief co-chairman co-director vice-chairman vice-chair co-host minister-president vice-minister ex-president ex-chief ex-minister playwright dramatist screenwriter playwright-in-residence writer-in-residence artist-in-residence`,
  `spokesman chairman congressman businessman councilman assemblyman alderman policeman king prince duke emperor sheikh sultan emir
  father brother son husband uncle grandfather nephew anchorman statesman nobleman salesman actor fireman gunman ombudsman`,
  `spokeswoman chairwoman congresswoman businesswoman councilwoman assemblywoman policewoman queen princess duchess empress actress waitress stewardess
  mother sister daughter wife aunt grandmother niece anchorwoman stateswoman first-lady lady`,
);

const plural = (word: string): string =>
  word.endsWith("man")
    ? `${word.slice(0, -3)}men`
    : word.endsWith("y") && !/[aeiou]y$/.test(word)
      ? `${word.slice(0, -1)}ies`
      : `${word}s`;

const leaders = words(
  "president premier minister pm chancellor king queen prince leader emir sultan secretary-general",
);
const lawmakers = words(
  "senator sen sen. rep rep. representative congressman congresswoman lawmaker legislator mp mep member delegate del. del whip speaker leader",
);
const candidates = words("candidate nominee contender hopeful front-runner frontrunner rival challenger");

/** English for the speaker stage. */
export const englishSpeakers: SpeakerData = {
  pronouns: new Map([
    ...pronoun("third", "male", "he him his himself"),
    ...pronoun("third", "female", "she her hers herself"),
    ...pronoun("neuter", null, "it its itself"),
    ...pronoun("plural", null, "they them their theirs themselves"),
    ...pronoun("first", null, "i me my we us our myself ourselves"),
    ...pronoun("second", null, "you your"),
    ...pronoun("relative", null, "who whom whose which that"),
    ...pronoun(
      "indefinite",
      null,
      "some others many most several few all both one another someone somebody anyone everyone nobody none those these this everybody anybody",
    ),
  ]),
  honorifics: gendered(
    "dr dr. mx mx. ",
    "mr mr. sir lord monsieur messrs messrs.",
    "mrs mrs. ms ms. miss dame madam madame",
  ),
  roleNouns,
  pluralTitles: words(
    "senators representatives governors presidents ministers congressmen ambassadors generals justices secretaries",
  ),
  relationNouns: words(
    "rival challenger supporter volunteer donor fan partner associate father brother son husband uncle grandfather nephew mother sister daughter wife aunt grandmother niece player student",
  ),
  groupNouns: new Set([
    ...[...roleNouns.keys()].filter((noun) => !noun.endsWith(".")).map(plural),
    ...words(
      `people voters critics sources republicans democrats conservatives liberals experts officials authorities police residents
      americans russians ukrainians europeans women men opponents supporters aides allies observers forecasters protesters
      demonstrators respondents insiders players families parents children kids students workers staffers staff surrogates delegates
      millennials independents users readers viewers fans members leaders lawmakers prosecutors investigators witnesses neighbors
      neighbours locals nations states countries governments companies outlets media reporters journalists hackers militants rebels
      troops immigrants migrants refugees activists advocates groups campaigns agencies others politicians backers detractors
      evangelicals christians muslims jews catholics hispanics latinos whites blacks african-americans minorities seniors veterans
      citizens attendees participants audience crowd crowds public electorate majority minority percent cent half two three four five
      dozens hundreds thousands millions scores speechwriters intellectuals elites elders scholars think-tanks markets investors
      traders banks historians pundits celebrities cops agents detectives unions firms researchers scientists doctors moderators
      men women americans brits germans poles lithuanians estonians latvians  candidates couple pair duo team panel
      taxpayers consumers customers owners soldiers servicemen fighters hosts anchors`,
    ),
  ]),
  personNouns: words(
    "man woman person source insider resident voter citizen critic friend neighbor neighbour witness victim father mother boy girl guy someone american democrat republican relative colleague survivor attendee protester demonstrator patient gentleman lady predecessor successor counterpart confidant protégé classmate teammate roommate",
  ),
  roleModifiers: words(
    `former ex-president ex- then-president current acting outgoing incoming interim longtime long-time veteran senior top leading junior retired late
    deputy vice first lead chief co- executive managing general associate assistant national international regional local state federal city
    county foreign interior defence defense finance prime security policy presidential vice-presidential gubernatorial congressional
    senate house campaign press communications media public political economic legal military intelligence police army navy party
    opposition majority minority attorney district staff news talk radio tv television show sports business real estate tech technology
    research data science law criminal immigration trade energy health education climate environmental human rights civil
    running mate white republican democratic conservative liberal libertarian progressive independent tea green labor labour
    christian catholic evangelical black female male young old rich wealthy good best fellow special under `,
  ),
  documentNouns: words(
    `poll polls report reports study studies survey surveys document documents data analysis video transcript record records filing filings
    lawsuit complaint indictment ad ads advert commercial website site story article articles book page pages   census review audit
    findings figures statistics numbers tally results result chart map graphic law bill act constitution treaty agreement resolution
    ruling verdict footage recording tape tapes  headline headlines editorial slogan sign signs banner poster forecast
    assessment guidelines manual policy plan platform proposal dossier file files excerpt excerpts summary label trailer film movie documentary
    song ledger affidavit warrant rule rules regulation code definition bio biography profile index average`,
  ),
  namedDocuments: words("poll polls survey surveys average census index study tracker panel constitution"),
  wordsNouns: words(
    "statement letter tweet tweets email e-mail emails post posts message speech remarks comments comment words op-ed memo memoir note testimony address interview quote voice account announcement response answer reply",
  ),
  bodyNouns: words(
    `government administration campaign company firm corporation bank agency bureau department ministry committee commission council
    court parliament congress senate house party organisation organization group institute university college school union
    association federation alliance bloc coalition network newspaper paper magazine outlet channel station website publication
    tribunal board office team delegation embassy mission church foundation charity think-tank watchdog regulator militia army
    military navy police force country nation state city county district kremlin pentagon league club chamber assembly cabinet
    regime authority panel task-force subcommittee caucus legislature judiciary jury grand-jury hospital airline retailer
    manufacturer maker giant startup start-up business industry establishment press media service`,
  ),
  bodyNames: words(
    `party committee university college institute institution department ministry court house senate congress parliament council union bank
    center centre association commission agency bureau board group inc inc. corp corp. co co. ltd ltd. llc company foundation fund society
    service times post news journal herald tribune magazine press radio television network channel today review gazette guardian
    telegraph independent observer standard express mail mirror chronicle globe inquirer examiner sentinel daily weekly street
    administration campaign coalition alliance federation league organization organisation authority office guard force army navy police
    bloc forum club church conference caucus team project initiative network hospital school airlines airways motors industries
    partners holdings capital securities systems technologies international america action watch  pac chamber exchange
    states nations kingdom republic district city county directorate archdiocese`,
  ),
  sharedNames: words(
    `department ministry agency commission council board bureau office institute university federation association union
    foundation authority organisation organization administration centre center society league academy observatory`,
  ),
  placeNouns: words(`city county state town village district region province`),
  papers: words("paper"),
  pressNames: words(
    `times post news journal herald tribune press today review gazette guardian telegraph independent observer standard express
    mail mirror chronicle globe inquirer examiner sentinel daily weekly sun star courier`,
  ),
  bodyKinds: words(
    `agency newspaper daily weekly network channel station broadcaster magazine website airline company firm retailer chain
    manufacturer app platform`,
  ),
  numbered: words(`news channel radio fox abc`),
  knownBodies: words(
    `reuters politico breitbart bloomberg twitter facebook google apple microsoft amazon politifact wikileaks newsweek buzzfeed slate
    salon vox axios gallup quinnipiac rasmussen ipsos nielsen nasa nato cnn nbc abc cbs msnbc fox c-span npr pbs bbc afp ap tass interfax
    ukrinform hezbollah hamas isis taliban kremlin pentagon congress parliament senate gop dnc rnc fbi cia nsa doj irs epa fda
     treasury interpol europol unicef unesco opec exxon boeing walmart pfizer snapchat instagram youtube telegram tiktok netflix
    uber airbnb mylan volkswagen toyota samsung huawei gazprom rosneft naftogaz`,
  ),
  firstNames,
  countries,
  placeNames,
  countryCodes,
  houseSites: new Map([
    ...[
      "president",
      "presidency",
      "presidential",
      "prezydent",
      "prezident",
      "presidente",
      "kremlin",
      "elysee",
      "whitehouse",
    ].map((label) => [label, "state"] as const),
    ...["premier", "primeminister", "pm", "pmo", "bundeskanzler", "bundeskanzlerin"].map(
      (label) => [label, "government"] as const,
    ),
  ]),
  nationalities,
  particles: words("dela delos dos von van der den de del della di da dos du la le al el bin ibn ben y ter ten af zu"),
  joiners: words("of for and the on in to & at"),
  suffixes: words("jr jr. sr sr. ii iii iv esq esq."),
  determiners: words("a an the this that these those another each every any no"),
  possessives: new Map<string, Gender | null>([
    ["his", "male"],
    ["her", "female"],
    ["its", null],
    ["their", null],
    ["my", null],
    ["our", null],
    ["your", null],
  ]),
  prepositions: words(
    "of for in on at by with from to about against near inside outside within among between under over after before during who which that whose whom where when including like led citing based out up off since",
  ),
  functionWords: words(
    `the a an this that these those another each every any no some many most several few all both such other others and but or nor so yet if when while
    after before since because although though as at by for from in into of on to with about over under during until unless against
    between among through he she it they we you i his her its their our my your him them us who what which where why how there here
    then now also still even just only not never meanwhile however moreover furthermore instead later earlier previously currently recently
    once perhaps maybe indeed thus therefore yes well oh hey according asked speaking despite unlike like given following
    is are was were be been has have had do does did can could will would should may might must let lets let's
    one two three four five six seven eight nine ten first second last next more less much very too asked read watch update related
    photo image video source note notably additionally finally overall apparently clearly obviously certainly nevertheless
    nonetheless besides further again say said says told asked added wrote tweeted called contrary today yesterday tomorrow tonight speaking asked responding replying addressing`,
  ),
  quantifiers: words(
    "some many most several few all both other others more numerous various certain multiple any no half",
  ),
  calendarWords: words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan. feb. mar. apr. aug. sept sept. sep. oct. nov. dec. christmas easter",
  ),
  roleKinds: new Map([
    ["leader", leaders],
    ["leaders", leaders],
    ["premier", words("premier minister pm chancellor")],
    ["pm", words("pm minister premier")],
    ["minister", words("minister pm fm premier secretary")],
    ["fm", words("fm minister")],
    ["lawmaker", lawmakers],
    ["legislator", lawmakers],
    ["senator", words("senator sen sen.")],
    ["congressman", words("congressman rep rep. representative")],
    ["congresswoman", words("congresswoman rep rep. representative")],
    ["representative", words("representative rep rep.")],
    ["governor", words("governor gov gov.")],
    ["general", words("general gen gen.")],
    ["candidate", candidates],
    ["nominee", candidates],
    ["contender", candidates],
    ["hopeful", candidates],
    ["rival", candidates],
    ["standard-bearer", candidates],
    ["adviser", words("adviser advisor aide")],
    ["advisor", words("adviser advisor aide")],
    ["aide", words("aide adviser advisor")],
    ["official", words("official minister secretary director spokesman spokeswoman envoy diplomat")],
    ["diplomat", words("diplomat ambassador envoy minister representative fm")],
    ["politician", words("politician mp mep senator minister leader president mayor governor lawmaker")],
    ["chairman", words("chairman chair chairwoman")],
    ["chair", words("chair chairman chairwoman")],
    ["chief", words("chief head director commissioner boss ceo secretary commander representative")],
    ["head", words("head chief director president chairman chair")],
    ["executive", words("executive ceo president chief")],
    ["lawyer", words("lawyer attorney counsel")],
    ["attorney", words("attorney lawyer counsel")],
    ["professor", words("professor prof prof. scientist historian economist")],
    ["scientist", words("scientist professor")],
    ["academic", words("professor scientist lecturer historian")],
    ["journalist", words("journalist reporter correspondent editor host anchor columnist")],
    ["mogul", words("mogul billionaire developer businessman")],
    ["billionaire", words("billionaire mogul businessman developer")],
    ["businessman", words("businessman mogul billionaire developer entrepreneur")],
    ["commander-in-chief", words("president")],
  ]),
  sayingVerbs,
  passiveAuxiliaries: words("is are was were been being be"),
  passiveTelling: words("told informed assured reminded warned asked notified advised"),
  circumstances: {
    occasions: words(
      `briefing interview rally speech news press conference debate summit meeting event town hall hearing address forum
      podcast show program programme call visit ceremony remarks appearance session dinner lunch breakfast fundraiser
      gathering testimony broadcast panel roundtable discussion convention symposium lecture webinar talks q&a stop trip tour commemoration`,
    ),
    writings: words(
      "post tweet tweets posts statement letter op-ed article column email e-mail message release memo blog note essay report thread",
    ),
    networks: words(
      "twitter facebook telegram x truth instagram youtube linkedin threads bluesky mastodon tiktok snapchat reddit vkontakte medium",
    ),
    occasionPrepositions: words("at during in on"),
    tellingVerbs: words("told tells telling informed informs reminded assured assures reassured warned"),
    speakingVerbs: words("speaking spoke talking talked speaks testifying testified addressing addressed"),
    addresseeNouns: words(
      "gathering hearing hall rally meeting conference forum class viewers listeners readers reporters journalists supporters lawmakers parliament congress media press crowd audience",
    ),
  },
  own: {
    titles: words(
      "address speech remarks statement op-ed column letter message greeting greetings appeal keynote lecture",
    ),
    firstPerson: words("i we my our me us"),
    commits: words(
      "will 'll shall must demand demands call calls urge urges ready refuse refuses reject rejects never cannot promise promises pledge guarantee guarantees intend plan propose insist committed determined ask",
    ),
    positions: words(
      "should need needs want wants support oppose expect require requires accept believe convinced confident",
    ),
    conditions: words("if unless until once provided only after"),
    stands: words(
      "need want expect demand insist urge ask call appeal propose offer invite support oppose reject refuse require condemn declare announce " +
        "appoint order instruct dismiss guarantee promise pledge intend plan continue recognise recognize believe accept",
    ),
    doing: words(
      "opening signing launching starting introducing appointing declaring announcing calling asking urging proposing submitting inviting " +
        "ordering dismissing continuing preparing working negotiating restoring creating building strengthening",
    ),
    refusable: words(
      "recognise recognize accept agree want need support give surrender trade intend seek plan abandon retreat allow tolerate",
    ),
    leadsIn: words(
      "thank congratulate answer pay make say tell remind address remember mention note add begin start express honor honour wish greet stress emphasize emphasise draw hear believe know see think understand talk speak feel",
    ),
    thanks: words("thank thanks thankful grateful congratulate welcome honor honour wish condolences"),
    unnamedTurns: words("question answer remark moderator reporter journalist voice participant q a"),
  },
};
