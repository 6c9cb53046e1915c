/**
 * Finds the sections of an object in JSON text that is still arriving, so that the first can be shown before the last is
 * written. Each character is looked at once.
 *
 * It only tells where a member of the outermost object ends; whether the text is valid is for whoever parses it.
 *
 * @param onSection - hears name and JSON text of each member whose value is an object, as soon as it is complete
 * @returns takes the next piece of text
 * @example
 * const read = sectionReader((name, json) => console.log(name, json));
 * read('{"plan": {"ite');
 * read('ms": []}, '); // plan {"items": []}
 */
export function sectionReader(onSection: (name: string, json: string) => void): (piece: string) => void {
  let text = "";
  let position = 0;
  let depth = 0;
  let inString = false;
  let stringStart = 0;
  let lastString = "";
  let valueStart = 0;

  return (piece) => {
    text += piece;
    for (; position < text.length; position++) {
      const character = text[position];
      if (inString) {
        if (character === "\\") position++;
        else if (character === '"') {
          inString = false;
          if (depth === 1) lastString = text.slice(stringStart + 1, position);
        }
      } else if (character === '"') {
        inString = true;
        stringStart = position;
      } else if (character === "{" || character === "[") {
        if (depth === 1) valueStart = position;
        depth++;
      } else if (character === "}" || character === "]") {
        depth--;
        if (depth === 1 && character === "}") onSection(lastString, text.slice(valueStart, position + 1));
      }
    }
  };
}
