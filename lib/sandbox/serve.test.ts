import { afterAll, describe, expect, test } from 'vitest';
import { draftOf, TEST_START } from './make-test-market';
import { serveSandbox } from './serve';

const served = await serveSandbox({ token: 'over-http', listings: 10, orders: 5, startAt: TEST_START, speed: 0 });
afterAll(() => served.close());

const base = `http://127.0.0.1:${served.port}`;
const headers = { authorization: 'Bearer over-http', 'content-type': 'application/json' };

describe('over HTTP', () => {
  test('answers on loopback', async () => {
    const answer = await fetch(`${base}/api/v1/test`, { headers });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await answer.json()).toEqual({ ok: true });
  });

  test('a dropped write closes the socket, and has happened', async () => {
    await fetch(`${base}/sandbox/faults`, { method: 'POST', headers, body: JSON.stringify({ dropAfterAccept: 1 }) });
    const before = served.sandbox.log.effects.length;
    const query = new URLSearchParams(Object.entries(draftOf()).map(([key, value]) => [key, String(value)]));
    await expect(fetch(`${base}/api/v1/listings?${query.toString()}`, { method: 'POST', headers })).rejects.toThrow(
      'fetch failed',
    );
    expect(served.sandbox.log.effects.slice(before).map((effect) => effect.kind)).toEqual(['listing/created']);
    expect((await fetch(`${base}/api/v1/test`, { headers })).status).toBe(200);
  });
});
