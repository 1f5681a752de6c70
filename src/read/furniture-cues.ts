import type { FurnitureKind } from "../core/article.ts";

/*
 * The words that give furniture away, as data: English first, with the Ukrainian, Russian, German and French that stands
 * around English stories. Patterns are written for folded text (straight quotes, plain spaces) and compared without case.
 * Every pattern runs over at most a few hundred characters, so none can take long.
 */

/** A list of patterns that all speak for one kind. */
export interface FurnitureCue {
  readonly kind: FurnitureKind;
  readonly patterns: readonly string[];
}

/** A phrase inside a sentence; a sentence is furniture when its weights reach 2. */
export interface FurniturePhrase {
  readonly kind: FurnitureKind;
  readonly weight: 1 | 2;
  readonly patterns: readonly string[];
}

/** Names of months, in the languages whose dates are read, to the month's number. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    "january jan січня січень января янв januari januar janvier enero ocak janeiro gennaio stycznia",
    "february feb лютого лютий февраля фев februari februar février febrero şubat fevereiro febbraio lutego",
    "march mar березня березень марта maart mars marts märz mars marzo mart março marca",
    "april apr квітня квітень апреля апр aprile avril abril nisan aprile kwietnia",
    "may травня травень мая maj mei mai mayo mayıs maio maggio maja",
    "june jun червня червень июня juni czerwiec juin junio haziran junho giugno czerwca",
    "july jul липня липень июля juli juillet julio temmuz julho luglio lipca",
    "august aug серпня серпень августа авг augusti augustus août agosto ağustos sierpnia",
    "september sep sept вересня вересень сентября сен septembre septiembre eylül setembro settembre września",
    "october oct жовтня жовтень октября окт oktober okt octobre octubre ekim outubro ottobre października",
    "november nov листопада листопад ноября ноя novembre noviembre kasım novembro listopada",
    "december dec грудня грудень декабря дек dezember dez décembre diciembre aralık dezembro dicembre grudnia",
  ].flatMap((names, index) => names.split(" ").map((name): [string, number] => [name, index + 1])),
);

/** Names and codes by which sites offer another language; two in a row on one line, or line under line, are a switch. */
export const LANGUAGE_NAMES = `ua|uk|ukr|укр|en|eng|ru|rus|рус|de|deu|ger|fr|fra|es|esp|spa|it|ita|pl|pol|tr|ar|zh|cn|ja|jp|ko|pt|nl|sv|fi|et|est|lv|lt|ro|md|bg|cs|cz|sk|hu|sr|hr|ka|ge|az|be|by|kz|kk|uz|he|fa|el|gr|da|dk|no|english|українська|русский|русская версия|deutsch|français|español|italiano|polski|türkçe|português|nederlands|svenska|suomi|eesti|latviešu|lietuvių|română|български|čeština|magyar|ქართული|العربية|中文|日本語|한국어|беларуская|қазақша`;

/** Lines that are furniture wherever they stand, when nothing else is on them. */
export const WHOLE_LINES: readonly FurnitureCue[] = [
  {
    kind: "share",
    patterns: [
      "share(?: (?:this|the) (?:article|story|page|post|news|link|video|piece|report)\\b.{0,30}| (?:on|via|to) (?:facebook|twitter|x|telegram|whatsapp|linkedin|email|e-mail|social media|reddit|viber)\\b.{0,30}| this| it| with friends| options)?",
      "copy (?:this )?link|close share panel|these are external links.{0,60}",
      "copy link|tweet this|pin it|save for later|save article",
      "\\d[\\d.,k]* shares?",
      "click to (?:share|email|print)\\b.{0,60}",
      "(?:print|email|send) (?:this )?(?:article|story|page|to a friend)",
      "follow(?: us)?(?: on)?(?: (?:facebook|twitter|x|telegram|instagram|youtube|google news|linkedin|whatsapp|tiktok|threads|bluesky|and)\\b,?){0,8}",
      "follow .{2,40} on (?:facebook|twitter|x|telegram|instagram|youtube|google news|linkedin|whatsapp|tiktok|threads|bluesky)(?:(?:,| and| or).{0,40})?",
      "like us on facebook",
      "поділитися.{0,30}|поділитись.{0,30}|поделиться.{0,30}|teilen|partager|roz?dílet",
      "підписуйтесь.{0,60}|підписуйтеся.{0,60}|подписывайтесь.{0,60}",
    ],
  },
  {
    kind: "advertisement",
    patterns: [
      "ad|ads|advert|advertisement|advertising|advertorial|sponsored(?: content| post| by .{2,40})?|promoted(?: content| stories)?|paid (?:content|post)|from our (?:partners?|sponsors?)|partner content",
      "(?:advertisement|article|story|post)?\\s?continues? (?:after|below) (?:this |the )?(?:ad|advert|advertisement|video|gallery|newsletter promotion).{0,40}",
      "(?:advertisement|article continues|scroll down|scroll to continue|continue reading|story continues|keep reading|keep scrolling)(?: (?:to|below|for|after)\\b.{0,40})?",
      "skip (?:ad|advert|advertisement|past newsletter promotion|newsletter promotion)",
      "реклама.{0,20}|на правах реклами|anzeige|werbung|publicité|publicidad",
      "buy now|shop now|learn more|order now|special (?:offer|discount)|limited time offer",
    ],
  },
  {
    kind: "comments",
    patterns: [
      "(?:show |view |see |read |all |add |post |leave |write )?(?:a |an |your |the |all )?\\(?\\d{0,6}\\)? ?comments?(?: ?\\(?\\d{0,6}\\)?| ?:| here| below| section| policy| guidelines| are closed)?",
      "(?:leave|post|add) (?:a|your) (?:comment|reply|response)s?.{0,40}",
      "join the (?:conversation|discussion|debate)",
      "(?:log|sign) ?in (?:or .{2,30} )?to (?:comment|post|reply).{0,30}",
      "(?:no|be the first to) comments?(?: yet)?|start the conversation|have your say|what do you think\\?",
      "comments? (?:\\(\\d+\\)|are closed.{0,40}|powered by .{2,30}|disabled)|powered by disqus|please enable javascript.{0,80}disqus.{0,40}",
      "коментарі.{0,20}|коментувати|комментарии.{0,20}|комментировать|kommentare.{0,20}",
      "your email address will not be published.{0,60}|required fields are marked.{0,10}",
    ],
  },
  {
    kind: "navigation",
    patterns: [
      "https?://\\S+",
      "press play to listen.{0,40}|voiced by .{2,40}|for immediate release|(?:press|media|news) release",
      "accessibility links|explore more on these topics|reuse this content|(?:latest )?news ?feed|purchase licensing rights",
      "skip to (?:main |the )?(?:content|navigation|article|search)",
      "jump to (?:content|comments|navigation)",
      "(?:main |site |toggle |open |close )?(?:menu|navigation|search|sidebar)",
      "(?:back|return|scroll) to (?:the )?(?:top|home|homepage|main page|news|all news|list)",
      "(?:sign|log) ?(?:in|out|up)|register|create (?:an )?account|my account|login|(?:sign in|log in|login) ?(?:/|\\||or) ?(?:register|sign up|subscribe)",
      "(?:next|previous|prev|older|newer)(?: (?:article|story|post|page|news|entry|entries|posts))?(?: ?[»›>→←])?|[«‹<←] ?(?:previous|prev|back).{0,20}",
      "(?:load|show|see|view) (?:more|all|less)(?: (?:articles|stories|posts|news|results|photos|images|comments))?",
      "(?:about|contact)(?: us)?|advertise(?: with us)?|careers|help|faqs?|site ?map|rss(?: feeds?)?|our team|editorial (?:policy|standards|team)|press releases|staff|imprint|impressum|feedback|mobile (?:app|version)|e-?paper|archives?",
      "(?:filed|posted|published|listed) (?:under|in):? .{2,60}|categor(?:y|ies):? .{2,80}|(?:in this article|topics|tags?|keywords|теги|темы|теми)(?: ?:.{0,200}| in this .{0,20})?",
      "(?:home|homepage|головна|главная|start(?:seite)?|accueil)(?: ?page)?(?: ?[>»›/|].{0,80})?",
      "меню|пошук|поиск|увійти|войти|вхід|вход|всі новини|все новости|новини|новости|стрічка новин|лента новостей|головні новини|останні новини|последние новости",
      "\\d{1,2} of \\d{1,2}|page \\d{1,3}(?: of \\d{1,3})?|\\d{1,2} ?/ ?\\d{1,2}",
      "play(?: video)?|pause|mute|unmute|watch(?: now| live| the video)?|listen(?: now| to (?:this )?(?:article|story))?.{0,20}|duration:? [\\d:]+|close|expand|enlarge(?: (?:this )?image)?|view (?:full ?size|gallery|image)|hide caption|toggle caption|full screen|text size.{0,10}|a-? a\\+?",
    ],
  },
  {
    kind: "read-also",
    patterns: [
      "(?:related|recommended|suggested|similar|more|other|further|top|editors?'?s?'?|popular|trending|latest|recent|featured)(?: (?:news|stor(?:y|ies)|articles?|posts?|content|reading|topics?|coverage|links?|headlines?|videos?|reads|picks|on this(?: story| topic)?|like this|from (?:the )?(?:web|author)|to read|for you|this week|now|today))+(?: [a-z]{2,20})?",
      "(?:related|recommended|trending|most (?:read|popular|viewed|commented|shared|recent)|must[- ]reads?|editor's (?:picks?|choice)|don't miss|in case you missed it|what to read next|up next|read next|you (?:may|might) (?:also )?(?:like|be interested in|have missed)|you might also like|more (?:from|in|on|about) .{2,40}|more on (?:this|the) .{2,20}|also on .{2,40}|around the web|promoted links|from the web|we recommend)(?: ?[:»›>])?",
      "(?:more|related|other)(?: great| top| of our| recent)? (?:.{2,40} )?(?:stories|coverage|articles|reading)(?: from .{2,40})?",
      "(?:read|see|watch|also|more|find out|learn) (?:also|more|on|next|further|about (?:this|it)|the (?:full|rest|whole|entire|original)(?: (?:story|article|post|interview|report|piece|transcript))?(?: (?:here|at .{2,40}|on .{2,40}|in .{2,40}))?)(?: (?:here|below|at .{2,40}))?",
      "read the (?:rest|full (?:story|article|report|piece|post|interview|transcript|text)|whole (?:story|article|thing)|original (?:article|story|post)|entire (?:story|article|post|piece)|complete (?:story|article))(?: of .{2,60})?(?: (?:here|at|on|in|from)\\b.{0,60})?",
      "click here (?:to (?:read|see|watch|view|listen|learn|find|download|get|join|subscribe|sign up|support)|for)\\b.{2,80}|read (?:it |more )?here|full (?:story|article)(?: here)?|read full (?:story|article)|continue reading(?: .{2,60})?",
      "читайте (?:також|також:|также|ещё|еще|ще|далі|далее).{0,20}|(?:дивіться|смотрите) (?:також|также).{0,20}|(?:схожі|похожие|пов'язані) (?:новини|новости|матеріали)|(?:lesen sie|mehr zum thema).{0,30}|lire aussi.{0,10}|lea también.{0,10}",
    ],
  },
  {
    kind: "newsletter",
    patterns: [
      "(?:sign up|subscribe|join|register)(?: (?:now|today|here|free|for free))?(?: (?:to|for|our) .{2,80})?",
      "(?:our |the |daily |weekly |free |email |e-mail |morning |evening )*newsletters?(?: sign ?up)?",
      "(?:enter |your |enter your |type your )+e-?mail(?: address)?(?: here)?",
      "(?:get|receive) (?:the |our |all the |more |breaking |daily |latest )+(?:news|stories|updates|headlines|alerts|newsletter|briefing)\\b.{0,80}",
      "(?:by (?:signing up|subscribing|submitting|clicking|providing)|you can unsubscribe|unsubscribe|thank you for (?:subscribing|signing up))\\b.{0,160}",
      "підписатися.{0,40}|підписка|подписаться.{0,40}|подписка|отримувати новини.{0,40}|newsletter abonnieren",
    ],
  },
  {
    kind: "plea",
    patterns: [
      "(?:donate|support us|contribute|make a (?:donation|contribution)|become a (?:patron|member|supporter|subscriber|friend)|buy (?:us|me) a coffee|give now|support (?:our|independent|quality|local) (?:work|journalism|media|reporting|newsroom|team)|support .{2,40} on patreon)(?: (?:now|today|here|via .{2,40}|on .{2,40}))?",
      "(?:підтримати|підтримай|підтримайте|поддержать|поддержите) (?:наш |нашу |наше )?(?:проєкт|редакцію|проект|редакцию|видання|сайт).{0,60}|задонатити|донат",
      "thank you for (?:reading|visiting|subscribing)\\b.{0,40}",
      "(?:become|be) (?:a|our) (?:member|patron|supporter|subscriber)\\b.{0,40}",
    ],
  },
  {
    kind: "cookies",
    patterns: [
      "(?:accept|reject|allow|manage|decline|got it|i agree|agree|ok)(?: (?:all|and close|& close|cookies|all cookies|settings|preferences|&|continue))*",
      "yes,? i (?:accept|agree)|no,? thanks|customi[sz]e|accept selected|necessary only|only necessary|show (?:details|purposes)",
      "(?:privacy|cookies?|cookie)(?:(?:,| and| &|/| \\|) ?(?:privacy|cookies?|terms))*(?: (?:polic(?:y|ies)|notice|settings?|preferences|statement|consent|choices|center|centre))(?:(?:,| and| &| \\|)? ?(?:terms|cookie|privacy|policy|of|use|service|conditions|settings))*",
    ],
  },
  {
    kind: "copyright",
    patterns: [
      "(?:terms|conditions)(?: (?:of|and|&) (?:use|service|conditions|sale))?(?: ?[|/•·,&] ?.{0,60})?|legal(?: (?:notice|information))?|disclaimer|user agreement|editorial code",
      "all rights reserved|усі права захищено|всі права захищені|все права защищены|alle rechte vorbehalten|tous droits réservés",
      "do not sell (?:or share )?my (?:personal )?(?:info|information|data)|ad choices|accessibility(?: statement)?",
    ],
  },
  {
    kind: "dateline",
    patterns: [
      "\\d{1,3}[- ]?min(?:ute)?s?(?: read| reading time)?|(?:reading time|tempo de leitura|lesezeit|temps de lecture|tiempo de lectura|час читання|время чтения):? .{1,20}|estimated reading time.{0,30}",
      "(?:\\d{1,3}|an?|one|two) (?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago",
      "(?:last )?(?:updated|modified|edited):? (?:\\d{1,3}|an?) (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago",
      "this (?:article|story|post) (?:has been|was|is being) (?:last )?updated\\b.{0,60}",
      "this (?:article|story|post) is more than (?:an?|\\d{1,2}) (?:years?|months?) old",
      "just now|yesterday at \\d{1,2}[:.]\\d{2}.{0,6}|today at \\d{1,2}[:.]\\d{2}.{0,6}",
    ],
  },
];

/** Lines that are furniture when they begin so, are short, and report nobody's words. */
export const OPENINGS: readonly FurnitureCue[] = [
  {
    kind: "byline",
    patterns: [
      "(?:authors?|by-?line|written by|text by|story by|report(?:ed|ing) by|edit(?:ed|ing|or) by|edited and|translated by|translation by|posted by|published by|compiled by|words by|editors?|reporters?|correspondents?|contributors?|additional reporting|author) ?(?::|by\\b|-) ?(?=\\S)",
      "(?:written|text|story|reported|reporting|edited|editing|translated|translation|posted|published|compiled|prepared|produced) by ",
      "(?:автори?|авторка|текст|переклад|редактор|авторы|перевод|журналіст|журналист|кореспондент|autor(?:en)?|von|auteur|autore) ?: ?(?=\\S)",
      "\\((?:additional )?(?:reporting|writing|editing|report) by ",
      "(?:the )?(?:associated press|reuters|afp|bloomberg|staff|ap)(?: (?:writers?|reporters?|staff|correspondents?))?(?: .{2,80})? (?:contributed|reported)(?: to this| from)",
      ".{0,160}\\b(?:contributed to|reported from) this (?:report|article|story|post)\\.?$",
      "(?:with (?:reporting|files|additional reporting) (?:by|from)) ",
      "sources? ?: (?:(?:news )?agencies|ap|afp|reuters|bns|dpa|tass|efe|ansa|anadolu|xinhua|upi|pa|cna|kyodo|yonhap|bloomberg|bbc|cnn|ukrinform|unian|interfax(?:-ukraine)?)(?:[ ,/]|$)(?=\\S{0,20}(?: \\S+){0,4}$)",
      "about the author\\b",
      "follow .{2,40} on twitter|.{0,60}@[a-z0-9_]{2,20} on twitter",
      "(?:email|contact|reach|write to) (?:the )?(?:author|reporter|writer|editor|him|her|us)s?(?: at\\b|:)",
    ],
  },
  {
    kind: "caption",
    patterns: [
      "© ?(?:ap|afp|reuters|epa|getty|tass|sputnik|dpa|pa|ria|xinhua)\\b",
      "© ?\\p{L}[^/\\d]{1,40}/[^/\\d]{2,40}$",
      "\\(?(?:photos?|photo credit|photograph|images?|image credit|picture|pic|illustration|illustrative (?:photo|image)|infographics?|graphic|screenshot|screengrab|video|file photo|file (?:image|picture)|archive photo|credits?|cover photo|feature[d]? (?:image|photo)|collage|caption|map) ?(?:/|:|by\\b|©|credit|courtesy|from\\b|via\\b|source) ?",
      "\\(?(?:фото|фотографія|фотография|зображення|ілюстрація|иллюстрация|відео|видео|скріншот|скриншот|колаж|коллаж|bild|foto|photo)(?: ілюстративне| иллюстративное)? ?[:/©] ?",
      "(?:image|photo|slide|picture) ?\\d{1,3} ?(?:of|/) ?/? ?\\d{1,3}\\b|\\d{1,2} ?of ?\\d{1,2}(?=\\p{Lu}|$)",
      "(?:image|media|photo|picture|video) (?:copyright|caption|source|credit)\\b",
      "(?:file|illustrative|archive|stock) (?:photo|image|picture|photograph)\\b",
      "(?:view|see) (?:this |more )?(?:post|photos?|images?) on (?:instagram|twitter|facebook)",
    ],
  },
  {
    kind: "copyright",
    patterns: [
      "(?:copyright|©|\\(c\\) ?(?:copyright )?(?=\\d{4}))",
      "(?:when|if|while|in case of|for) (?:full |partial |any )?(?:referencing|quoting|citing|using|reprinting|republishing|reproducing|copying|reprint)(?: (?:and|or) \\w+)? (?:of )?(?:our|the|any|this|these|materials|content|information|texts?|articles?|from)\\b",
      "(?:any |no part of|the |all )?(?:reproduction|republication|redistribution|reprint(?:ing)?|republishing|copying|use)(?:,? (?:or|and) \\w+)? (?:of |or |in whole|is |without )",
      "(?:no part of|this (?:material|article|content|story|text|publication) (?:may|can) (?:not )?be|this (?:article|story|post|piece) (?:was|is|first|originally) (?:originally |first )?(?:appeared|published|republished|licensed)|(?:originally|first) (?:published|appeared) (?:in|on|at|by))",
      "(?:the views?|opinions?|views and opinions|statements and opinions)(?: and opinions)? expressed (?:in|here|by|are|herein)",
      "you (?:may|can|are (?:free|welcome|allowed) to) (?:quote|use|reprint|republish|copy|share) (?:up to|our|any|this|the|these|no more)\\b",
      "(?:our|all) (?:articles|contents?|materials|texts) (?:are|is) (?:protected|copyright)",
      "our standards ?:",
      "(?:materials?|articles?|content|information) (?:marked|published|posted|from|on) .{0,60}(?:copyright|permission|hyperlink|advertis)",
      "(?:передрук|використання матеріалів|будь-яке використання|при (?:цитуванні|використанні)|перепечатка|использование материалов|при (?:цитировании|использовании)|любое использование)",
      ".{0,80}©\\s?(?:copyright )?(?:19|20)\\d{2}\\b",
      "(?:all rights reserved|усі права|всі права|все права|alle rechte)",
      "(?:the )?work of .{2,60} is (?:supported|funded|financed) by|(?:this|our) (?:project|publication|article|website|site|report|work|media|newsroom) (?:is|was|has been) (?:supported|funded|financed|produced|made possible|created|prepared) (?:by|with|thanks|within|through|under)",
    ],
  },
  {
    kind: "cookies",
    patterns: [
      "(?:we|this (?:web ?)?site|our (?:web ?)?site|we and our partners)\\b.{0,60}\\b(?:use|uses|using|store)\\b.{0,40}\\bcookies",
      "by (?:continuing|clicking|using|browsing|visiting|accessing)\\b.{0,80}\\b(?:cookies?|privacy|terms|you (?:agree|accept|consent))",
      "(?:ми використовуємо|мы используем|цей сайт використовує|этот сайт использует|wir verwenden|diese website verwendet).{0,40}cookie",
      "(?:cookie|cookies) (?:are|help|policy|settings|preferences)",
    ],
  },
  {
    kind: "correction-hint",
    patterns: [
      "(?:to )?(?:suggest|report|submit|send|request) (?:a |an |us )?(?:correction|error|typo|clarification|mistake)s?\\b",
      "(?:spotted|found|noticed|see|spot|notice|have you (?:found|spotted|noticed)|did you (?:find|spot|notice)|if you (?:find|found|notice|noticed|spot|spotted|see))(?: (?:a|an|any))? (?:error|mistake|typo|spelling|inaccura|correction|factual|misprint|bug|something (?:wrong|missing))",
      "(?:you can (?:also )?)?(?:highlight|select|mark) (?:the |any |this |a |it )?(?:text|error|mistake|typo|fragment|piece|and).{0,60}(?:press|hit|click|ctrl)",
      "(?:please )?(?:leave|send|share|submit|post) (?:us )?(?:your |any )?(?:suggestions?|corrections?|feedback)",
      ".{0,60}ctrl ?\\+ ?enter",
      "(?:знайшли|помітили|якщо ви (?:знайшли|помітили)|виділіть) .{0,20}(?:помилк|орфограф|текст)|(?:нашли|заметили|если вы (?:нашли|заметили)|выделите) .{0,20}(?:ошибк|опечатк|текст)",
      "(?:corrections?|clarification) ?(?:policy|:$)",
    ],
  },
  {
    kind: "read-also",
    patterns: [
      "\\(?(?:read|(?:see|watch|listen) (?:also|more|next|here)) ?(?:also|more|next|too|here)?(?: (?:on|in|at|about) (?:this|the) .{2,30})? ?[:>»›|→] ?",
      "(?:also|related|recommended|more|further)(?: (?:read|see|news|stor(?:y|ies)|articles?|reading|coverage|here|content|on|posts?|links?))* ?[:>»›|→] ?",
      "(?:also read|read also|see also|read more|you may also like|in case you missed it)\\b",
      "(?:читайте|дивіться|смотрите|читати|читать|слухайте) (?:також|також|также|ще|еще|ещё|більше|больше|детальніше|по темі|по теме|далі)?.{0,12}[:>»›|→]",
      "(?:читайте|дивіться|смотрите) (?:також|также)\\b",
    ],
  },
  {
    kind: "newsletter",
    patterns: [
      "(?:sign up|subscribe|register)(?: (?:now|today|here|free|for free|below))?(?:,)? (?:to|for|and|our|here|with|via|below|by)\\b",
      "(?:sign up|subscribe) ?:",
      "(?:get|receive|want|have)\\b.{0,80}\\b(?:inbox|newsletter|by e-?mail|news ?letters?|(?:push )?notifications)\\b",
      "(?:join|follow|subscribe to|find|like)\\b.{0,60}\\b(?:our|us|the)\\b.{0,60}\\b(?:telegram|whatsapp|viber|newsletter|mailing list|facebook|twitter|youtube|instagram|google news|channels?|podcasts?)\\b",
      "(?:our|the|this) (?:free )?(?:daily |weekly |morning |evening )?(?:newsletter|briefing)\\b.{0,80}(?:inbox|sign|subscri|deliver)",
      "(?:.{0,30}\\b)?read (?:our|us|more|the) .{0,30}\\b(?:on|at|in) (?:facebook|telegram|google news|viber|whatsapp|twitter|instagram)",
      "privacy notice\\b",
      "(?:download|get|install|try) (?:our|the)(?: \\w+){0,3} (?:app|apps|application)\\b",
      ".{0,40}\\bprotected by recaptcha",
      "after newsletter promotion",
    ],
  },
  {
    kind: "plea",
    patterns: [
      "(?:please )?(?:donate|support us|support our (?:work|journalis|report|team|newsroom|mission|project|site|website)|become (?:a|our) (?:patron|member|supporter|subscriber|friend|sponsor)|help (?:us|keep|support|fund) (?:to )?(?:keep|continue|fund|produce|make|cover|report|our|us|independent|this))",
      "(?:we|our (?:team|newsroom|journalis\\w+|work|site|website|organi[sz]ation|mission|reporters))\\b.{0,80}\\b(?:need|needs|rely|relies|depend|depends|count|counts) (?:solely |entirely |only |mostly |largely )?(?:on |upon )?(?:your|readers?|our readers|donations|advertis|support|ads)",
      "(?:if|since) you(?:'re| are| have| like| value| enjoy| appreciate| want| can| found)\\b.{0,100}\\b(?:support(?:ing)? (?:us|our)|donat|contribut|subscri|patron|member|newsletter|share (?:it|this))",
      "if you (?:enjoyed|liked|found|loved) (?:this|our) (?:article|story|post|piece|report|content)\\b",
      "you could close this (?:page|tab|window)",
      "(?:before you go|one more thing|hi,? (?:this is|i'm|we)|dear readers?|a message from)\\b.{0,120}",
      "(?:please |we (?:kindly )?ask (?:you )?(?:to )?|kindly )?(?:disable|turn off|disabling|pause|whitelist|switch off).{0,30}\\bad ?-?block",
      "(?:it (?:looks|seems|appears) like )?you(?:'re| are|r)?(?: browser)?(?: is)? (?:using|have|running)(?: an?)? ad ?-?block",
    ],
  },
  {
    kind: "comments",
    patterns: [
      "(?:to (?:post|leave|add|make) (?:a |your )?comment|please (?:log|sign) ?in|you must be (?:logged|signed)[- ]in|comments (?:that|are|will|on this)|(?:we|the editors?|moderators) (?:reserve the right|moderate|may remove|encourage)|commenting (?:is|on this|rules)|this (?:comment|discussion) (?:section|board|is|has))\\b",
    ],
  },
  {
    kind: "dateline",
    patterns: [
      "(?:published|posted|updated|last updated|first published|last modified|modified|created|date|released|issued|опубліковано|оновлено|опубликовано|обновлено|дата|veröffentlicht|aktualisiert|stand|publié|mis à jour)(?: (?:on|at|le|am))? ?:? ?(?:on )?(?=.{0,24}\\d)",
    ],
  },
];

/** Phrases that plead, sell or warn; they speak to the reader, which a story hardly ever does. */
export const PHRASES: readonly FurniturePhrase[] = [
  {
    kind: "plea",
    weight: 2,
    patterns: [
      "become (?:a|our) (?:patron|supporter|sponsor)\\b",
      "(?:support|depend|depends|rely|relies) (?:on |of |from )?(?:the support of |the generosity of )?(?:readers?|people|supporters) like you",
      "readers like you",
      "(?:cost|price) of (?:one |a |just a )?(?:cup of )?coffee",
      "ad ?-?block(?:er|ers|ing)?\\b",
      "(?:support|fund|sustain|back) (?:our|quality|independent) (?:independent |quality |honest |fearless |investigative )?(?:journalis\\w+|reporting|newsroom|media|work)\\b",
      "(?:via|on|our) patreon|buymeacoffee|buy (?:us|me) a coffee",
      "other ways to support",
      "the author of this (?:piece|article|story)\\b.{0,40}$",
      "(?:we (?:kindly )?ask|please consider|consider) (?:for )?(?:your support|supporting|donating|becoming|subscribing|making a)",
      "підтрим(?:ати|айте|уйте) (?:нас на|нашу редакцію|наше видання|редакцію|роботу редакції)|стан(?:ь|ьте) (?:нашим )?патрон|поддерж(?:ать|ите) (?:нас на|нашу редакцию|редакцию|наше издание)",
    ],
  },
  {
    kind: "plea",
    weight: 1,
    patterns: [
      "\\b(?:our|we)\\b.{0,40}\\b(?:reporting|journalism|content|newsroom|coverage)\\b.{0,40}\\b(?:free|open|accessible|independent|available)\\b",
      "(?:we|our) (?:are|is) an? (?:independent|small|non-?profit|reader-funded|cost-effective) ",
      "(?:small|independent|cost-effective|dedicated) team\\b",
      "help us (?:to )?(?:produce|continue|keep|make|report|cover|stay|remain|provide|tell|bring|publish)",
      "your (?:support|donation|contribution|assistance|help) (?:helps|makes|keeps|allows|enables|ensures|means)",
      "make a (?:\\w+ )?(?:donation|contribution)(?: today| now)?\\b",
      "join (?:our|the) community",
      "(?:a little|every (?:little|bit|donation|contribution|dollar|euro|penny|pound)) (?:bit )?(?:goes|helps|counts|matters)",
      "thank you!?$",
      "advertising revenue",
      "quality (?:content|analysis|journalism)\\b",
      "we (?:do not|don't) (?:endorse|promote|sell|accept)\\b",
      "support what we do",
      "topics we (?:should|will) cover",
      "your (?:support|donation|contribution|assistance|membership|subscription)\\b",
      "(?:as little as|for just|only) (?:[$€£]\\d|the cost)",
      "power of (?:free |independent )?(?:information|journalism|press)",
      "close this (?:page|tab|window)",
    ],
  },
  {
    kind: "newsletter",
    weight: 2,
    patterns: [
      "(?:^|[.!?:;,(—–-]\\s?|please |can |and |or |also |now |here |to )(?<!(?:men|women|people|them|him|her|us|you|voters|users|asked|urged|want|wanted|invited|had|have|ability|able|chance|allowed|allows) to )(?:sign up|subscribe|signing up|subscribing) (?:now |here |today )?(?:to|for) (?:our|the|his|her|my|free|this|your|daily|weekly|\\w+(?:'s)?) ?(?:\\w+ ){0,4}(?:newsletters?|news ?letter|alerts?|updates|channel|podcast|mailing list|briefing|bulletin|e-?mails?)",
      "\\b(?:breaking )?news alerts?\\b.{0,60}(?:reports|emails?|delivered|phone|stories)",
      "(?:to|in|into) your (?:e-?mail )?inbox",
      "enter your e-?mail",
      "(?:join|follow|subscribe to) (?:us|our) (?:on |\\w+ )?(?:telegram|whatsapp|viber|facebook|twitter|instagram|youtube|google news|channel)",
      "unsubscribe (?:at any time|anytime)",
    ],
  },
  {
    kind: "read-also",
    weight: 2,
    patterns: ["(?:for (?:all|more|the) .{2,60},? )click here\\.?$", "^click here (?:for|to)\\b"],
  },
  {
    kind: "advertisement",
    weight: 2,
    patterns: [
      "(?:contain|contains|earn|earns|receive|receives|include|includes)(?: an?)? (?:affiliate|referral|small commission)",
      "\\baffiliate (?:links?|commissions?)\\b",
      "special (?:discount|offer)\\b",
      "\\d{1,2} ?% (?:off|discount)\\b.{0,40}\\b(?:subscription|with code|promo|today)",
      "(?:free trial|cancel anytime|subscribe (?:now )?(?:from|for) (?:just |only )?[$€£]\\d)",
      'use (?:the )?(?:promo |discount )?code "?[A-Z0-9]{4,}',
      "\\b(?:a|our|your) (?:free |annual |monthly |digital |print )?subscription (?:of|to|for) (?:our|the|just|only)\\b",
    ],
  },
  {
    kind: "advertisement",
    weight: 1,
    patterns: [
      "^stay (?:informed|up to date|updated|connected|tuned)\\b",
      "^(?:get|enjoy|discover|unlock|read) (?:quality|unlimited|premium|exclusive|full|the best) ",
      "quality journalism",
      "^for .{2,40} readers$",
      "know what (?:moves|matters|is happening)",
    ],
  },
  {
    kind: "copyright",
    weight: 2,
    patterns: [
      "all rights reserved",
      "(?:active|direct|live|clickable|open) (?:hyper)?link (?:to|is)\\b",
      "links? to (?:the )?(?:web ?site|source|original)\\b.{0,60}(?:mandatory|required|obligatory|necessary|first paragraph)",
      "hyperlink (?:to|is)\\b",
      "(?:prior |express |written |our )+(?:permission|consent) (?:must|is|of|from|has|should)\\b.{0,40}",
      "may not be (?:published, broadcast|reproduced|republished|reprinted|redistributed|copied)",
      "without (?:the )?(?:prior |express |written |our )+(?:permission|consent)",
      "-character (?:extract|excerpt|quote)",
      "гіперпосилання|гиперссылк",
    ],
  },
  {
    kind: "copyright",
    weight: 1,
    patterns: [
      "\\b(?:reprint|republish|reproduc\\w+|redistribut\\w+)\\b",
      "\\b(?:citing|quoting|using|use of|copying|reproduction of) (?:and using )?(?:any |our |the |all )?(?:translated )?materials\\b",
      "\\bour (?:materials?|content|articles)\\b",
      "©|\\bcopyright (?:holder|owner|©|\\d{4})",
    ],
  },
  {
    kind: "cookies",
    weight: 2,
    patterns: [
      "(?:uses?|using|accept(?:ing)?|store|enable|our|of|all|these|necessary|third-party|functional|analytics) cookies\\b",
      "cookie (?:policy|policies|settings|preferences|notice|consent|banner)",
    ],
  },
  {
    kind: "correction-hint",
    weight: 2,
    patterns: ["ctrl ?\\+ ?enter", "(?:suggest|report) a (?:correction|typo|mistake)"],
  },
];

/** Words that show a picture's origin; at the end of a short line they make it a caption. */
export const CREDITS: readonly string[] = [
  "\\(?(?:photo|photos|image|picture|pic|video|illustration|screenshot|screengrab|photograph|photo credit|image credit|credit|photo illustration)s? ?(?::|by:?|©|courtesy(?: of)?|from|via|/) ?",
  "\\((?:ap|afp|reuters|epa|getty|tass|xinhua|pa|dpa|anp|upi|afp|bloomberg|ukrinform|unian|nyt|cnn|bbc)(?: photo| file| images?| archives?| via .{2,30})?(?: ?/ ?.{2,60})?\\)",
  "(?:ap photo|afp|reuters|epa|epa-efe|getty images|afp/getty|getty|associated press|shutterstock|unsplash|istock|wikimedia commons|flickr|pixabay|alamy|bloomberg)(?: ?/ ?.{2,60}| via .{2,60}| photo| images?| file photo)?",
  "\\[(?:file|photo|image|screenshot|courtesy|handout)(?: photo| image)? ?[:/]? ?[^\\]]{0,60}\\]",
  "фото ?: ?",
  "(?<=[.)]\\s)source ?: ?",
  "(?:file|illustrative|archive|stock) (?:photo|image|picture)",
];

/** Words of a share bar; a line of nothing else is one. */
export const SHARE_WORDS: ReadonlySet<string> = new Set(
  "facebook fb twitter x telegram whatsapp linkedin reddit pinterest email e-mail mail print viber messenger share tweet flipboard instagram youtube rss bluesky threads save bookmark copy link pocket tumblr vk pin it on via".split(
    " ",
  ),
);

/** What a site that asks for money or attention speaks of; a plea names one of these, a politician's seldom does. */
export const MEDIA_NOUNS =
  "donat\\w*|patron|patreon|subscri\\w*|membership|becom(?:e|ing) a member|journalis\\w*|newsroom|readers?|web ?site|this page|ad ?-?block\\w*|coffee|newsletter|(?:our|this) (?:reporting|reporters|story|stories|coverage|content|work|team|site|page|article|articles|post)|independent media|редакці\\w*|редакци\\w*|патрон\\w*";

/** Verbs that report words, whoever does it: a line with one is a story's, whatever else is in it. */
export const REPORTING =
  "said|says|told|stated|announced|warned|argued|insisted|declared|vowed|pledged|replied|tweeted|according to|сказал|сказав|заявив|заявил|заявила|сказала|повідомив|сообщил|за словами|по словам|сообщила|повідомила|підкреслив|додав|добавил";

/** Verbs that report words only after a name or a pronoun: "Ruiz notes" does, "more notes" does not. */
export const REPORTING_AFTER_NAMES =
  "saying|tells|states|added|adds|announces|claimed|claims|warns|argues|insists|explained|explains|noted|notes|declares|promised|promises|vows|pledges|wrote|writes|tweets|asked|emphasi[sz]ed|stressed|called (?:on|for)|denied|denies|admitted|confirmed|confirms|believes?|thinks?|hopes?|reported|reports";

/** Words that stand alone on a line of a site's menu. */
export const MENU_WORDS: ReadonlySet<string> = new Set(
  "home news world politics business sport sports opinion opinions culture travel video videos photos photo weather tech technology science health entertainment lifestyle economy economics finance money markets local national international europe asia africa americas us u.s. uk ukraine russia war society style food arts music movies tv books games education environment climate podcasts podcast live more about contact contacts analysis interviews interview blogs blog columns editorials editorial letters obituaries classifieds jobs cars property real-estate shop store donate subscribe newsletter newsletters archive archives media magazine multimedia multimedia gallery galleries features feature fact-check crime investigations defence defense security regions region projects special-projects topics latest trending search menu login register facebook twitter telegram instagram youtube linkedin rss новини новости політика политика економіка экономика світ мир спорт культура суспільство общество війна война думки мнения відео видео фото регіони наука здоров'я контакти контакты головна главная".split(
    " ",
  ),
);
