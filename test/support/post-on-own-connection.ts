import { connect } from "node:net";

/**
 * Sends a POST over a socket of its own, in pieces a client library would not send, and reads the status line only.
 *
 * A server may close a connection whose body it refused to read, so such a request must not share one with others.
 *
 * @param url - where to
 * @param headers - all but `host` and what `body` decides
 * @param body - a declared number of blank bytes, or chunked ones
 * @returns the HTTP status
 */
export function postOnOwnConnection(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: { readonly bytes: number; readonly chunked: boolean },
): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const socket = connect(Number(url.port), url.hostname);
  socket.setEncoding("latin1");
  let answer = "";
  socket.on("data", (data) => {
    answer += data;
    const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1];
    if (status === undefined) return;
    socket.destroy();
    resolve(Number(status));
  });
  socket.on("error", reject);
  const length = body.chunked ? "transfer-encoding: chunked" : `content-length: ${body.bytes}`;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = [`POST ${url.pathname} HTTP/1.1`, `host: ${url.host}`, ...lines, length].join("\r\n");
  const blanks = " ".repeat(body.bytes);
  socket.write(`${head}\r\n\r\n${body.chunked ? `${body.bytes.toString(16)}\r\n${blanks}\r\n0\r\n\r\n` : blanks}`);
  return promise;
}
