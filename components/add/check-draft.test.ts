import { describe, expect, test, vi } from 'vitest';
import { makeProduct, NOON, usd } from '@/tests/fixtures/builders';
import { money } from '@/lib/domain/money/money';
import { byHand, checkDraft } from './check-draft';
import { EMPTY_DRAFT, type AddDraft } from './draft';
import { dayOf, dayText } from './local-day';
import { checkSale } from './sell-facts';

// The words themselves live in the browser; here their keys stand for them.
vi.mock('../ui/text', () => ({ t: (key: string) => key }));

const product = makeProduct();
const DRAFT: AddDraft = { ...EMPTY_DRAFT, product, sizes: '9, 10 x2', cost: '1.234,50' };

describe('the form that adds pairs', () => {
  test('a product, sizes and a cost become drafts, one for each size', () => {
    expect(checkDraft(DRAFT, 'USD')).toMatchObject({
      ok: true,
      count: 3,
      pairs: [
        {
          quantity: 1,
          size: { value: 9, system: 'US' },
          cost: usd(1234.5),
          catalogId: product.catalogId,
          name: product.name,
        },
        { quantity: 2, size: { value: 10, system: 'US' }, cost: usd(1234.5) },
      ],
    });
  });

  test('nothing typed as cost is not known, never nothing', () => {
    expect(checkDraft({ ...DRAFT, cost: ' ' }, 'USD')).toMatchObject({
      ok: true,
      pairs: [{ cost: null }, { cost: null }],
    });
  });

  test.each<[Partial<AddDraft>, string[]]>([
    [{ sizes: '' }, ['sizes']],
    [{ sizes: '9, 19' }, ['sizes']],
    [{ cost: 'many', otherCosts: '-3' }, ['cost', 'otherCosts']],
    [{ bought: '2026-02-30' }, ['bought']],
    [{ product: null, byHand: true }, ['name']],
  ])('%j is told at its field', (wrong, fields) => {
    const checked = checkDraft({ ...DRAFT, ...wrong }, 'USD');
    expect(checked.ok ? [] : Object.keys(checked.problems)).toEqual(fields);
  });

  test('by hand a style code goes into its field and words into the name', () => {
    expect(byHand(EMPTY_DRAFT, 'dd1391 100')).toMatchObject({ code: 'DD1391-100', name: '', byHand: true });
    expect(byHand(EMPTY_DRAFT, ' my old shoes ')).toMatchObject({ code: '', name: 'my old shoes' });
  });
});

test('a day is the same day when it is read back', () => {
  const day = dayOf('2026-11-23');
  expect(typeof day === 'number' ? dayText(day) : day).toBe('2026-11-23');
  expect([dayOf(''), dayOf('2026-02-30'), dayOf('soon')]).toEqual([null, 'bad', 'bad']);
});

describe('the form of a sale', () => {
  const SALE = {
    platform: 'ebay',
    price: '£120',
    is: 'fees',
    amount: '14,20',
    soldOn: dayText(NOON),
    note: '',
  } as const;

  test('fees are taken off the price, in the currency of the price; today is now', () => {
    expect(checkSale(SALE, 'USD', NOON)).toMatchObject({ ok: true, payout: money(10_580, 'GBP'), soldAt: NOON });
    expect(checkSale({ ...SALE, amount: '' }, 'USD', NOON)).toMatchObject({ payout: money(12_000, 'GBP') });
    expect(checkSale({ ...SALE, is: 'received', amount: '100' }, 'USD', NOON)).toMatchObject({
      payout: money(10_000, 'GBP'),
    });
  });

  test.each([
    [{ price: '' }, ['price']],
    [{ amount: '$3' }, ['amount']],
    [{ is: 'received' as const, amount: '' }, ['amount']],
    [{ soldOn: '' }, ['soldOn']],
  ])('%j is told at its field', (wrong, fields) => {
    const checked = checkSale({ ...SALE, ...wrong }, 'USD', NOON);
    expect(checked.ok ? [] : Object.keys(checked.problems)).toEqual(fields);
  });
});
