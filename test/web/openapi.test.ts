/** The API's description says what the API gives: every answer is held against its schema, nothing missing, nothing unnamed. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { pages } from "../../src/web/pages.ts";
import type { SampleApp } from "./sample-app.ts";
import { sampleApp } from "./sample-app.ts";

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

describe("openapi.json", () => {
  let sample: SampleApp;
  let schemas: Readonly<Record<string, Schema>>;
  let paths: Readonly<
    Record<string, { get: { responses: { 200: { content: { "application/json": { schema: Schema } } } } } }>
  >;

  before(async () => {
    sample = await sampleApp();
    const description: { components: { schemas: typeof schemas }; paths: typeof paths } = JSON.parse(
      await (await sample.app.request("/api/openapi.json")).text(),
    );
    schemas = description.components.schemas;
    paths = description.paths;
  });
  after(() => sample.ledger.close());

  it("describes every answer", async () => {
    for (const address of sample.addresses) {
      const path = address.split("?")[0] ?? "";
      const page = pages.find((each) => new RegExp(`^${each.path.replace(":id", "[^/]+")}$`).test(path));
      assert.ok(page, address);
      const name = `/api${page.path === "/" ? "" : page.path.replace(":id", "{id}")}`;
      const schema = paths[name]?.get.responses[200].content["application/json"].schema;
      assert.ok(schema && Object.keys(schema).length > 0, `${name} has a schema`);
      const answer: unknown = JSON.parse(
        await (await sample.app.request(`/api${address === "/" ? "" : address}`)).text(),
      );
      assert.deepEqual(faults(answer, schema, address), []);
    }
  });

  /** Where a value is not what the schema says. */
  function faults(value: unknown, schema: Schema, at: string): readonly string[] {
    if (schema.$ref !== undefined) {
      const name = schema.$ref.split("/").at(-1) ?? "";
      const found = schemas[name];
      return found === undefined ? [`${at}: no schema ${name}`] : faults(value, found, at);
    }
    if (schema.anyOf !== undefined) {
      const tries = schema.anyOf.map((each) => faults(value, each, at));
      return tries.some((found) => found.length === 0) ? [] : (tries.find((found) => found.length > 0) ?? []);
    }
    if (schema.allOf !== undefined) return faults(value, merged(schema.allOf), at);
    if (schema.enum !== undefined) return schema.enum.includes(value) ? [] : [`${at}: ${String(value)} is not named`];
    if (schema.type === "null") return value === null ? [] : [`${at}: not null`];
    if (schema.type === "array")
      return Array.isArray(value)
        ? value.flatMap((item, index) => faults(item, schema.items ?? {}, `${at}[${index}]`))
        : [`${at}: no list`];
    if (schema.type === "object") return objectFaults(value, schema, at);
    if (schema.type === "integer") return Number.isInteger(value) ? [] : [`${at}: no integer`];
    return typeof value === schema.type ? [] : [`${at}: no ${schema.type ?? "schema"}`];
  }

  function objectFaults(value: unknown, schema: Schema, at: string): readonly string[] {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${at}: no object`];
    if (schema.properties === undefined) return [];
    const missing = (schema.required ?? []).filter((name) => !(name in value)).map((name) => `${at}.${name}: missing`);
    // A change is described by its kind alone, and so is open.
    const open = Object.keys(schema.properties).join() === "kind";
    const inner = Object.entries(value).flatMap(([name, each]) => {
      const property = schema.properties?.[name];
      if (property !== undefined) return faults(each, property, `${at}.${name}`);
      return open ? [] : [`${at}.${name}: not described`];
    });
    return [...missing, ...inner];
  }

  function merged(parts: readonly Schema[]): Schema {
    const properties = Object.assign({}, ...parts.map((part) => part.properties ?? {}));
    return { type: "object", properties, required: parts.flatMap((part) => part.required ?? []) };
  }
});
