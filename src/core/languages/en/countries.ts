/**
 * Countries and other places that speak, with the adjectives and peoples that belong to them: "Estonia: Estonian, Estonians".
 * The first word of a line is the key; capitals are metonyms of their governments.
 */
const LINES = `afghanistan afghan|albania albanian|algeria algerian|argentina argentine argentinian|armenia armenian|australia australian
austria austrian|azerbaijan azerbaijani|bahrain bahraini|bangladesh bangladeshi|belarus belarusian|belgium belgian|bolivia bolivian
bosnia bosnian|brazil brazilian|britain british uk u.k.|bulgaria bulgarian|cambodia cambodian|cameroon cameroonian|canada canadian
chile chilean|china chinese|colombia colombian|croatia croatian|cuba cuban|cyprus cypriot|czechia czech|denmark danish|ecuador ecuadorian
egypt egyptian|england english|estonia estonian|ethiopia ethiopian|europe european eu e.u.|finland finnish|france french|georgia georgian
germany german|ghana ghanaian|greece greek|haiti haitian|hungary hungarian|iceland icelandic|india indian|indonesia indonesian|iran iranian
iraq iraqi|ireland irish|israel israeli|italy italian|jamaica jamaican|japan japanese|jordan jordanian|kazakhstan kazakh|kenya kenyan
kosovo kosovan|kuwait kuwaiti|kyrgyzstan kyrgyz|laos laotian|latvia latvian|lebanon lebanese|libya libyan|lithuania lithuanian
luxembourg luxembourgish|malaysia malaysian|mali malian|malta maltese|mexico mexican|moldova moldovan|mongolia mongolian
montenegro montenegrin|morocco moroccan|myanmar burmese|nepal nepalese|netherlands dutch|nigeria nigerian|norway norwegian|oman omani
pakistan pakistani|palestine palestinian|panama panamanian|paraguay paraguayan|peru peruvian|philippines philippine filipino|poland polish
portugal portuguese|qatar qatari|romania romanian|russia russian|rwanda rwandan|scotland scottish|serbia serbian|singapore singaporean
slovakia slovak|slovenia slovenian|somalia somali|spain spanish|sudan sudanese|sweden swedish|switzerland swiss|syria syrian
taiwan taiwanese|tajikistan tajik|tanzania tanzanian|thailand thai|tunisia tunisian|turkey turkish türkiye|turkmenistan turkmen
uganda ugandan|ukraine ukrainian|uruguay uruguayan|us u.s. usa u.s.a. american america|uzbekistan uzbek|venezuela venezuelan
vietnam vietnamese|wales welsh|yemen yemeni|zambia zambian|zimbabwe zimbabwean|vatican|crimea crimean|korea korean|zealand|arabia saudi
texas texan|california californian|florida floridian|ohio ohioan|virginia virginian|iowa iowan|nevada|arizona|pennsylvania|michigan|wisconsin
colorado|massachusetts|indiana|illinois|oklahoma|nebraska|kansas|utah|oregon|maine|vermont|minnesota|missouri|kentucky|tennessee|alabama
louisiana|mississippi|arkansas|maryland|delaware|connecticut|hawaii|alaska|idaho|montana|wyoming`;

const CAPITALS = `kyiv kiev moscow london paris berlin brussels beijing tehran ankara warsaw vilnius tallinn riga rome madrid vienna
budapest prague bucharest sofia athens lisbon stockholm helsinki oslo copenhagen dublin tokyo seoul pyongyang delhi islamabad kabul baghdad
damascus riyadh doha cairo jerusalem minsk chisinau tbilisi yerevan baku astana ottawa canberra havana caracas brasilia kremlin hague geneva
washington`;

/** Abbreviated states of America, as datelines and addresses write them. */
const STATES = `ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn. miss. mo. mont. neb. nev. n.h. n.j.
n.m. n.y. n.c. n.d. okla. ore. pa. r.i. s.c. s.d. tenn. tex. va. vt. wash. w.va. wis. wyo. d.c.`;

/** Lower-case word to the key of its country. */
export const countries: ReadonlyMap<string, string> = new Map(
  LINES.split(/[|\n]/).flatMap((line) => {
    const words = line.trim().split(" ");
    return words.map((word) => [word, words[0] ?? word] as const);
  }),
);

const CODES = `ar argentina|am armenia|au australia|at austria|az azerbaijan|by belarus|be belgium|br brazil|uk britain|bg bulgaria|ca canada
cl chile|cn china|co colombia|hr croatia|cy cyprus|cz czechia|dk denmark|eg egypt|ee estonia|fi finland|fr france|ge georgia|de germany
gr greece|hu hungary|is iceland|in india|id indonesia|ir iran|iq iraq|ie ireland|il israel|it italy|jp japan|jo jordan|kz kazakhstan
ke kenya|xk kosovo|kg kyrgyzstan|lv latvia|lb lebanon|lt lithuania|lu luxembourg|my malaysia|mt malta|mx mexico|md moldova|me montenegro
ma morocco|nl netherlands|ng nigeria|no norway|pk pakistan|ps palestine|pe peru|ph philippines|pl poland|pt portugal|qa qatar|ro romania
ru russia|rs serbia|sg singapore|sk slovakia|si slovenia|es spain|se sweden|ch switzerland|sy syria|tw taiwan|tj tajikistan|th thailand
tn tunisia|tr turkey|tm turkmenistan|ua ukraine|us us|uz uzbekistan|ve venezuela|vn vietnam`;

/** Top domains of countries to their keys. */
export const countryCodes: ReadonlyMap<string, string> = new Map(
  CODES.split(/[|\n]/).map((line) => {
    const [code = "", country = ""] = line.trim().split(" ");
    return [code, country] as const;
  }),
);

/** Names of countries and capitals themselves: "Estonia", not "Estonian". */
export const placeNames: ReadonlySet<string> = new Set([
  ...LINES.split(/[|\n]/).map((line) => line.trim().split(" ")[0] ?? ""),
  ...CAPITALS.split(/\s+/),
  ...STATES.split(/\s+/),
  ..."uk u.k. u.s. usa u.s.a. america eu e.u. türkiye".split(" "),
]);

/** Adjectives of countries, which may also stand for a person: "Estonian", "the Russian". */
export const nationalities: ReadonlySet<string> = new Set([
  ...[...countries.keys()].filter((word) => !placeNames.has(word)),
  ..."republican democratic democrat conservative liberal labour tory soviet arab kurdish jewish muslim catholic baltic nordic western eastern".split(
    " ",
  ),
]);
