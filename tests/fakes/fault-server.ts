import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gatewayHandler, type FetchHandler, type RecordedRequest } from './recorded-request';

/** What one request meets instead of, or around, the handler. */
export type Fault =
  /** Goes through to the handler. */
  | { readonly kind: 'pass' }
  /** Answers this and never reaches the handler. An object body is sent as JSON, a string as it is. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Cuts the connection. `before`: the handler never sees it; `after`: the handler did its work, the answer is lost. */
  | { readonly kind: 'drop'; readonly when: 'before' | 'after' }
  /** The handler gets the request twice and only the second answer comes back, as browsers do on a dead connection. */
  | { readonly kind: 'twice' }
  /** Headers and half of the handler's body, then nothing until `close()` or the client hangs up. */
  | { readonly kind: 'stall' }
  /** The handler's answer after a wait. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Only the first `bytes` of the handler's body, with a matching length, so that the JSON is cut but HTTP is whole. */
  | { readonly kind: 'truncate'; readonly bytes: number };

export interface FaultServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Everything that arrived, in order. */
  readonly requests: readonly RecordedRequest[];
  /** Faults for the next requests, one each; after them everything passes. */
  script(...faults: readonly Fault[]): void;
  /** A fault for every request that matches, as long as the returned function was not called. */
  whenever(matches: (request: RecordedRequest) => boolean, fault: Fault): () => void;
  close(): Promise<void>;
}

/**
 * A real HTTP server on loopback that misbehaves on demand, alone or in front of another handler. For what no mock
 * shows: sockets that die, bodies that never end, answers that arrive twice.
 */
export async function createFaultServer(options: { readonly handler?: FetchHandler } = {}): Promise<FaultServer> {
  const handler = options.handler ?? gatewayHandler;
  const requests: RecordedRequest[] = [];
  const queue: Fault[] = [];
  const standing: { matches: (request: RecordedRequest) => boolean; fault: Fault }[] = [];

  const server = createServer((incoming, outgoing) => {
    void record(incoming).then(
      (request) => {
        requests.push(request);
        const always = standing.find((rule) => rule.matches(request));
        const fault = always?.fault ?? queue.shift() ?? { kind: 'pass' };
        return play(fault, request, handler, outgoing);
      },
      () => outgoing.destroy(),
    );
  });
  const origin = await listen(server);

  return {
    origin,
    requests,
    script: (...faults) => void queue.push(...faults),
    whenever: (matches, fault) => {
      const rule = { matches, fault };
      standing.push(rule);
      return () => void standing.splice(standing.indexOf(rule), 1);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function record(incoming: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? '127.0.0.1'}`);
  return {
    method: incoming.method ?? 'GET',
    url: url.href,
    path: url.pathname,
    query: [...url.searchParams],
    headers: new Headers(
      Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
    ),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

async function play(fault: Fault, request: RecordedRequest, handler: FetchHandler, outgoing: ServerResponse) {
  if (fault.kind === 'answer') return write(outgoing, answerOf(fault));
  if (fault.kind === 'drop' && fault.when === 'before') return outgoing.destroy();
  if (fault.kind === 'twice') await handler(toRequest(request));
  if (fault.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms));
  const response = await handler(toRequest(request));
  if (fault.kind === 'drop') return outgoing.destroy();
  if (fault.kind === 'stall') return stall(outgoing, response);
  const body = Buffer.from(await response.arrayBuffer());
  const sent = fault.kind === 'truncate' ? body.subarray(0, fault.bytes) : body;
  return write(outgoing, { status: response.status, headers: [...response.headers], body: sent });
}

function toRequest({ method, url, headers, body }: RecordedRequest): Request {
  return new Request(url, { method, headers, ...(body === '' ? {} : { body }) });
}

interface Sent {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

function answerOf({ status, body, headers }: Extract<Fault, { kind: 'answer' }>): Sent {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? {});
  const type = text.startsWith('<') ? 'text/html' : 'application/json';
  return { status, headers: Object.entries({ 'content-type': type, ...headers }), body: Buffer.from(text) };
}

function write(outgoing: ServerResponse, { status, headers, body }: Sent): void {
  outgoing.statusCode = status;
  for (const [name, value] of headers) if (name !== 'content-length') outgoing.setHeader(name, value);
  outgoing.setHeader('content-length', body.byteLength);
  outgoing.end(body);
}

/** The client sees headers and half a body; the socket stays open until one side gives up. */
async function stall(outgoing: ServerResponse, response: Response): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, { 'content-type': 'application/json', 'content-length': body.byteLength });
  outgoing.write(body.subarray(0, Math.floor(body.byteLength / 2)));
}
