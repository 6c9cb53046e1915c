import { ModelFault } from "./model-fault.ts";
import { ModelNote } from "./model-note.ts";

/**
 * Reads a model's whole answer.
 *
 * Two things are forgiven, since they lose nothing: a byte order mark, and one code fence around the whole object. Prose
 * before or after it, a second object, comments, an unknown or missing key or a wrong type refuse the answer: what was
 * not asked for is not trusted.
 *
 * @param answer - the text as streamed
 * @returns the note
 * @throws ModelFault `empty`, `not_json`, `not_the_schema`
 */
export function readModelNote(answer: string): ModelNote {
  const text = answer.replace(/^\uFEFF/, "").trim();
  if (text === "") throw new ModelFault("empty");
  const fenced = /^```(?:json)?\s*\n([\s\S]*?)\n?```$/.exec(text)?.[1];
  const parsed = ModelNote.safeParse(parseJson(fenced ?? text));
  if (parsed.success) return parsed.data;
  throw new ModelFault("not_the_schema");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ModelFault("not_json");
  }
}
