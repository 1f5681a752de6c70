import { hash } from "node:crypto";
import { userInfo } from "node:os";
import { Hono } from "hono";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { getCookie, setCookie } from "hono/cookie";
import type { Ledger, Redaction } from "../ledger/ledger.ts";
import type { Action } from "./action.ts";
import { actions } from "./actions.ts";
import { loadAssets } from "./assets.ts";
import { draftStore } from "./drafts.ts";
import { fieldName } from "./field-names.ts";
import { formGuard } from "./guard.ts";
import { layout, troubleBody } from "./layout.ts";
import type { MessageKey } from "./messages/message.ts";
import type { Limit } from "./limit.ts";
import { limitOf } from "./limit.ts";
import type { InterfaceLanguage, Values } from "./messages/messages.ts";
import { chooseLanguage, INTERFACE_LANGUAGES } from "./messages/messages.ts";
import { openApi } from "./openapi.ts";
import { twinOf } from "./pager.ts";
import { pages } from "./pages.ts";
import { BadValue } from "./question.ts";
import { registerReader } from "./registers.ts";
import type { Scores } from "./scores.ts";
import { readScores } from "./scores.ts";
import { secured } from "./security.ts";
import type { View } from "./view.ts";
import { viewOf } from "./view.ts";
import type { ListedPage, Visit } from "./web-page.ts";
import { NotInLedger } from "./web-page.ts";

export interface AppOptions {
  readonly ledger: Ledger;
  /** Measured figures for the About page; read from eval/scores.json unless given. */
  readonly scores?: Scores | null;
  /** Names under which this server may be asked for; any when left out. Guards a local ledger against DNS rebinding. */
  readonly hosts?: readonly string[];
  /** Who does what is done here; by default the system's user. A browser can take another name. */
  readonly by?: string;
  /** Folder of imported registers of offices; without it, only the register that comes with the program is asked. */
  readonly registers?: string;
  /** Told of an error that no visitor caused; by default standard error. */
  readonly report?: (error: unknown) => void;
}

/** The pages and their JSON twins over one ledger. `app.request("/")` answers without a socket. */
export function createApp(options: AppOptions): Hono {
  const { ledger, scores = readScores(), report = (error) => console.error(error) } = options;
  const assets = loadAssets();
  const drafts = draftStore();
  const register = registerReader(options.registers ?? null);
  const guard = formGuard();
  const app = new Hono();

  app.use(compress());
  app.use(secured(options.hosts ?? null));
  app.get("/assets/:version/:name", (context) => assets.answer(context));
  app.use(etag());

  app.get("/api/openapi.json", (context) => context.json(openApi(pages)));
  for (const action of actions) {
    const limit = limitOf(action.perMinute ?? Infinity);
    app.post(action.path, bodyLimit({ maxSize: action.most ?? 256 * 1024, onError: tooLarge }), (context) =>
      perform(context, action, limit),
    );
  }
  for (const page of pages) {
    app.get(`/api${page.path === "/" ? "" : page.path}`, (context) => twin(context, page));
    app.get(page.path, (context) => shown(context, page));
  }
  app.notFound((context) => trouble(context, 404, "notFound", "notFoundAdvice"));
  app.onError(async (error, context) => {
    if (error instanceof BadValue && context.req.method === "POST")
      return trouble(context, 400, "badForm", "badFieldAdvice", {
        name: fieldName(error.filter.replace(/^commitment-\d+-|-\d+$/g, ""), viewFor(context)),
        value: clip(error.value),
      });
    if (error instanceof BadValue)
      return trouble(context, 400, "badRequest", "badRequestAdvice", { name: error.filter, value: clip(error.value) });
    if (error instanceof NotInLedger) {
      const redaction = await ledger.redaction(error.id);
      return redaction === null
        ? trouble(context, 404, "notInLedger", "notInLedgerAdvice")
        : takenAway(context, redaction);
    }
    // The ledger's word for a caller's mistake: a cursor that it never gave, a date that is none.
    if (error instanceof RangeError)
      return context.req.method === "POST"
        ? trouble(context, 400, "badForm", "badFormAdvice", { reason: clip(error.message) })
        : trouble(context, 400, "badRequest", "badRequestAdviceAny");
    report(error);
    return trouble(context, 500, "serverError", "serverErrorAdvice");
  });
  return app;

  async function twin(context: Context, page: ListedPage): Promise<Response> {
    const { answer } = await page.visit(visitOf(context));
    context.header("Cache-Control", "private, no-cache");
    return context.json(answer ?? null);
  }

  async function shown(context: Context, page: ListedPage): Promise<Response> {
    const view = viewFor(context);
    const visited = await page.visit(visitOf(context));
    const title = visited.title(view);
    return send(
      context,
      200,
      await layout({ title, body: visited.body(view), twin: twinOf(view), script: page.script }, view),
      view.language,
    );
  }

  async function perform(context: Context, action: Action, limit: Limit): Promise<Response> {
    const form = await context.req.formData();
    const refusal = guard.refusal(context, form);
    if (refusal !== null) return trouble(context, 403, "notFromHere", "notFromHereAdvice");
    if (!limit.allows(performance.now())) return trouble(context, 429, "tooOften", "tooOftenAdvice");
    const { id, by } = visitOf(context);
    const done = await action.perform({ ledger, drafts, id, form, by });
    if (typeof done["as"] === "string")
      setCookie(context, "name", encodeURIComponent(done["as"]), {
        path: "/",
        sameSite: "Strict",
        httpOnly: true,
        maxAge: YEAR,
      });
    if (context.req.header("accept")?.includes("application/json")) return context.json(done);
    return context.redirect(done.to, 303);
  }

  function visitOf(context: Context): Visit {
    const chosen = getCookie(context, "name");
    const by = (chosen === undefined ? undefined : decoded(chosen)) ?? options.by ?? systemUser();
    const { req } = context;
    return { ledger, scores, drafts, by, id: req.param("id") ?? "", query: queryOf(context), register: register() };
  }

  function tooLarge(context: Context): Promise<Response> {
    return trouble(context, 413, "tooLarge", "tooLargeAdvice");
  }

  /** Where something was taken away, the page says when, by whom and why. */
  async function takenAway(context: Context, redaction: Redaction): Promise<Response> {
    if (context.req.path.startsWith("/api"))
      return context.json({ error: { status: 410, message: "The words were taken away." }, redaction }, 410);
    const view = viewFor(context);
    const values = { date: view.moment(redaction.at), by: redaction.by, reason: redaction.reason };
    return trouble(context, 410, "redacted", "redactedAdvice", values);
  }

  async function trouble(
    context: Context,
    status: TroubleStatus,
    heading: MessageKey,
    advice: MessageKey,
    values: Values = {},
  ): Promise<Response> {
    const view = viewFor(context);
    if (context.req.path.startsWith("/api") || context.req.header("accept")?.startsWith("application/json")) {
      const message = `${view.say(heading)} ${view.say(advice, values)}`;
      return context.json({ error: { status, message } }, status);
    }
    const body = troubleBody(status, view.say(heading), view.say(advice, values), view);
    return send(
      context,
      status,
      await layout({ title: view.say(heading), body, twin: null, script: null }, view),
      view.language,
    );
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
      setCookie(context, "language", language, { path: "/", sameSite: "Lax", httpOnly: true, maxAge: YEAR });
    return viewOf({ language, path: context.req.path, query, assets: assets.path, token: guard.token });
  }
}

type TroubleStatus = 400 | 403 | 404 | 410 | 413 | 429 | 500;

const YEAR = 31_536_000;

function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return "somebody";
  }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text).slice(0, 80);
  } catch {
    return undefined;
  }
}

function queryOf(context: Context): URLSearchParams {
  return new URL(context.req.url).searchParams;
}

function send(context: Context, status: 200 | TroubleStatus, page: string, language: InterfaceLanguage): Response {
  context.header("Content-Language", language);
  context.header("Cache-Control", "private, no-cache");
  context.header("Vary", "Accept-Language, Cookie", { append: true });
  // Told here, where the page is still one text: etag() would read it back from the answer. A page of `html` is a String, which hash() refuses.
  if (status === 200) context.header("ETag", `"${hash("sha1", String(page))}"`);
  return context.html(page, status);
}

function clip(value: string): string {
  return value.length > 200 ? `${value.slice(0, 199)}…` : value;
}
