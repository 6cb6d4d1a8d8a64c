import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MarketError } from '@/lib/domain/errors/market-error';
import { instant } from '@/lib/domain/time/instant';
import { createFaultServer, type FaultServer } from '@/tests/fakes/fault-server';
import { makeHttp, TEST_NOW, TEST_TOKEN } from '@/tests/fakes/make-http';
import type { Http } from './create-http';
import type { HttpRequest } from './exchange';

const READ: HttpRequest = { method: 'GET', operation: '/listings', path: '/listings' };
const WRITE: HttpRequest = { method: 'POST', operation: '/listings/{id}', path: '/listings/a' };
const OPTIONS = { priority: 'user' } as const;

let server: FaultServer;
beforeAll(async () => {
  server = await createFaultServer();
});
afterAll(() => server.close());
let sentBefore = 0;
beforeEach(() => {
  sentBefore = server.requests.length;
});
const sent = () => server.requests.slice(sentBefore);

async function failure(call: Promise<unknown>): Promise<MarketError> {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof MarketError)) throw new Error(`expected a MarketError, got ${String(error)}`);
  return error;
}

const read = (http: Http) => failure(http.send(READ, OPTIONS));
const write = (http: Http) => failure(http.send(WRITE, OPTIONS));

describe('what is sent', () => {
  test('the token only as a header, no cookies, nothing cached', async () => {
    const seen: Request[] = [];
    const { http } = makeHttp(server.origin, {
      fetch: (input, init) => {
        seen.push(input as Request);
        return fetch(input, init);
      },
    });
    await http.send({ ...READ, query: new URLSearchParams({ page_size: '50' }) }, OPTIONS);
    const [request] = sent();
    expect(request?.headers.get('authorization')).toBe(`Bearer ${TEST_TOKEN}`);
    expect(request?.url).toBe(`${server.origin}/api/v1/listings?page_size=50`);
    expect(request?.url).not.toContain(TEST_TOKEN);
    expect(seen[0]).toMatchObject({
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  });

  test('writes say application/json also without a body; reads send no type', async () => {
    const { http } = makeHttp(server.origin);
    await http.send(WRITE, OPTIONS);
    await http.send({ ...WRITE, method: 'DELETE' }, OPTIONS);
    await http.send(READ, OPTIONS);
    const types = sent().map((request) => request.headers.get('content-type'));
    expect(types).toEqual(['application/json', 'application/json', null]);
    expect(sent().map((request) => request.body)).toEqual(['', '', '']);
  });

  test('an address outside of the base is refused before anything leaves', async () => {
    const { http } = makeHttp(server.origin);
    for (const path of ['/../../evil', '@evil.test/', '/..']) {
      const error = await failure(http.send({ ...READ, path }, OPTIONS));
      expect(error.code).toBe('bad-request');
    }
    expect(sent()).toEqual([]);
  });

  test('redirects are not followed', async () => {
    server.script(
      { kind: 'answer', status: 302, headers: { location: '/elsewhere' } },
      { kind: 'answer', status: 302, headers: { location: '/elsewhere' } },
    );
    expect((await read(makeHttp(server.origin).http)).code).toBe('offline');
    expect(sent().every((request) => request.path === '/api/v1/listings')).toBe(true);
  });
});

describe('around the request', () => {
  test.each(['', 'two words', 'line\nbreak', 'ключ'])('a token like %o is never sent nor quoted', async (token) => {
    const error = await write(makeHttp(server.origin, { token: () => Promise.resolve(token) }).http);
    expect(error.code).toBe('auth-expired');
    if (token !== '') expect(error.message).not.toContain(token);
    expect(sent()).toEqual([]);
  });

  test('a budget that cannot be written does not cost the answer of a write', async () => {
    const gate = { enter: () => Promise.resolve(), leave: () => Promise.reject(new Error('disk full')) };
    await expect(makeHttp(server.origin, { gate }).http.send(WRITE, OPTIONS)).resolves.toMatchObject({
      body: { ok: true },
    });
  });

  test('the log holds operation, status and request id, and no token', async () => {
    const { http, log } = makeHttp(server.origin);
    await http.send(WRITE, OPTIONS);
    expect(log).toEqual([
      {
        at: TEST_NOW,
        method: 'POST',
        operation: '/listings/{id}',
        status: 200,
        requestId: 'req-1',
        durationMs: 0,
        attempt: 1,
        errorCode: null,
      },
    ]);
  });
});

describe('refusals', () => {
  const grpc = (code: number) => ({ code, message: `secret ${TEST_TOKEN}`, details: [] });

  test.each([
    [400, grpc(3), 'bad-request', 3],
    [401, grpc(16), 'auth-expired', 16],
    [402, grpc(9), 'bad-request', 9],
    [403, grpc(7), 'forbidden', 7],
    [404, grpc(5), 'not-found', 5],
    [410, grpc(5), 'not-found', 5],
    [409, grpc(10), 'conflict', 10],
    [415, '<html>unsupported</html>', 'bad-request', null],
    [422, {}, 'bad-request', null],
  ])('%i becomes %s for reads and writes, sent once', async (status, body, code, grpcCode) => {
    for (const call of [read, write]) {
      server.script({ kind: 'answer', status, body, headers: { 'x-request-id': 'req-9' } });
      const { http, outcomes } = makeHttp(server.origin);
      expect(await call(http)).toMatchObject({ code, grpcCode, httpStatus: status, requestId: 'req-9' });
      expect(outcomes).toEqual([{ kind: 'ok' }]);
    }
    expect(sent()).toHaveLength(2);
  });

  test('messages are for a person and hold neither body nor token', async () => {
    server.script({ kind: 'answer', status: 401, body: grpc(16) }, { kind: 'answer', status: 400, body: grpc(3) });
    const { http } = makeHttp(server.origin);
    const refusedToken = await read(http);
    expect(refusedToken.message).toBe('alias refused the token (401). Nothing was changed. Paste a new token.');
    expect((await read(http)).message).toBe('alias refused the request (400). Nothing was changed.');
    expect(JSON.stringify([refusedToken, refusedToken.stack])).not.toContain(TEST_TOKEN);
  });

  test.each([
    ['seconds', { 'retry-after': '30' }, 30_000],
    [
      'a date against the answer’s own clock',
      { 'retry-after': 'Tue, 09 Dec 2025 18:01:00 GMT', date: 'Tue, 09 Dec 2025 18:00:00 GMT' },
      60_000,
    ],
  ])('429 with Retry-After as %s', async (_name, headers, wait) => {
    server.script({ kind: 'answer', status: 429, body: grpc(8), headers });
    const { http, outcomes } = makeHttp(server.origin);
    const retryAt = instant(TEST_NOW + wait);
    expect(await read(http)).toMatchObject({ code: 'rate-limited', retryAt });
    expect(outcomes).toEqual([{ kind: 'limited', retryAt }]);
    expect(sent()).toHaveLength(1);
  });

  test('429 without Retry-After says when our own back-off ends', async () => {
    server.script({ kind: 'answer', status: 429, body: grpc(8) });
    const freeAt = instant(TEST_NOW + 7000);
    const gate = { enter: () => Promise.resolve(), leave: () => Promise.resolve(freeAt) };
    expect(await write(makeHttp(server.origin, { gate }).http)).toMatchObject({
      code: 'rate-limited',
      retryAt: freeAt,
    });
  });
});

describe('a service that fails', () => {
  const down = (status: number, headers = {}) =>
    ({ kind: 'answer', status, body: '<html>bad gateway</html>', headers }) as const;

  test.each([502, 503, 504])('a read meets %i once and goes on after a short pause', async (status) => {
    server.script(down(status));
    const { http, log, slept } = makeHttp(server.origin);
    await expect(http.send(READ, OPTIONS)).resolves.toMatchObject({
      body: { ok: true },
      origin: { requestId: 'req-1' },
    });
    expect(slept).toEqual([600]);
    expect(log.map(({ status: seen, attempt, errorCode }) => [seen, attempt, errorCode])).toEqual([
      [status, 1, 'unavailable'],
      [200, 2, null],
    ]);
  });

  test('a second failure is final', async () => {
    server.script(down(503), down(503));
    const { http, outcomes } = makeHttp(server.origin);
    expect(await read(http)).toMatchObject({ code: 'unavailable', httpStatus: 503 });
    expect(outcomes).toEqual([
      { kind: 'failed', subject: '/listings' },
      { kind: 'failed', subject: '/listings' },
    ]);
    expect(sent()).toHaveLength(2);
  });

  test.each([
    ['500', down(500)],
    ['a long Retry-After', down(503, { 'retry-after': '60' })],
  ])('%s is left to the job', async (_name, fault) => {
    server.script(fault);
    expect((await read(makeHttp(server.origin).http)).code).toBe('unavailable');
    expect(sent()).toHaveLength(1);
  });

  /** Node's own fetch repeats 408 like a browser does, so these statuses come from a fetch that counts. */
  function counting(status: number) {
    let calls = 0;
    const answer = () => {
      calls += 1;
      return Promise.resolve(new Response('<html>', { status }));
    };
    return { http: makeHttp(server.origin, { fetch: answer }).http, calls: () => calls };
  }

  test('408 is never repeated by us', async () => {
    const { http, calls } = counting(408);
    expect((await read(http)).code).toBe('timeout');
    expect(calls()).toBe(1);
  });

  test.each([408, 500, 502, 503, 504])('a write answered with %i is sent once, its outcome unknown', async (status) => {
    const { http, calls } = counting(status);
    expect(await write(http)).toMatchObject({ code: 'unknown-outcome', httpStatus: status });
    expect(calls()).toBe(1);
  });

  test('a second attempt the gate refuses ends with the first error and the gate’s time', async () => {
    server.script(down(503));
    const retryAt = instant(TEST_NOW + 60_000);
    let entered = 0;
    const gate = {
      enter: () => {
        entered += 1;
        return entered === 1
          ? Promise.resolve()
          : Promise.reject(new MarketError('breaker-open', { message: 'open', retryAt }));
      },
      leave: () => Promise.resolve(null),
    };
    expect(await read(makeHttp(server.origin, { gate }).http)).toMatchObject({ code: 'unavailable', retryAt });
  });
});
