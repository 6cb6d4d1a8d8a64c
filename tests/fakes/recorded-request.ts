/** A request as it arrived at a server. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  /** Name and value in the order sent; a name may come several times. */
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Headers;
  readonly body: string;
}

/** A server as a function, the shape Hono and the browser's fetch share. */
export type FetchHandler = (request: Request) => Response | Promise<Response>;

/** Answers every request with an empty success. */
export const gatewayHandler: FetchHandler = () => Response.json({ ok: true }, { headers: { 'x-request-id': 'req-1' } });
