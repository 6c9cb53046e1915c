/** What is used of the W3C's parser, which has no types of its own; its answer is parsed where it is used. */
declare module "webvtt-parser" {
  const webvtt: {
    readonly WebVTTParser: new (entities: Readonly<Record<string, string>>) => { parse(input: string): unknown };
  };
  export default webvtt;
}
