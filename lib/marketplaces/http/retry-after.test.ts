import { expect, test } from 'vitest';
import { instant } from '@/lib/domain/time/instant';
import { retryAfter } from './retry-after';

const NOW = instant(Date.parse('2025-12-09T12:00:00Z'));

test.each([
  ['seconds', { 'retry-after': '30' }, 30_000],
  ['a fraction of a second', { 'retry-after': '0.25' }, 250],
  ['zero', { 'retry-after': '0' }, 0],
  [
    'a date, ours and theirs agreeing',
    { 'retry-after': 'Tue, 09 Dec 2025 12:00:10 GMT', date: 'Tue, 09 Dec 2025 12:00:00 GMT' },
    10_000,
  ],
  [
    'a date of a server five hours ahead',
    { 'retry-after': 'Tue, 09 Dec 2025 17:00:10 GMT', date: 'Tue, 09 Dec 2025 17:00:00 GMT' },
    10_000,
  ],
  ['a date without the server’s clock', { 'retry-after': 'Tue, 09 Dec 2025 12:00:10 GMT' }, 10_000],
  ['a date in the past', { 'retry-after': 'Tue, 09 Dec 2025 11:00:00 GMT' }, 0],
])('%s', (_name, headers, wait) => {
  expect(retryAfter(new Headers(headers), NOW)).toBe(NOW + wait);
});

test.each([
  [{}],
  [{ 'retry-after': '' }],
  [{ 'retry-after': 'soon' }],
  [{ 'retry-after': '-5' }],
  [{ 'retry-after': '9'.repeat(40) }],
])('unreadable: %o', (headers) => {
  expect(retryAfter(new Headers(headers), NOW)).toBeNull();
});
