import { describe, expect, test } from 'vitest';
import { money } from '../money/money';
import { planStatement } from './plan-statement';

const usd = (cents: number) => money(cents, 'USD');

describe('a statement’s lines', () => {
  const coffee = { bankId: null, bookedOn: '2026-03-10' as const, amount: usd(-350), payee: 'Cafe', text: '' };
  const known = (plan: ReturnType<typeof planStatement>) =>
    plan.fresh.map(({ ref, told: { bookedOn, amount } }) => ({ ref, bookedOn, amount }));

  test('two alike are two, and read again they are none', () => {
    const first = planStatement([coffee, coffee], [], 'csv');
    expect(first).toMatchObject({ known: 0 });
    expect(new Set(first.fresh.map(({ ref }) => ref)).size).toBe(2);
    expect(planStatement([coffee, coffee, coffee], known(first), 'csv')).toMatchObject({ known: 2 });
  });

  test('another kind of file of the same days adds nothing, and what it has more of is new', () => {
    const first = planStatement([{ ...coffee, bankId: 'F1' }], [], 'ofx');
    expect(planStatement([coffee], known(first), 'csv')).toMatchObject({ fresh: [], known: 1 });
    expect(planStatement([coffee, coffee], known(first), 'csv').fresh).toHaveLength(1);
  });

  test('the bank’s id told twice is one booking; used again for another amount it is two', () => {
    const one = { ...coffee, bankId: 'F1' };
    expect(planStatement([one, one], [], 'ofx').fresh).toHaveLength(1);
    expect(planStatement([one, { ...one, amount: usd(-351) }], [], 'ofx').fresh).toHaveLength(2);
  });
});
