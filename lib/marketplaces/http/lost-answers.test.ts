import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MarketError } from '@/lib/domain/errors/market-error';
import { createFaultServer, type FaultServer } from '@/tests/fakes/fault-server';
import { makeHttp } from '@/tests/fakes/make-http';
import type { HttpRequest } from './exchange';

const READ: HttpRequest = { method: 'GET', operation: '/orders', path: '/orders' };
const WRITE: HttpRequest = { method: 'POST', operation: '/listings', path: '/listings' };
const OPTIONS = { priority: 'user' } as const;

let server: FaultServer;
let accepted: string[];
beforeEach(async () => {
  accepted = [];
  server = await createFaultServer({
    handler: (request) => {
      accepted.push(request.method);
      return Response.json({ ok: true, padding: 'x'.repeat(500) });
    },
  });
});
afterEach(() => server.close());

describe('answers that get lost', () => {
  test.each(['before', 'after'] as const)('a read whose connection drops %s accepting is tried again', async (when) => {
    server.script({ kind: 'drop', when });
    const { http, outcomes } = makeHttp(server.origin);
    await expect(http.send(READ, OPTIONS)).resolves.toMatchObject({ body: { ok: true } });
    expect(outcomes).toEqual([{ kind: 'failed', subject: '/orders' }, { kind: 'ok' }]);
  });

  test('a read that cannot connect twice is offline', async () => {
    server.script({ kind: 'drop', when: 'before' }, { kind: 'drop', when: 'before' });
    await expect(makeHttp(server.origin).http.send(READ, OPTIONS)).rejects.toMatchObject({ code: 'offline' });
  });

  test('a write dropped after accepting was done once and is an unknown outcome', async () => {
    server.script({ kind: 'drop', when: 'after' });
    const { http, log } = makeHttp(server.origin);
    await expect(http.send(WRITE, OPTIONS)).rejects.toMatchObject({ code: 'unknown-outcome' });
    expect(accepted).toEqual(['POST']);
    expect(log).toMatchObject([{ status: null, errorCode: 'unknown-outcome', attempt: 1 }]);
  });

  test('a write delivered twice looks like one success', async () => {
    server.script({ kind: 'twice' });
    await expect(makeHttp(server.origin).http.send(WRITE, OPTIONS)).resolves.toMatchObject({ body: { ok: true } });
    expect(accepted).toEqual(['POST', 'POST']);
  });

  test.each([
    ['HTML', { kind: 'answer', status: 200, body: '<html>hello</html>' } as const],
    ['truncated JSON', { kind: 'truncate', bytes: 40 } as const],
    ['an empty body', { kind: 'truncate', bytes: 0 } as const],
  ])('200 with %s: a bad response to a read, an unknown outcome of a write', async (_name, fault) => {
    server.script(fault, fault);
    const { http, outcomes } = makeHttp(server.origin);
    await expect(http.send(READ, OPTIONS)).rejects.toMatchObject({ code: 'bad-response', path: '$', httpStatus: 200 });
    await expect(http.send(WRITE, OPTIONS)).rejects.toMatchObject({ code: 'unknown-outcome' });
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['failed', 'failed']);
  });
});

describe('time limits', () => {
  test('slow is not lost: an answer within the limit counts, and nothing is sent twice', async () => {
    server.script({ kind: 'slow', ms: 60 }, { kind: 'slow', ms: 60 });
    const { http } = makeHttp(server.origin, {}, { attemptMs: 5000 });
    await expect(http.send(READ, OPTIONS)).resolves.toMatchObject({ body: { ok: true } });
    await expect(http.send(WRITE, OPTIONS)).resolves.toMatchObject({ body: { ok: true } });
    expect(accepted).toEqual(['GET', 'POST']);
  });

  test('slower than the limit is lost, although the server does the work', async () => {
    server.script({ kind: 'slow', ms: 120 });
    const { http } = makeHttp(server.origin, {}, { attemptMs: 40 });
    await expect(http.send(WRITE, OPTIONS)).rejects.toMatchObject({ code: 'unknown-outcome' });
    await expect.poll(() => accepted).toEqual(['POST']);
  });

  test('an attempt ends although the headers came: the body counts', async () => {
    server.script({ kind: 'stall' });
    // Long enough for the headers to come on a busy machine too.
    const { http, log } = makeHttp(server.origin, {}, { attemptMs: 400 });
    await expect(http.send(READ, OPTIONS)).rejects.toMatchObject({ code: 'timeout' });
    expect(log).toMatchObject([{ status: 200, errorCode: 'timeout' }]);
    expect(server.requests).toHaveLength(1);
  });

  test('a write without an answer in time is an unknown outcome', async () => {
    server.script({ kind: 'stall' });
    const { http } = makeHttp(server.origin, {}, { attemptMs: 40 });
    await expect(http.send(WRITE, OPTIONS)).rejects.toMatchObject({ code: 'unknown-outcome' });
  });

  test('both attempts together have a limit of their own', async () => {
    server.script({ kind: 'drop', when: 'before' }, { kind: 'stall' });
    const { http } = makeHttp(server.origin, {}, { attemptMs: 60_000, totalMs: 300 });
    await expect(http.send(READ, OPTIONS)).rejects.toMatchObject({ code: 'timeout' });
    expect(server.requests).toHaveLength(2);
  });
});

describe('a caller that gives up', () => {
  test('before the gate nothing is sent', async () => {
    const { http } = makeHttp(server.origin);
    await expect(http.send(WRITE, { ...OPTIONS, signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
    expect(server.requests).toEqual([]);
  });

  test('on a read gets its own reason, and the breaker is not blamed', async () => {
    const caller = new AbortController();
    server.whenever(() => true, { kind: 'stall' });
    const { http, outcomes } = makeHttp(server.origin, {
      token: () => {
        setTimeout(() => caller.abort(new Error('page closed')), 20);
        return Promise.resolve('t');
      },
    });
    await expect(http.send(READ, { ...OPTIONS, signal: caller.signal })).rejects.toThrow('page closed');
    expect(outcomes).toEqual([]);
  });

  test('on a write already sent leaves an unknown outcome', async () => {
    const caller = new AbortController();
    server.script({ kind: 'stall' });
    const token = () => {
      setTimeout(() => caller.abort(), 20);
      return Promise.resolve('t');
    };
    const call = makeHttp(server.origin, { token }).http.send(WRITE, { ...OPTIONS, signal: caller.signal });
    await expect(call).rejects.toMatchObject({ code: 'unknown-outcome' });
  });
});

test('without a token nothing is sent', async () => {
  const locked = () => Promise.reject(new MarketError('locked', { message: 'Unlock first.' }));
  await expect(makeHttp(server.origin, { token: locked }).http.send(READ, OPTIONS)).rejects.toMatchObject({
    code: 'locked',
  });
  expect(server.requests).toEqual([]);
});
