import type { PayoutRow } from '@/lib/db/money-rows';
import type { BankAccountRow, BankLineRow } from '@/lib/db/bank-rows';
import { money } from '@/lib/domain/money/money';
import { DAY_MS, instant, toIsoString, type CalendarDate, type Instant } from '@/lib/domain/time/instant';

/** Days ago, cents, who, what it says, and what became of it. */
const LINES = [
  [1, 21_160, 'STOCKX PAYOUT', '39000002-38900002', 'open'],
  [2, -1250, 'ROYAL MAIL GROUP LTD', 'Click and Drop 4471', 'open'],
  [3, 10_360, 'PAYPAL *GOAT', 'Instant transfer', 'open'],
  [4, 50_000, 'J SMITH', 'thanks', 'open'],
  [5, -10_995, 'NIKE RETAIL BV', 'Card 4471', 'open'],
  [6, 8842, 'EBAY COMMERCE UK LTD', 'P*18834', 'matched'],
  [7, -899, 'SPOTIFY', '', 'ignored'],
  [9, -4200, 'U-PACK LTD', 'Shoe boxes', 'open'],
] as const;

const stamped = (id: string, now: Instant) => ({ id, createdAt: now, updatedAt: now });
const dayOf = (at: number) => toIsoString(instant(at)).slice(0, 10) as CalendarDate;

interface BankRows {
  readonly bankAccounts: readonly BankAccountRow[];
  readonly bankLines: readonly BankLineRow[];
  readonly payouts: readonly PayoutRow[];
}

/** A statement with lines of every kind, and payouts that wait: one certain, one late, one found. */
export function makeBank(now: Instant): BankRows {
  return {
    bankAccounts: [
      { ...stamped('account-1', now), deletedAt: null, name: 'Business account', number: '20044471', currency: 'USD' },
      { ...stamped('account-2', now), deletedAt: null, name: 'Card', number: '', currency: 'USD' },
    ],
    bankLines: LINES.map(([days, cents, payee, text, state], nth): BankLineRow => ({
      ...stamped(`bank-${nth}`, now),
      accountId: nth % 4 === 1 ? 'account-2' : 'account-1',
      ref: `seed:${nth}`,
      bookedOn: dayOf(now - days * DAY_MS),
      amount: money(cents, 'USD'),
      payee,
      text,
      state,
      match:
        state === 'matched'
          ? { kind: 'payout', ids: ['payout-2'], by: 'rule', reason: 'same-amount payee:EBAY days:1' }
          : null,
      importId: 'seed',
    })),
    payouts: [
      makePayout(now, 0, 2, 21_160, 'stockx', '39000002-38900002'),
      makePayout(now, 1, 24, 17_430, 'depop', 'DP-2291'),
      makePayout(now, 2, 7, 8842, 'ebay', 'P*18834'),
    ],
  };
}

function makePayout(
  now: Instant,
  nth: number,
  days: number,
  cents: number,
  platform: PayoutRow['platform'],
  ref: string,
): PayoutRow {
  return {
    ...stamped(`payout-${nth}`, now),
    platform,
    ref,
    paidAt: instant(now - days * DAY_MS),
    amount: money(cents, 'USD'),
    bankLineId: nth === 2 ? 'bank-5' : null,
    importId: null,
    fx: null,
    note: '',
  };
}
