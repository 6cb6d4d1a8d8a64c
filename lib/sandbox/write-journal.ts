import * as z from 'zod';

/** Where it is written down what was done to a market that is kept nowhere. */
export interface WriteJournal {
  /** Every entry, oldest first. */
  read(): Promise<readonly string[]>;
  /** Resolves when the entry is kept. */
  append(entry: string): Promise<void>;
}

/** A write as it is kept: no headers, so no token. */
const write = z.strictObject({
  /** When it took effect, ms since 1970. */
  at: z.number().int(),
  method: z.string(),
  /** With the query string. */
  path: z.string(),
  body: z.string(),
});

type KeptWrite = z.infer<typeof write>;

/** A PNG of one pixel. It stands for pictures that were sent as text: nobody looks at them, and they are large. */
const ANY_PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

export async function toKeptWrite(request: Request, at: number): Promise<KeptWrite> {
  const url = new URL(request.url);
  if (url.searchParams.has('base64_data')) url.searchParams.set('base64_data', ANY_PICTURE);
  return { at, method: request.method, path: `${url.pathname}${url.search}`, body: await request.text() };
}

/** The write as a request again, with the token it was let in by. */
export function toRequest({ method, path, body }: KeptWrite, origin: string, token: string): Request {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return new Request(`${origin}${path}`, { method, headers, ...(body === '' ? {} : { body }) });
}

/** Null for an entry that cannot be read: the others count all the same. */
export function readKeptWrite(entry: string): KeptWrite | null {
  try {
    return write.parse(JSON.parse(entry));
  } catch {
    return null;
  }
}
