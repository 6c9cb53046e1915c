import type { JSONSchema7 } from "ai";
import { z } from "zod";
import { ModelNote } from "./model-note.ts";

/** The JSON schema a model's answer is held to, as it is sent. */
export const ANSWER_SCHEMA: JSONSchema7 = z.toJSONSchema(ModelNote, { target: "draft-7" });
