import { expect, test, vi } from 'vitest';
import { keptSettingsText } from './kept-settings';

vi.mock('#i18n', () => import('@/tests/fakes/english'));

const noon = (year: number, month: number, day: number) => new Date(year, month - 1, day, 12).getTime();
const midnight = (year: number, month: number, day: number) => new Date(year, month - 1, day).getTime();

test.each([
  [
    {
      period: { from: midnight(2026, 1, 1), to: midnight(2026, 4, 1) },
      basis: 'accrual',
      costMethod: 'fifo',
      currency: 'USD',
    },
    '1 Jan 2026 - 31 Mar 2026 · When sold · First in, first out · USD',
  ],
  [{ period: null, basis: 'cash', costMethod: 'specific', currency: 'GBP' }, 'All time · When paid · Own pair · GBP'],
  [{ period: { from: noon(2026, 2, 3) }, costMethod: 'unheard of' }, 'All time · When sold'],
])('%j ran as %s', (settings, text) => {
  expect(keptSettingsText({ settings })).toBe(text);
});
