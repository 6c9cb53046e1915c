import { ERROR_RULES, ErrorBody, type ErrorCode } from "@patient-medical-history/core";
import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { describeAliases } from "./describe-aliases.ts";
import { COMMON_ERRORS, FUNCTION_DOCS, type FunctionDocs } from "./function-docs.ts";
import type { ClientRpc } from "./read-client-rpcs.ts";
import { rpcPaths } from "./rpc-paths.ts";

const DESCRIPTION = `Four edge functions, and the RPCs of the Data API that clients call beside them. People are \`public.users.id\` UUIDs, times RFC 3339 in UTC, dates ISO 8601.
Clients decide by \`code\` (of an RPC: by \`hint\`), never by the sentence. Unknown request keys are ignored; new response keys may appear.`;

const RequestId = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);
const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{1,255}$/);

/**
 * Makes the OpenAPI document of the functions from the schemas they parse with, and of the RPCs from their declarations.
 *
 * @param rpcs - what clients may call of the Data API
 * @returns an OpenAPI 3.1 document as a JSON object
 */
export function makeOpenApiDocument(rpcs: readonly ClientRpc[]): object {
  const document = createDocument({
    openapi: "3.1.0",
    info: { title: "Patient Medical History", version: "1.0.0", description: DESCRIPTION },
    servers: [
      {
        url: "https://{project}.supabase.co/functions/v1",
        variables: { project: { default: "project-ref", description: "Reference of the Supabase project" } },
      },
    ],
    security: [{ firebaseToken: [] }, { firebaseBearer: [] }],
    paths: Object.assign({}, ...FUNCTION_DOCS.map(pathsOf), rpcPaths(rpcs)),
    components: {
      securitySchemes: {
        firebaseToken: { type: "apiKey", in: "header", name: "x-firebase-token", description: "Firebase ID token" },
        firebaseBearer: { type: "http", scheme: "bearer", bearerFormat: "Firebase ID token" },
        publishableKey: { type: "apiKey", in: "header", name: "apikey", description: "The project's publishable key" },
      },
    },
  });
  const schemas = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => [
    name,
    describeAliases(schema),
  ]);
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(schemas) } };
}

function pathsOf(docs: FunctionDocs): ZodOpenApiPathsObject {
  return {
    [`/${docs.slug}`]: { post: operation(docs) },
    [`/${docs.slug}/health`]: { get: probe("Alive", ["NOT_FOUND"]) },
    [`/${docs.slug}/ready`]: {
      get: probe("Database, identity keys and configuration, each ok or failed", [
        "CONFIG_ERROR",
        "DATABASE_UNAVAILABLE",
        "IDENTITY_PROVIDER_UNAVAILABLE",
      ]),
    },
  };
}

function operation(docs: FunctionDocs): ZodOpenApiOperationObject {
  return {
    operationId: docs.slug,
    summary: docs.summary,
    description: docs.caller,
    requestParams: {
      header: z.object({
        apikey: z.string().optional().meta({ description: "The project's publishable key." }),
        "x-request-id": RequestId.optional().meta({ description: "Returned on the answer; made up where absent." }),
        ...(docs.acceptsIdempotencyKey ? { "Idempotency-Key": IdempotencyKey.optional() } : {}),
        ...(docs.waits
          ? { Prefer: z.string().optional().meta({ description: "wait=N: wait up to N seconds, 24 at most." }) }
          : {}),
      }),
    },
    requestBody: { required: true, content: { "application/json": { schema: docs.request } } },
    responses: {
      "200": { description: "Success", content: { "application/json": { schema: docs.response } } },
      ...errorResponses([...COMMON_ERRORS, ...docs.errors]),
    },
  };
}

function probe(summary: string, errors: readonly ErrorCode[]): ZodOpenApiOperationObject {
  return {
    summary,
    security: [],
    responses: { "200": { description: "Success" }, ...errorResponses(errors) },
  };
}

function errorResponses(codes: readonly ErrorCode[]): ZodOpenApiOperationObject["responses"] {
  const byStatus = Map.groupBy(codes, (code) => String(ERROR_RULES[code].status));
  const responses = [...byStatus].map(([status, these]) => [
    status,
    { description: these.join(", "), content: { "application/json": { schema: ErrorBody } } },
  ]);
  return Object.fromEntries(responses);
}
