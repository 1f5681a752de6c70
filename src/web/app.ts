import { Hono } from "hono";
import type { Context } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { getCookie, setCookie } from "hono/cookie";
import type { Ledger } from "../ledger/ledger.ts";
import { loadAssets } from "./assets.ts";
import { layout, troubleBody } from "./layout.ts";
import type { MessageKey } from "./messages/message.ts";
import type { InterfaceLanguage, Values } from "./messages/messages.ts";
import { chooseLanguage, INTERFACE_LANGUAGES } from "./messages/messages.ts";
import { openApi } from "./openapi.ts";
import { twinOf } from "./pager.ts";
import { pages } from "./pages.ts";
import { BadValue } from "./question.ts";
import type { Scores } from "./scores.ts";
import { readScores } from "./scores.ts";
import { secured } from "./security.ts";
import type { View } from "./view.ts";
import { viewOf } from "./view.ts";
import type { ListedPage } from "./web-page.ts";
import { NotInLedger } from "./web-page.ts";

export interface AppOptions {
  readonly ledger: Ledger;
  /** Measured figures for the About page; read from eval/scores.json unless given. */
  readonly scores?: Scores | null;
  /** Names under which this server may be asked for; any when left out. Guards a local ledger against DNS rebinding. */
  readonly hosts?: readonly string[];
  /** Told of an error that no visitor caused; by default standard error. */
  readonly report?: (error: unknown) => void;
}

/** The pages and their JSON twins over one ledger. `app.request("/")` answers without a socket. */
export function createApp(options: AppOptions): Hono {
  const { ledger, scores = readScores(), report = (error) => console.error(error) } = options;
  const assets = loadAssets();
  const app = new Hono();

  app.use(compress());
  app.use(secured(options.hosts ?? null));
  app.get("/assets/:version/:name", (context) => assets.answer(context));
  app.use(etag());

  app.get("/api/openapi.json", (context) => context.json(openApi(pages)));
  for (const page of pages) {
    app.get(`/api${page.path === "/" ? "" : page.path}`, (context) => twin(context, page));
    app.get(page.path, (context) => shown(context, page));
  }
  app.notFound((context) => trouble(context, 404, "notFound", "notFoundAdvice"));
  app.onError((error, context) => {
    if (error instanceof BadValue)
      return trouble(context, 400, "badRequest", "badRequestAdvice", { name: error.filter, value: clip(error.value) });
    if (error instanceof NotInLedger) return trouble(context, 404, "notInLedger", "notInLedgerAdvice");
    // The ledger's word for a caller's mistake: a cursor that it never gave, a date that is none.
    if (error instanceof RangeError) return trouble(context, 400, "badRequest", "badRequestAdviceAny");
    report(error);
    return trouble(context, 500, "serverError", "serverErrorAdvice");
  });
  return app;

  async function twin(context: Context, page: ListedPage): Promise<Response> {
    const { answer } = await page.visit({ ledger, scores, id: context.req.param("id") ?? "", query: queryOf(context) });
    context.header("Cache-Control", "private, no-cache");
    return context.json(answer ?? null);
  }

  async function shown(context: Context, page: ListedPage): Promise<Response> {
    const view = viewFor(context);
    const visited = await page.visit({ ledger, scores, id: context.req.param("id") ?? "", query: view.query });
    const title = visited.title(view);
    return send(
      context,
      200,
      await layout({ title, body: visited.body(view), twin: twinOf(view) }, view),
      view.language,
    );
  }

  async function trouble(
    context: Context,
    status: 400 | 404 | 500,
    heading: MessageKey,
    advice: MessageKey,
    values: Values = {},
  ): Promise<Response> {
    const view = viewFor(context);
    if (context.req.path.startsWith("/api")) {
      const message = `${view.say(heading)} ${view.say(advice, values)}`;
      return context.json({ error: { status, message } }, status);
    }
    const body = troubleBody(status, view.say(heading), view.say(advice, values), view);
    return send(context, status, await layout({ title: view.say(heading), body, twin: null }, view), view.language);
  }

  function viewFor(context: Context): View {
    const query = queryOf(context);
    const asked = query.get("lang");
    const language = chooseLanguage(
      asked,
      getCookie(context, "language") ?? null,
      context.req.header("accept-language") ?? null,
    );
    if (INTERFACE_LANGUAGES.some(({ code }) => code === asked))
      setCookie(context, "language", language, { path: "/", sameSite: "Lax", httpOnly: true, maxAge: 31_536_000 });
    return viewOf({ language, path: context.req.path, query, assets: assets.path, token: "" });
  }
}

function queryOf(context: Context): URLSearchParams {
  return new URL(context.req.url).searchParams;
}

function send(context: Context, status: 200 | 400 | 404 | 500, page: string, language: InterfaceLanguage): Response {
  context.header("Content-Language", language);
  context.header("Cache-Control", "private, no-cache");
  context.header("Vary", "Accept-Language, Cookie", { append: true });
  return context.html(page, status);
}

function clip(value: string): string {
  return value.length > 60 ? `${value.slice(0, 59)}…` : value;
}
