import { ERROR_RULES, type ErrorCode } from "@patient-medical-history/core";
import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { type ClientRpc, type RpcArgument, refusalsOf } from "./read-client-rpcs.ts";
import { RPC_SHAPES } from "./rpc-shapes.ts";

/** The body of a refused RPC: an error of PostgREST's, with our code in `hint`. */
const RpcErrorBody = z
  .object({
    code: z.string().meta({ description: "PT and the status where it is ours; PostgREST's or Postgres's code else." }),
    message: z.string().meta({ description: "A sentence for a developer; never shown to patients." }),
    hint: z
      .enum(Object.keys(ERROR_RULES))
      .nullable()
      .meta({ description: "What clients decide by; see docs/errors.md. Null where the error is not ours." }),
    details: z.string().nullable(),
  })
  .meta({ id: "RpcError" });

/** What any RPC can refuse with, whoever calls, before it looks at what was named. */
const COMMON_REFUSALS: readonly ErrorCode[] = [
  "INVALID_FIREBASE_TOKEN",
  "TOKEN_REVOKED",
  "ROLE_CLAIM_MISSING",
  "USER_NOT_PROVISIONED",
  "USER_DISABLED",
  "RATE_LIMITED",
];

const TYPES: Readonly<Record<string, z.ZodType>> = {
  uuid: z.guid(),
  text: z.string(),
  integer: z.int32(),
  bigint: z.int(),
  timestamptz: z.iso.datetime({ offset: true }),
};

/**
 * Describes the RPCs of the Data API.
 *
 * @param rpcs - as their declarations have them
 * @returns a path per RPC, each with the Data API as its server
 * @throws Error when an RPC has no shape, or an argument a type that is not known here
 */
export function rpcPaths(rpcs: readonly ClientRpc[]): ZodOpenApiPathsObject {
  return Object.fromEntries(rpcs.map((rpc) => [`/rest/v1/rpc/${rpc.name}`, pathOf(rpc)]));
}

function pathOf(rpc: ClientRpc): ZodOpenApiPathsObject[string] {
  const shape = RPC_SHAPES[rpc.name];
  if (shape === undefined) throw new Error(`Cannot describe RPC: ${rpc.name} has no shape`);
  const fields = Object.fromEntries(rpc.arguments.map((argument) => [argument.name, schemaOf(rpc.name, argument)]));
  return {
    servers: [
      {
        url: "https://{project}.supabase.co",
        variables: { project: { default: "project-ref", description: "Reference of the Supabase project" } },
      },
    ],
    post: {
      operationId: rpc.name,
      summary: rpc.comment.split(/[.:;]/)[0] ?? rpc.name,
      description: rpc.comment,
      security: [{ firebaseBearer: [], publishableKey: [] }],
      requestBody: { required: true, content: { "application/json": { schema: z.object(fields) } } },
      responses: {
        "200": { description: "Success", content: { "application/json": { schema: shape.answer } } },
        ...refusals([...COMMON_REFUSALS, ...refusalsOf(rpc)]),
      },
    },
  };
}

function schemaOf(rpcName: string, { name, type, isOptional }: RpcArgument): z.ZodType {
  const schema = type === "jsonb" ? (RPC_SHAPES[rpcName]?.json?.[name] ?? z.json()) : TYPES[type];
  if (schema === undefined) throw new Error(`Cannot describe RPC: ${rpcName} takes a ${type}`);
  return isOptional ? schema.nullish() : schema;
}

function refusals(codes: readonly ErrorCode[]): Record<string, object> {
  const byStatus = Map.groupBy(codes, (code) => String(ERROR_RULES[code].status));
  return Object.fromEntries(
    [...byStatus].map(([status, these]) => [
      status,
      { description: these.join(", "), content: { "application/json": { schema: RpcErrorBody } } },
    ]),
  );
}
