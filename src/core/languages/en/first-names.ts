/** First names by the gender they nearly always tell; what is used for both is left out. */
const MALE = `aaron adam adrian ahmed alan albert alejandro aleksandr alex alexander alexei alexey alfred ali allan allen alvin anders andrei
andrew andrey andrii andriy andrzej angus anthony antonio antony arnold arsen arseniy arthur artur barack barry bart ben benjamin benny bernard bernie bill
billy bob bobby boris brad bradley brandon brendan brent brett brian bruce bryan byron calvin carl carlos carter cesar chad charles charlie chester chris christian
christopher chuck clarence clark claude clay clement cliff clifford clint colin conor corey cory craig curt curtis dale dan daniel danny danylo
darrell darren dave david dean denis dennis denys derek dick diego dimitri dirk dmitri dmitry dmytro dominic don donald doug douglas drew duane duncan dwight
earl ed eddie edgar edmund eduard edward edwin elijah eliot elliott emmanuel emmett enrique eric erik ernest ethan eugene evan evgeny fabian felix ferdinand
fernando floyd francis francisco francois françois frank franklin fred frederick fyodor gabrielius garrett gary gavin gene geoff geoffrey george gerald gerard
gerhard gilbert giorgio giovanni gitanas glenn gordon graham grant greg gregory guido guillermo gustav guy hakan hank hans harold harry harvey hassan henry herbert
herman howard hubert hugh hugo hussein ian igor ihor ilya isaac ivan jack jacob jacques jaime jake jakob james jan janusz jared jason javier jay jeff jeffrey
jens jeremy jerome jerry jesse jesus jim jimmy joachim joe joel johan john johnny jon jonas jonathan jorge jose josé josef joseph josh joshua juan julian
julio jussi justin karl keith ken kenneth kevin kirk klaus konstantin kostiantyn kurt kyle lance larry lars laurent lawrence lech leo leon leonard leonid
leroy lester lev lewis liam lloyd lorenzo louis luca lucas luis luke maksym malcolm manfred manuel marc marcel marco marcus mario mark marko markus
marshall martin martti marty marvin mateusz matt matteo matthew maurice max maxim mauricio michael michel miguel mihai mike mikhail mikheil miles miloš mitch mitt
mohamed mohammad mohammed moses muhammad mustafa mykhailo mykola narendra nathan neil nelson newt nicholas nick nicolas nigel nikita nikolai nikos noah norman
oleg oleh oleksandr oleksii oleksiy oliver olivier omar oscar oskar otto owen pablo patrick paul pavel pavlo pawel pedro perry pete peter petr petro petteri phil philip
philippe phillip pierre piotr pjotr preston rafael ralph ramon randall randy raul ray raymond recep reince reinhard rex ricardo richard rick ricky rob robby robert roberto
 rod rodney rodrigo roger roland roman ron ronald ross roy rudolph rudy ruslan russ russell ryan sam samuel scott sean sebastian serge sergei sergey sergio
serhii serhiy seth shane shawn sheldon shinzo silvio simon spencer stanley stefan stephan stephen steve steven stuart sven taavi tadeusz taras ted terence
terrence theodore thierry thomas tim timothy toby todd toivo tom tomas tommy tony travis trent trevor tyler ulrich urmas vadim vadym valdis valery
vasyl viktor victor vince vincent vitali vitalii vitaly vladimir vladislav vlad volodymyr vyacheslav wade wallace walter warren wayne wendell werner wilfried wilhelm
will william willie winston wladyslaw wolfgang yehor yevgeny yevhen yitzhak yuri yuriy yury zac zach zachary zbigniew zygmunt abdul abdullah bashar benedict 
binali brigham jeb jens-peder khizr lamar marlon mahmoud mariano milo pranas sergejs jüri kaspar kristjan mart toomas edgars egils karlis alar lauri antti
sauli pekka olaf giuseppe paolo emilio federico stefano bilal tariq imran yusuf mehmet ahmet tayyip javad kenji hiroshi takeshi `;

const FEMALE = `abigail adele agnes aisha alejandra alexandra alice alicia alison allison alyssa amanda amber amelia amy ana anastasia andrea angela anita ann anna
annalena anne annette annie antonia april arlene ashley astrid audrey ava barbara beata beatrice becky bella bernadette beth betsy betty beverly bonnie brenda
bridget brigitte brittany camilla carla carly carmen carol caroline carolyn carrie cassandra catherine cathy cecilia celeste charlene charlotte chelsea cheryl
christina christine cindy claire clara claudia colleen condoleezza constance courtney crystal cynthia daniela darya daryna dawn debbie deborah debra delia
denise diana diane dianne dolores donna doris dorothy edith eileen elaine eleanor elena elisabeth elise eliza elizabeth ella ellen emilia emily emma erica erika erin
esther eva evelyn federica felicia fiona florence frances francesca gabriela gail geraldine gina giorgia gisela gloria grace greta gretchen gwen hannah harriet
heather heidi heike helen helena helga hilary hillary holly ida ilse ingrid ingrida inga irene irina iris irma iryna isabel isabella ivanka jackie jacqueline jane janet
janice jean jeanne jen jenna jennifer jenny jessica jill joan joanna joanne josephine joy joyce juanita judith judy julia juliana julie june kaja kamala karen
karin karina kate katerina katherine kathleen kathryn kathy katie katrina kayleigh kellyanne kelly kersti kimberly kirsten kirstjen kristen kristin kristina
larissa larysa laura lauren leah lena lesia leslie lidia lillian linda lisa liz liza loretta lori lorraine louise lucia lucy lydia lynn lyudmila madeleine maggie magdalena
mairead maia mara marcia margaret margarita margrethe maria marie marilyn marina marine marion marsha martha marta mary maureen maya megan melania melanie melissa melezia
mercedes mette michelle mildred miriam molly monica monika nadia nadine nancy naomi natalia natalie natasha nataliya nicole nikki nina nora norma oksana olena olga
olha olivia oprah paige pamela patricia patti paula pauline peggy penny petra phyllis rachel rebecca regina renee rhonda rita roberta rosa rose rosemary roxanne ruth
sabrina sally samantha sandra sanna sara sarah shannon sharon sheila shelly sheryl shirley sigrid simone silvia sofia sonia sonja sophia sophie stacey stella stephanie sue
susan suzanne svetlana sviatlana sylvia tamara tammy tanya tatiana teresa tereza tess tetiana theresa therese tiffany tina tracy tulsi ursula valentina valerie
vanessa vera veronica victoria viktoria viktoriia vivian wanda wendy whitney wilma yana yelena yevgenia yolanda yuliia yulia yvonne zoe zuzana dalia rūta ruta
evika laima marju liisa katri elina tarja riikka mia frida magda agnieszka małgorzata katarzyna ewa hanna halyna liudmyla emine fatima leila mariam nino ayesha benazir
sushma michaelle jacinda julissa consuelo guadalupe marcela gitta eluned leanne aung`;

const listed = (names: string): readonly string[] => names.split(/\s+/);

/** Lower-case first name to the gender it tells. */
export const firstNames: ReadonlyMap<string, "male" | "female"> = new Map([
  ...listed(MALE).map((name) => [name, "male"] as const),
  ...listed(FEMALE).map((name) => [name, "female"] as const),
]);
