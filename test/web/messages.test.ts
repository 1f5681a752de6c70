import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { en } from "../../src/web/messages/en.ts";
import type { Forms, MessageKey } from "../../src/web/messages/message.ts";
import { chooseLanguage, fill, INTERFACE_LANGUAGES, messages } from "../../src/web/messages/messages.ts";

// The keys of an object literal are its type's keys; Object.keys cannot say so.
const keys = Object.keys(en) as MessageKey[];

describe("messages", () => {
  for (const { code } of INTERFACE_LANGUAGES) {
    it(`has every message in ${code}, none empty, none more`, () => {
      assert.deepEqual(Object.keys(messages[code]).sort(), [...keys].sort());
      for (const key of keys) for (const text of texts(messages[code][key])) assert.notEqual(text.trim(), "", key);
    });

    it(`has every plural form that ${code} needs`, () => {
      const needed = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
      for (const key of keys) {
        const message = messages[code][key];
        if (typeof message !== "string")
          for (const category of needed) assert.ok(category in message, `${code} ${key} lacks ${category}`);
      }
    });

    it(`names the same values in ${code} as in English`, () => {
      for (const key of keys)
        for (const text of texts(messages[code][key])) {
          const named = names(text).filter((name) => name !== "count");
          const allowed = texts(en[key]).flatMap(names);
          assert.ok(
            named.every((name) => allowed.includes(name)),
            `${code} ${key}: ${text}`,
          );
        }
    });
  }

  it("counts as each language does", () => {
    assert.equal(fill("en", "countStatements", { count: 1 }), "1 statement");
    assert.equal(fill("en", "countStatements", { count: 1200 }), "1,200 statements");
    assert.equal(fill("uk", "countArticles", { count: 2 }), "2 статті");
    assert.equal(fill("uk", "countArticles", { count: 11 }), "11 статей");
    assert.equal(fill("ru", "countArticles", { count: 21 }), "21 статья");
  });

  it("takes the first language there is", () => {
    assert.equal(chooseLanguage(null, null, null), "en");
    assert.equal(chooseLanguage("uk", "ru", "en"), "uk");
    assert.equal(chooseLanguage("fr", "ru", "en"), "ru");
    assert.equal(chooseLanguage(null, null, "ru-RU,en;q=0.5"), "ru");
    assert.equal(chooseLanguage(null, null, "en;q=0.3, uk-UA;q=0.9"), "uk");
    assert.equal(chooseLanguage(null, null, ";;;q=,q=x,,"), "en");
  });
});

function texts(message: string | Forms): readonly string[] {
  return typeof message === "string" ? [message] : Object.values(message);
}

function names(text: string): readonly string[] {
  return [...text.matchAll(/\{([a-z]+)\}/gi)].map((match) => match[1] ?? "");
}
