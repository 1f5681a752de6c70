import type { Act } from "../../attribution/attribution.ts";

/**
 * Verbs and nouns that can present somebody's words or thoughts, in their base form, by what the source did with the
 * content. A word that is missing here can still be a cue: the model decides, and its act is then `said`.
 */
const ACTS: Readonly<Record<Act, string>> = {
  said: `accuse acknowledge add address admit advise advocate affirm agree allege announce answer apologise apologize
    appeal applaud argue articulate ask assail assert assure attack attest avow beg berate blame blast boast
    brag brief call caution challenge charge chide cite claim clarify comment commend communicate compare complain
    concede condemn confess confide confirm congratulate contend contradict convey counter criticise criticize decry
    declare demand denounce deny deride describe detail disagree disclose discuss dismiss dispute echo elaborate
    emphasise emphasize endorse exclaim exhort explain expound express extol fault forecast guarantee hail highlight
    hint identify implore imply inform inquire insinuate insist instruct interject invite joke lament lambaste laud
    lecture lie maintain mention mock muse narrate note object observe offer opine outline persuade pitch plead pledge
    point portray praise predict press proclaim profess promise prompt pronounce propose protest query question quip
    quote rail rant reaffirm reassure rebuke rebut recall recite recommend recount refuse refute reiterate reject relate
    relay remark remind repeat reply report reprimand request respond retort retract reveal ridicule say scoff scold shout
    signal slam speak speculate state stipulate stress suggest summarise summarize swear talk taunt tease tell testify
    thank threaten told tout trumpet underline underscore urge utter vent voice volunteer vouch vow warn welcome whisper
    yell accusation acknowledgement admission advice allegation announcement answer apology appeal argument assertion
    assessment assurance call caution challenge charge claim comment commitment complaint concession condemnation
    confirmation criticism declaration demand denial description explanation expression forecast guarantee insinuation
    insistence interview mention message objection observation offer pledge plea praise prediction proclamation promise
    proposal protest question quote reaction reassurance recommendation rejection remark reminder reply report request
    response revelation rhetoric speech statement suggestion talk testimony threat vow word according per`,
  wrote: `author blog co-author document draft email e-mail editorialise editorialize jot pen post print publish
    retweet rewrite sign-off tweet type write article blog-post column dispatch editorial email e-mail letter
    memo memorandum op-ed post publication release tweet `,
  thought: `anticipate appreciate assess assume believe calculate conclude consider contemplate deem desire
    determine disbelieve doubt dream envision envisage expect fear feel find foresee forget guess hope hypothesise
    hypothesize imagine infer intend judge know learn like love perceive plan ponder prefer presume realise realize
    reason reckon recognise recognize regard regret remember resent seek sense strive suppose surmise suspect think
    understand view want wish wonder worry aim ambition anger aspiration assumption belief concern conclusion
    confidence consensus conviction desire doubt expectation fear goal hope idea intention interest
    interpretation judgement judgment knowledge mindset notion opinion perception plan position preference recognition
    sentiment stance suspicion thought view wish worry aware certain concerned confident convinced eager
    hopeful optimistic pessimistic sceptical skeptical sure surprised unaware willing`,
  did: `approve authorise authorize ban block decide decree elect enact exonerate indict legislate
    mandate nominate order overrule pass permit prohibit ratify resolve rule sanction sentence sign sue veto vote
    approval decision decree deal agreement indictment law legislation mandate order resolution subpoena verdict
    vote`,
};

/** Base form to act. */
export const cueActs: ReadonlyMap<string, Act> = new Map(
  (["did", "thought", "wrote", "said"] as const).flatMap((act) => ACTS[act].split(/\s+/).map((word) => [word, act])),
);

/** Verbs that nearly always present words as somebody's: what the rules trust without a model. */
export const sayingVerbs: ReadonlySet<string> = new Set(
  `say add admit allege announce argue assert claim complain concede contend declare deny emphasise emphasize exclaim
  explain insist joke maintain mention note observe predict quip recall reiterate remark repeat reply report respond
  retort reveal state stress suggest tell testify tweet underline underscore vow warn write caution promise pledge
  acknowledge affirm ask confirm`.split(/\s+/),
);
