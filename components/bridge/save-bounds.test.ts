import { expect, test, vi } from 'vitest';
import { usd } from '@/tests/fixtures/builders';
import { parseBound } from './save-bounds';

vi.mock('#i18n', () => import('@/tests/fakes/english'));

test.each([
  ['95', usd(95)],
  ['$1,250', usd(1250)],
  ['', null],
  [' - ', null],
])('"%s" is a limit, or none', (text, bound) => {
  expect(parseBound(text)).toEqual({ ok: true, bound });
});

test.each([
  ['95.50', 'Whole dollars only.'],
  ['0', 'Leave it empty for no limit.'],
  ['£95', 'Prices on alias are in US dollars.'],
  ['-5', 'Leave it empty for no limit.'],
  ['cheap', 'Write an amount, such as 98.40 or £115.'],
])('"%s" is not, and it is said why', (text, problem) => {
  expect(parseBound(text)).toEqual({ ok: false, problem });
});
