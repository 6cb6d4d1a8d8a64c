import { describe, expect, test } from 'vitest';
import { books, expense, line, payout, sale, usd } from '@/tests/fixtures/reconcile-rows';
import { money } from '../money/money';
import { instant } from '../time/instant';
import type { ReconcileBooks } from './candidate';
import { writeReasons } from './reason';
import { overduePayouts, reconcile } from './reconcile';

/** `line: kind ids confidence reasons` */
const told = (over: Partial<ReconcileBooks>) =>
  reconcile(books(over)).map(({ lineId, best }) =>
    best === null
      ? `${lineId}: -`
      : `${lineId}: ${best.kind} ${best.ids.join('+')} ${best.confidence} ${writeReasons(best.reasons)}`,
  );

describe('payouts', () => {
  const ours = [line('l', '2026-03-12', usd(21_160), 'STOCKX PAYOUT')];

  test.each([
    [
      'named, the same cent, two days: certain',
      [payout('p', '2026-03-10', usd(21_160))],
      'payout p certain same-amount payee:STOCKX days:2',
    ],
    ['a cent off is nothing', [payout('p', '2026-03-10', usd(21_161))], '-'],
    ['eleven days later is nothing', [payout('p', '2026-03-01', usd(21_160))], '-'],
    [
      'another platform than the line names is only possible',
      [payout('p', '2026-03-10', usd(21_160), { platform: 'ebay' })],
      'payout p possible same-amount days:2',
    ],
    [
      'two alike: neither is certain, the nearer one first',
      [payout('a', '2026-03-09', usd(21_160)), payout('b', '2026-03-11', usd(21_160))],
      'payout b likely same-amount payee:STOCKX days:1',
    ],
  ])('%s', (_name, payouts, best) => {
    expect(told({ lines: ours, payouts })).toEqual([`l: ${best}`]);
  });

  test('a number in the line settles what two alike leave open', () => {
    const lines = [line('l', '2026-03-12', usd(5000), 'PAYPAL', 'order 39000002-38900002')];
    const payouts = [
      payout('a', '2026-03-11', usd(5000)),
      payout('b', '2026-03-09', usd(5000), { orders: ['39000002-38900002'] }),
    ];
    expect(told({ lines, payouts })[0]).toMatch(/^l: payout b certain same-amount ref:39000002-38900002 payee:PAYPAL/);
  });

  test('two lines and one payout: neither line is certain, and only one gets it', () => {
    const lines = [line('a', '2026-03-11', usd(5000), 'STOCKX'), line('b', '2026-03-12', usd(5000), 'STOCKX')];
    expect(told({ lines, payouts: [payout('p', '2026-03-10', usd(5000))] })).toEqual([
      'a: payout p likely same-amount payee:STOCKX days:1',
      'b: -',
    ]);
  });

  test('without a name the amount alone is likely, never certain', () => {
    const lines = [line('l', '2026-03-12', usd(5000), 'TRANSFER')];
    expect(told({ lines, payouts: [payout('p', '2026-03-10', usd(5000))] })[0]).toMatch(/^l: payout p likely/);
  });

  test('another currency only by a stored rate, at most 3 % off, and never certain: $100 at 0.80 is £80.00, came £79.60', () => {
    const rate = { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: instant(0), source: 'ECB' } as const;
    const at = (pence: number) => ({
      lines: [line('l', '2026-03-12', money(pence, 'GBP'), 'STOCKX')],
      payouts: [payout('p', '2026-03-10', usd(10_000))],
    });
    expect(told({ ...at(7960), rate: () => rate })).toEqual(['l: payout p possible by-rate:50 payee:STOCKX days:2']);
    expect(told({ ...at(7759), rate: () => rate })).toEqual(['l: -']);
    expect(told(at(7960))).toEqual(['l: -']);
  });

  test('those that should have come by now are told', () => {
    const payouts = [payout('old', '2026-03-01', usd(1)), payout('young', '2026-03-05', usd(1))];
    expect(overduePayouts(payouts, '2026-03-12').map(({ id }) => id)).toEqual(['old']);
  });
});

describe('sales', () => {
  test('one whose net is the credit, certain only by its order number', () => {
    const one = sale('s', '2026-03-01', usd(5893), { platform: 'stockx', orderNumber: '39224521-39124280' });
    const of = (text: string) => told({ lines: [line('l', '2026-03-12', usd(5893), 'STOCKX', text)], sales: [one] })[0];
    expect(of('39224521-39124280')).toMatch(/^l: sales s certain/);
    expect(of('')).toMatch(/^l: sales s likely/);
  });

  test('those a platform says it paid on one day are one payment: 58.93 + 40.00 is 98.93', () => {
    const on = { platform: 'stockx', paidOn: '2026-03-10' } as const;
    const sales = [sale('a', '2026-02-01', usd(5893), on), sale('b', '2026-02-02', usd(4000), on)];
    const of = (day: string) => told({ lines: [line('l', day, usd(9893), 'STOCKX')], sales })[0];
    expect(of('2026-03-12')).toBe('l: sales a+b likely same-amount payee:STOCKX sales:2 paid-on:2026-03-10 days:2');
    expect(of('2026-03-25')).toBe('l: -');
  });

  test('an alias withdrawal of everything: 600.00 + 400.00 less 2.9 % is 971.00', () => {
    const sales = [
      sale('a', '2026-03-01', usd(60_000)),
      sale('b', '2026-03-05', usd(40_000)),
      sale('c', '2026-03-20', usd(100)),
    ];
    expect(told({ lines: [line('l', '2026-03-12', usd(97_100), 'PAYPAL')], sales })).toEqual([
      'l: sales a+b likely same-amount sales:2 cash-out:290 all-until:2026-03-05 payee:PAYPAL',
    ]);
  });

  test('a part of the balance, the newest first: of 600, 400 and 250 the first and last make 850 less 24.65', () => {
    const sales = [
      sale('a', '2026-03-01', usd(60_000)),
      sale('b', '2026-03-05', usd(40_000)),
      sale('c', '2026-03-06', usd(25_000)),
    ];
    expect(told({ lines: [line('l', '2026-03-12', usd(82_535), 'GOAT')], sales })).toEqual([
      'l: sales c+a possible same-amount sales:2 cash-out:290 payee:GOAT',
    ]);
  });

  test('no set without a word of who paid, nor without a known cash-out fee', () => {
    const sales = [sale('a', '2026-03-01', usd(60_000))];
    expect(told({ lines: [line('l', '2026-03-12', usd(58_260), 'TRANSFER')], sales })).toEqual(['l: -']);
    const lines = [line('l', '2026-03-12', usd(58_260), 'GOAT')];
    expect(told({ lines, sales, cashOutBasisPoints: null })).toEqual(['l: -']);
  });
});

describe('expenses', () => {
  test('money that went out: the same cent, near, certain by the supplier’s name', () => {
    const lines = [
      line('l', '2026-03-12', usd(-1250), 'ROYAL MAIL 0123'),
      line('m', '2026-03-12', usd(-900), 'CARD 12'),
    ];
    const expenses = [
      expense('e', '2026-03-10', usd(1250), 'Royal Mail'),
      expense('f', '2026-03-12', usd(900), 'Box Shop'),
    ];
    expect(told({ lines, expenses })).toEqual([
      'l: expense e certain same-amount payee:royal days:2',
      'm: expense f likely same-amount days:0',
    ]);
  });

  test('a refund of an expense comes in', () => {
    const expenses = [expense('e', '2026-03-12', usd(-500), 'Box Shop')];
    expect(told({ lines: [line('l', '2026-03-12', usd(500), 'BOX SHOP')], expenses })[0]).toMatch(
      /^l: expense e certain/,
    );
  });
});
