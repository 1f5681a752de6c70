import assert from "node:assert/strict";
import { test } from "node:test";
import { languageOf } from "../../src/read/language.ts";

const TEXTS: Readonly<Record<string, string>> = {
  en: "The minister said on Tuesday that the bridge would open in spring and that the homes had been built by then.",
  de: "Die Ministerin sagte am Dienstag, dass die Brücke im Frühjahr eröffnet wird und die Häuser gebaut werden.",
  fr: "La ministre a déclaré mardi que le pont serait ouvert au printemps et que les maisons seraient construites.",
  es: "El ministro dijo el martes que el puente se abrirá en primavera y que las casas serán construidas.",
  pl: "Minister powiedział we wtorek, że most zostanie otwarty wiosną i że domy zostaną zbudowane.",
  da: "Ministeren sagde tirsdag, at broen åbner til foråret, og at husene vil blive bygget af staten.",
  uk: "Міністр сказала у вівторок, що міст відкриють навесні і будинки будуть збудовані.",
  ru: "Министр сказала во вторник, что мост откроют весной и дома будут построены, как она обещала.",
  be: "Міністр сказаў у аўторак, што мост адкрыюць вясной і дамы будуць пабудаваны, як ён абяцаў.",
  ja: "大臣は火曜日に橋が春に開通し、家が建てられると述べた。".repeat(3),
  el: "Η υπουργός είπε την Τρίτη ότι η γέφυρα θα ανοίξει την άνοιξη και ότι τα σπίτια θα χτιστούν.",
};

for (const [language, text] of Object.entries(TEXTS))
  test(`a text in ${language} is told as such`, () => assert.equal(languageOf(text), language));

test("too short a text, a list of names, a table have no language", () => {
  assert.equal(languageOf("Hello, Ana!"), null);
  assert.equal(
    languageOf("Ana Ruiz, Tomas Veld, Senna Lindh, Jarek Dovin, Klara Noss, Emil Hartog, Bram Osei, Ilva Marren"),
    null,
  );
  assert.equal(languageOf("120 450 320 870 ".repeat(50)), null);
});
