/** Words after a number that make it a count of its own: "eighteen . two weeks ago". */
export const COUNTED: ReadonlySet<string> = new Set(
  "weeks week days day months month years year hours hour minutes times pills more".split(" "),
);
