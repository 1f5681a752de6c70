import { html } from "hono/html";
import { INTERFACE_LANGUAGES } from "./messages/messages.ts";
import type { Html, View } from "./view.ts";
import { address, changed } from "./view.ts";

/** The frame around every page: skip link, name, navigation, search, the page itself, and what stands at its foot. */
export function layout(
  page: { readonly title: string; readonly body: Html; readonly twin: string | null; readonly script: string | null },
  view: View,
): Html {
  const { say } = view;
  const atStart = view.path === "/";
  return html`<!doctype html>
    <html lang="${view.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${atStart ? say("name") : `${page.title} · ${say("name")}`}</title>
        <link rel="icon" href="${view.assets}/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${view.assets}/style.css" />
        ${page.twin === null ? "" : html`<link rel="alternate" type="application/json" href="${page.twin}" />`}
        <script type="module" src="${view.assets}/pages.js"></script>
        ${page.script === null || page.script === "upload.js" ? "" : html`<link rel="modulepreload" href="${view.assets}/selection.js" />`}
        ${page.script === null ? "" : html`<script type="module" src="${view.assets}/${page.script}"></script>`}
      </head>
      <body>
        <a class="skip" href="#main">${say("skip")}</a>
        <header class="top">
          <a class="brand" href="/">${MARK}${say("name")}</a>
          <nav aria-label="${say("navigation")}">
            <ul>
              ${NAVIGATION.map(
                ([path, key]) =>
                  html`<li>
                    <a href="${path}" ${view.path === path ? html` aria-current="page"` : ""}>${say(key)}</a>
                  </li>`,
              )}
            </ul>
          </nav>
          ${
            atStart
              ? ""
              : html`<form class="find" action="/search" role="search">
                  <label class="unseen" for="find">${say("searchLabel")}</label
                  ><input
                    id="find"
                    name="q"
                    type="search"
                    maxlength="300"
                    placeholder="${say("searchShort")}"
                    value="${view.path === "/search" ? (view.query.get("q") ?? "") : ""}"
                  /><button>${say("searchDo")}</button>
                </form>`
          }
        </header>
        <main id="main" tabindex="-1">${page.body}</main>
        <footer class="foot">
          <p>${say("footer")}</p>
          <ul>
            <li><a href="/about">${say("navAbout")}</a></li>
            <li><a href="/corrections">${say("corrections")}</a></li>
            ${page.twin === null ? "" : html`<li><a href="${page.twin}">${say("twin")}</a></li>`}
            <li><a href="/api/openapi.json">OpenAPI</a></li>
          </ul>
          <nav aria-label="${say("languages")}">
            <ul>
              ${INTERFACE_LANGUAGES.map(({ code, name }) =>
                code === view.language
                  ? html`<li><span lang="${code}" aria-current="true">${name}</span></li>`
                  : html`<li>
                      <a lang="${code}" hreflang="${code}" href="${languageAddress(view, code)}">${name}</a>
                    </li>`,
              )}
            </ul>
          </nav>
        </footer>
      </body>
    </html>`;
}

/** The icon drawn into the page, so that it needs no request before the first paint; its file is for the browser's tab. */
const MARK = html`<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
  <rect x="2" y="2" width="28" height="28" rx="7" fill="#1f4b6e" />
  <path
    d="M8.5 18.2c0-5 2.6-8 6-8.7v2.6c-1.7.6-2.7 1.8-2.9 3.4h2.6v6.1H8.5Zm9.3 0c0-5 2.6-8 6-8.7v2.6c-1.7.6-2.7 1.8-2.9 3.4h2.6v6.1h-5.7Z"
    fill="#fff"
  />
  <path d="M8.5 25.2h15" stroke="#f2b84b" stroke-width="1.8" stroke-linecap="round" />
</svg>`;

const NAVIGATION = [
  ["/search", "navStatements"],
  ["/speakers", "navSpeakers"],
  ["/commitments", "navCommitments"],
  ["/articles", "navArticles"],
  ["/dossiers", "navDossiers"],
  ["/review", "navReview"],
  ["/add", "navAdd"],
] as const;

function languageAddress(view: View, code: string): string {
  const after = view.query.get("after");
  return changed(view, { lang: code, ...(after === null ? {} : { after }) });
}

/** A page that says what went wrong and what to do next. */
export function troubleBody(status: number, heading: string, advice: string, view: View): Html {
  return html`<div class="trouble">
    <p class="number" aria-hidden="true">${status}</p>
    <h1>${heading}</h1>
    <p>${advice}</p>
    <form class="big-find" action="/search" role="search">
      <label class="unseen" for="lost">${view.say("searchLabel")}</label
      ><input id="lost" name="q" type="search" maxlength="300" /><button>${view.say("searchDo")}</button>
    </form>
    <p><a href="${address("/")}">${view.say("backToStart")}</a></p>
  </div>`;
}
