import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageReading } from '@/lib/marketplaces/contract/page-reading';
import { makeReading } from '@/tests/fixtures/pages/make-reading';
import { createPageStates } from './page-state';
import { reportOfView, reportViews } from './report-views';

const A = 'https://www.goat.com/sneakers/a-dz5485-612';
const B = 'https://www.goat.com/sneakers/b-qx4321';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const states = createPageStates(A);
  const tell = vi.fn();
  const ending = new AbortController();
  reportViews({ site: 'goat', states, page: globalThis as unknown as Window }, tell, ending.signal);
  return { states, tell, ending };
}

test('a view is told once, when it has settled; another view again', () => {
  const { states, tell } = setUp();
  const first = states.begin(A, 'loading');
  vi.advanceTimersByTime(9000);
  expect(tell).not.toHaveBeenCalled();
  states.settle(first, 'reading', makeReading({ url: A }));
  vi.advanceTimersByTime(2000);
  states.settle(first, 'reading', makeReading({ url: A, availability: 'sold_out' }));
  vi.advanceTimersByTime(2000);
  expect(tell).not.toHaveBeenCalled();
  vi.advanceTimersByTime(500);
  expect(tell).toHaveBeenCalledTimes(1);
  states.settle(first, 'reading', makeReading({ url: A, availability: 'in_stock' }));
  vi.advanceTimersByTime(20_000);
  expect(tell).toHaveBeenCalledTimes(1);
  states.settle(states.begin(B, 'loading'), 'unreadable');
  vi.advanceTimersByTime(2500);
  expect(tell).toHaveBeenLastCalledWith(expect.objectContaining({ outcome: 'unreadable', styleCode: null }));
});

test('prices that are pending are waited for, and what is left before is not told', () => {
  const { states, tell, ending } = setUp();
  states.settle(states.begin(A, 'loading'), 'reading', makeReading({ url: A, warnings: ['PRICE_PENDING'] }));
  vi.advanceTimersByTime(9900);
  expect(tell).not.toHaveBeenCalled();
  states.begin(B, 'loading');
  vi.advanceTimersByTime(20_000);
  expect(tell).not.toHaveBeenCalled();
  states.settle(states.begin(B, 'loading'), 'reading', makeReading({ url: B }));
  ending.abort();
  vi.advanceTimersByTime(20_000);
  expect(tell).not.toHaveBeenCalled();
});

const reading = (over: Partial<PageReading>) => ({
  generation: 1,
  url: A,
  status: 'reading' as const,
  reading: makeReading(over),
});
const identity = { ...makeReading().identity, title: 'Baskets nike' };

test('what a page without a style code is, depends on who should have told it', () => {
  expect(reportOfView('goat', reading({ identity }))).toMatchObject({ outcome: 'unreadable' });
  expect(reportOfView('vinted', reading({ site: 'vinted', identity }))).toMatchObject({ outcome: 'read' });
});

test('nothing is told of a list; of a page that shuts us out, that it does', () => {
  const gone = { generation: 1, url: A, status: 'gone' as const };
  expect(reportOfView('goat', { ...gone, reading: null })).toBeNull();
  expect(reportOfView('goat', { ...gone, reading: makeReading({ pageType: 'not_product' }) })).toBeNull();
  expect(reportOfView('goat', { ...gone, reading: makeReading({ pageType: 'blocked' }) })).toMatchObject({
    outcome: 'blocked',
  });
});
