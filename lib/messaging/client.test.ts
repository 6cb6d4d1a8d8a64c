import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeRuntime } from '@/tests/fakes/fake-runtime';
import { send } from './client';

const STATUS = { state: 'locked', hasPassphrase: true, keyMode: 'session', autoLockMinutes: 15, standing: 'locked' };

let runtime = fakeRuntime();

beforeEach(() => {
  runtime = fakeRuntime();
});
afterEach(() => {
  vi.useRealTimers();
  runtime.restore();
});

test('sends an envelope with an id and gives back the parsed output', async () => {
  runtime.answerWith({ ok: true, output: { ...STATUS, unnamed: 1 } });
  expect(await send('vault/status', {})).toEqual(STATUS);
  expect(runtime.answered).toEqual([
    { archvd: 1, id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-4/), name: 'vault/status', input: {} },
  ]);
});

test('a read is sent once more, with the same id, when nobody listens yet', async () => {
  vi.useFakeTimers();
  runtime.answerWith({ ok: true, output: STATUS });
  runtime.failNext(1);
  const answer = send('vault/status', {});
  await vi.advanceTimersByTimeAsync(99);
  expect(runtime.sent()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await answer).toEqual(STATUS);
  expect(runtime.sent()).toBe(2);
});

test('a read that nobody answers twice fails in words', async () => {
  vi.useFakeTimers();
  runtime.failNext(2);
  const [answer] = await Promise.allSettled([send('vault/status', {}), vi.advanceTimersByTimeAsync(100)]);
  expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'no-answer' } });
  expect(runtime.sent()).toBe(2);
});

test('a command is never sent again', async () => {
  runtime.answerWith({ ok: true, output: { ok: true } });
  runtime.failNext(1);
  await expect(send('sync/now', { full: true })).rejects.toMatchObject({ code: 'no-answer' });
  expect(runtime.sent()).toBe(1);
});

test('a refusal arrives as code and words', async () => {
  runtime.answerWith({ ok: false, error: { code: 'locked', message: 'The vault is locked.' } });
  await expect(send('sync/now', { full: false })).rejects.toMatchObject({
    code: 'locked',
    message: 'The vault is locked.',
  });
});

test.each([[undefined], [null], ['yes'], [{ ok: true }], [{ ok: true, output: { state: 'open' } }]])(
  'an answer that is none is not taken for one: %j',
  async (answer) => {
    runtime.answerWith(answer);
    await expect(send('vault/status', {})).rejects.toThrow(/background/i);
  },
);

test('input that does not fit is not sent', async () => {
  runtime.answerWith({ ok: true, output: { ok: true } });
  await expect(send('connection/test', { token: 'x'.repeat(501) })).rejects.toMatchObject({ code: 'bad-message' });
  expect(runtime.sent()).toBe(0);
});
