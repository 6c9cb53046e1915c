import type { HandedInTurn } from "./handed-in-turn.ts";

const LABEL_ALONE = /^[^:]{1,80}:\s*$/;
const LABELLED = /^\s*\S+(?:\s\S+){0,3}\s*:\s/;

/**
 * Reads plain text: a turn a line ("Doctor: …"), or a paragraph under a line that is only a label. Whether a label is a
 * role's is settled where it is stored; until then it stays in the text, so nothing that was said can pass for a label.
 *
 * @param text - as it came
 * @returns turns; lines without a label are nobody's
 */
export function readPlainText(text: string): HandedInTurn[] {
  const turns: string[] = [];
  let isUnderLabel = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const isLabel = LABEL_ALONE.test(line);
    if (line.trim() === "") isUnderLabel = false;
    else if (isUnderLabel && !isLabel && !LABELLED.test(line)) turns.push(`${turns.pop()} ${line.trim()}`);
    else {
      turns.push(line);
      isUnderLabel = isLabel;
    }
  }
  return turns;
}
