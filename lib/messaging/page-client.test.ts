import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeRuntime } from '@/tests/fakes/fake-runtime';
import { sendFromPage } from './page-client';

const PLACE = { folded: true, top: null };
const SHOE = { site: 'goat', catalogId: 'item-1', usSize: 10 } as const;

let runtime = fakeRuntime();

beforeEach(() => {
  runtime = fakeRuntime();
});
afterEach(() => {
  vi.useRealTimers();
  runtime.restore();
});

test('sends an envelope with an id and gives back what was answered', async () => {
  runtime.answerWith({ ok: true, output: PLACE });
  expect(await sendFromPage('page/place', { site: 'goat' })).toEqual(PLACE);
  expect(runtime.answered).toEqual([
    { archvd: 1, id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-4/), name: 'page/place', input: { site: 'goat' } },
  ]);
});

test('a read is sent once more, with the same id, when nobody listens yet; a second silence fails in words', async () => {
  vi.useFakeTimers();
  runtime.failNext(2);
  const [answer] = await Promise.allSettled([
    sendFromPage('page/place', { site: 'goat' }),
    vi.advanceTimersByTimeAsync(100),
  ]);
  expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'no-answer' } });
  expect(runtime.sent()).toBe(2);
});

test('a command is never sent again', async () => {
  runtime.answerWith({ ok: true, output: { ok: true } });
  runtime.failNext(1);
  await expect(sendFromPage('page/watch', SHOE)).rejects.toMatchObject({ code: 'no-answer' });
  expect(runtime.sent()).toBe(1);
});

test('a refusal arrives as code and words', async () => {
  runtime.answerWith({ ok: false, error: { code: 'refused', message: 'The background refused this message.' } });
  await expect(sendFromPage('page/watch', SHOE)).rejects.toMatchObject({
    code: 'refused',
    message: 'The background refused this message.',
  });
});

test.each([[undefined], [null], ['yes'], [{ ok: true }], [{ ok: false }], [{ ok: false, error: {} }], [[]]])(
  'an answer that is none is not taken for one: %j',
  async (answer) => {
    runtime.answerWith(answer);
    await expect(sendFromPage('page/place', { site: 'goat' })).rejects.toThrow(/background does not answer/);
  },
);
