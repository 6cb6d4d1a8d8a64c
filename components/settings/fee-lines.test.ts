import { expect, test } from 'vitest';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { instant } from '@/lib/domain/time/instant';
import { feeLines } from './fee-lines';

const BRITISH = { rating: 90, country: 'GB', method: 'prepaid', withdraws: true } as const;
const at = (year: number) => instant(Date.UTC(year, 5, 1));

test('newest first, with the one in force told', () => {
  const lines = feeLines(ALIAS_FEE_SCHEDULES, BRITISH, at(2026));
  expect(lines.map((line) => [new Date(line.validFrom).getUTCFullYear(), line.isInForce])).toEqual([
    [2024, true],
    [2020, false],
  ]);
  expect(lines[0]).toMatchObject({ commission: 950, sellerFee: { minor: 500, currency: 'USD' }, cashOut: 290 });
  expect(lines[1]).toMatchObject({ commission: 950, sellerFee: { minor: 1200 } });
});

test('before the newer table began, the older one is in force', () => {
  expect(feeLines(ALIAS_FEE_SCHEDULES, BRITISH, at(2023)).map((line) => line.isInForce)).toEqual([false, true]);
});

test('what a table does not tell is unknown, and cash-out is nothing for who does not withdraw', () => {
  const [line] = feeLines(
    ALIAS_FEE_SCHEDULES,
    { rating: 60, country: 'CA', method: 'prepaid', withdraws: false },
    at(2026),
  );
  expect(line).toMatchObject({ commission: null, sellerFee: { minor: 500 }, cashOut: 0 });
  const [french] = feeLines(ALIAS_FEE_SCHEDULES, { ...BRITISH, country: 'FR' }, at(2026));
  expect(french?.sellerFee).toBeNull();
});
