// What a device says to the server and hears back. Not fetch: the load shares its processors with the server, and fetch
// costs more than the server's answer.
import http from 'node:http';

/** A line for each device, kept open, as browsers do: a server over capacity has to say so itself. */
const line = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

export type Said = Readonly<{
  cookie: string;
  /** Makes the request a POST, with its media type. */
  body?: Readonly<{ type: string; text: string }>;
  signal?: AbortSignal;
}>;

export type Heard = Readonly<{
  status: number;
  retryAfterS: number | null;
  location: string | null;
  text: string;
}>;

/** One request and its whole reply. Rejects when the line breaks. */
export function exchange(url: string, { cookie, body, signal }: Said): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const sized =
      body === undefined
        ? {}
        : {
            'content-type': body.type,
            'content-length': Buffer.byteLength(body.text),
            origin: new URL(url).origin,
          };
    const request = http.request(url, {
      method: body === undefined ? 'GET' : 'POST',
      agent: line,
      headers: { ...sized, cookie },
      ...(signal === undefined ? {} : { signal }),
    });
    request.once('error', reject);
    request.once('response', (reply) => {
      let text = '';
      reply.setEncoding('utf8');
      reply.on('data', (chunk: string) => {
        text += chunk;
      });
      reply.once('error', reject);
      reply.once('end', () => {
        const after = reply.headers['retry-after'];
        resolve({
          status: reply.statusCode ?? 0,
          retryAfterS: after === undefined ? null : Number(after),
          location: reply.headers.location ?? null,
          text,
        });
      });
    });
    request.end(body?.text);
  });
}

/** A body of JSON. */
export function json(value: object): NonNullable<Said['body']> {
  return { type: 'application/json', text: JSON.stringify(value) };
}
