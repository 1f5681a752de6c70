/** Words that say nothing of a subject, as they are written. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    "the a an and or but nor for of in on at by to from with without about into over under between as than then that this these those " +
    "it its he she they we you i his her their our my your me us them him who whom which what when where why how there here is are was " +
    "were be been being am do does did done doing have has had having will would shall should can could may might must not no yes if because " +
    "so also only just even more most very much many some any all both each other another such own same again already still yet now " +
    "said says say saying added told stated noted one two first last new make made makes making take took taken taking get got go goes going part way " +
    "thing things people need needs want wants like well good great able every day today time year years country countries state states world " +
    "important therefore however together sure think believe know understand everything everyone possible soon further next " +
    "start starts started starting begin begins began continue continues continued help helps provide provides provided talk tell show everywhere " +
    "something anything 's 'll 're 've while until unless after before once during since through within inside itself ready "
  ).split(" "),
);

/**
 * Words that any subject may have, as `themeOf` gives them: "we will discuss this in detail" and "we will continue this work" tell of nothing that
 * could be compared. Chosen by reading the common words (`common-words.ts`), not the labelled pairs.
 */
export const GENERAL_THEMES: ReadonlySet<string> = new Set(
  `
able absolute accept achieve act active activiti activity actual add addit additional addres address affect afternoon agree ahead aim allow
almost along already although always among announc announce answer anyone anyth appear approach argu ask aspect attempt attend attention away
bad bas base based basical becam became becom become began begin beginn behind believe best better big biggest billion bring brought call
came care carry cas case caus cause certain challeng challenge chance chang change check choice choose claim clear clos close com come common
compar compare complete concern condit conduct confident connect consider consideration contact continu continue contribut count cours course
cover creat create current dai day days decid decis declar declare deep definite depend describ despite detail determin develop did didn
different difficult direct discus discuss does doesn doing done doubt down due dur during each earlier easy effect effective effort either
else emphasis emphasise emphasiz end enough ensure enter entire especial establish event ever everyone everyth exact example exist expand
expect experience explain express extend extreme fac face fact fail fall far feel felt few final find focu focus follow form former forward
found front ful full further future gave general generat get gett giv give given go goal going good got grateful great ground group grow
growth half hand happen happy hard hav hear heard held hi high higher himself history hold hop hope hour human hundred idea image immediate
impact implement importan importance important improv improve includ include independent indicat initial inside instead intend interest
interlocutor involv issu issue itself join joint just keep kept key kind know known largest last late later latest lead learn least leav
leave led left let level like likely limit line list little liv live long longer look lost lot made main maintain major mak make man manage
many mark matter may maybe mean means measur meet mention met middle mill million mind moment month morn mov move much must nam name natural
near necessary need never night normal note noth now number occur off offer often old once ones only open operat opin opinion opportunity
option order other overall own part participat particular pass past path perform period person personal pick plac place plan plann play
please point posit position positive possible potential prepar prepare present prevent previou principl principle prior probab problem proces
process promis proper propos proposal provid put quest question quick quite rate rather re reach read ready real reason recent record reduc
reg regard relat related relevant remain remember remind report reported represent request requir resolv respect respond result role run runn
safe same save saw say scale schedul second see seek seem seen select self send sense sent separate seriou serv service set seven several
shar share short show side sign significant similar simp simple sing single sit situat small solut solve some someone someth sometim soon
speak special specific speech spend spent spoke spread stage stand star start stat statement stay step still stop stori story strengthen
stress strong stronger subject succes success successful such suggest super sure tak take taken talk task tell term thank thing things think
third though thought thousand through tim time today together told tomorrow tonight too took top topic total toward town treat tri true try
turn type understand use used using valu variou various very via view visit vital wait want warn watch way ways wear week welcome well went
whole willing wish within without word work world worth wrote year yesterday yet young
`
    .trim()
    .split(/\s+/),
);
