import { describe, expect, test } from 'vitest';
import { judgeDeal, type DealInputs } from '@/lib/domain/deals/judge-deal';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { feesFor } from '@/lib/domain/fees/fee-schedule';
import { money } from '@/lib/domain/money/money';
import { HOUR_MS, MINUTE_MS } from '@/lib/domain/time/instant';
import { NOON, usd } from '@/tests/fixtures/builders';
import { makeReading } from '@/tests/fixtures/pages/make-reading';
import { cardModel, wantsReading, type KnownLook, type Look, type SizeLook } from './card-model';

const ADDED = { feeBasisPoints: null, fixedFee: null, shipping: null, dutyBasisPoints: null, lacksRate: false };

const DEAL: DealInputs = {
  pagePrice: usd(105),
  added: ADDED,
  figures: { lowestAsk: usd(98), highestOffer: usd(90), lastSale: usd(99) },
  currency: 'USD',
  schedule: feesFor(ALIAS_FEE_SCHEDULES, NOON),
  profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: true },
  fx: null,
  targetRoiBasisPoints: 1500,
};

function makeSize(given: Partial<DealInputs> = {}, over: Partial<SizeLook> = {}): SizeLook {
  const inputs = { ...DEAL, ...given };
  const { underAsk, intoOffer, landed, maxBuy, maxBuyMissing, breakEven } = judgeDeal(inputs);
  return {
    label: '10',
    usSize: 10,
    pagePrice: inputs.pagePrice,
    figures: inputs.figures,
    deal: {
      underAsk: { ...underAsk, missing: [...underAsk.missing] },
      intoOffer: { ...intoOffer, missing: [...intoOffer.missing] },
      landed: landed === null ? null : { ...landed, missing: [...landed.missing] },
      maxBuy,
      maxBuyMissing: [...maxBuyMissing],
      breakEven: { ...breakEven, missing: [...breakEven.missing] },
    },
    candidates: [],
    sellHere: { price: null, basis: null, lines: null, net: null, missing: ['sold-through-alias'] },
    best: null,
    salesReadAt: null,
    pace: null,
    daysToSell: null,
    own: { count: 0, listed: 0, listedPrice: null, costs: null },
    ...over,
  };
}

const makeLook = (size: SizeLook, over: Partial<KnownLook> = {}): KnownLook => ({
  state: 'known',
  standing: 'ready',
  isDemo: false,
  product: { catalogId: 'panda', name: 'Panda', brand: 'Nike', styleCode: 'DD1391-100' },
  currency: 'USD',
  sizes: [size],
  readAt: NOON - 3 * MINUTE_MS,
  targetRoiBasisPoints: 1500,
  rate: null,
  feeSource: null,
  terms: { isOwn: false, source: 'test', asOf: null },
  ...over,
});
const model = (look: KnownLook, reading = makeReading(), label: string | null = '10') =>
  cardModel(look, reading, label, NOON);

describe('the figure that matters', () => {
  test('a loss, as in the example', () => {
    expect(model(makeLook(makeSize()))).toMatchObject({
      verdict: { kind: 'profit', profit: usd(-24.62), tone: 'loss' },
      notes: [],
      age: { old: false },
    });
  });

  test.each([
    [60, 'gain'],
    [80.38, 'even'],
  ])('bought at $%d: %s', (price, tone) => {
    expect(model(makeLook(makeSize({ pagePrice: usd(price) }))).verdict).toMatchObject({ kind: 'profit', tone });
  });

  test('without a price here, what selling brings', () => {
    expect(model(makeLook(makeSize({ pagePrice: null }))).verdict).toEqual({ kind: 'net', net: usd(80.38) });
  });

  test('without a rate, the net in dollars and the reason; no profit is made up', () => {
    const told = model(makeLook(makeSize({ currency: 'EUR', pagePrice: money(8000, 'EUR') }), { currency: 'EUR' }));
    expect(told).toMatchObject({ verdict: { kind: 'net', net: usd(80.38) }, notes: ['no-rate'] });
  });

  test('without an ask, why', () => {
    const figures = { lowestAsk: null, highestOffer: usd(90), lastSale: null };
    expect(model(makeLook(makeSize({ figures }))).verdict).toEqual({ kind: 'unknown', reasons: ['no-ask'] });
  });

  test('a size the product does not come in', () => {
    const told = model(makeLook(makeSize({ figures: null }, { usSize: null })));
    expect(told).toMatchObject({ verdict: { kind: 'unknown', reasons: ['size'] }, notes: ['size-not-in-catalogue'] });
  });

  test('a size on another scale is a question, not a size alias lacks', () => {
    const foreign = makeSize({ figures: null }, { usSize: null, candidates: [{ us: 8.5, chart: 'Nike' }] });
    expect(model(makeLook(foreign))).toMatchObject({
      verdict: { kind: 'unknown', reasons: ['size-foreign'] },
      notes: [],
    });
  });

  test.each(['used', 'new_defects'] as const)('what is %s is compared with nothing', (condition) => {
    const told = model(makeLook(makeSize({ pagePrice: null })), makeReading({ condition }));
    expect(told.verdict).toEqual({ kind: 'unknown', reasons: ['used'] });
  });

  test.each([null, '11'])('no size, or one the answer does not have (%s): asked for', (label) => {
    expect(model(makeLook(makeSize()), makeReading(), label)).toMatchObject({
      size: null,
      verdict: { kind: 'choose-size' },
    });
  });
});

describe('what is said besides', () => {
  const none = makeSize({ pagePrice: null });

  test.each([
    ['sold-out', makeReading({ availability: 'sold_out' }), none],
    ['sold-out', makeReading({ warnings: ['SOLD_OUT', 'PRICE_PENDING'] }), none],
    ['price-pending', makeReading({ warnings: ['PRICE_PENDING'] }), none],
    ['used', makeReading({ condition: 'new_defects' }), none],
    ['currency-ambiguous', makeReading({ warnings: ['CURRENCY_AMBIGUOUS'] }), none],
    ['style-code-doubtful', makeReading({ warnings: ['SKU_SLUG_CONFLICT'] }), makeSize()],
    ['style-code-several', makeReading({ warnings: ['SKU_MULTI'] }), makeSize()],
  ] as const)('%s', (note, reading, size) => {
    expect(model(makeLook(size), reading).notes).toEqual([note]);
  });

  test('a bare mark that the seller has told apart is none', () => {
    expect(model(makeLook(makeSize()), makeReading({ warnings: ['CURRENCY_AMBIGUOUS'] })).notes).toEqual([]);
  });

  test('another size that is sold out is none of this one', () => {
    expect(model(makeLook(makeSize()), makeReading({ warnings: ['SOLD_OUT'] })).notes).toEqual([]);
  });

  test('figures past their use-by are old', () => {
    const old = makeLook(makeSize(), { readAt: NOON - HOUR_MS });
    expect(model(old).age).toEqual({ at: NOON - HOUR_MS, old: true });
    expect(model(makeLook(makeSize(), { readAt: null })).age).toBeNull();
  });
});

describe('when alias is read', () => {
  const sized = (salesReadAt: number | null, usSize: number | null = 10) =>
    makeLook(makeSize({}, { usSize, salesReadAt }));
  const fresh = sized(NOON);
  test.each<[string, Look, boolean]>([
    ['fresh', fresh, false],
    ['old', { ...fresh, readAt: NOON - 16 * MINUTE_MS }, true],
    ['never read', { ...fresh, readAt: null }, true],
    ['the sales of the size never read', sized(null), true],
    ['the sales of the size old', sized(NOON - 16 * MINUTE_MS), true],
    ['a size the product does not come in', sized(null, null), false],
    ['old, but locked', { ...fresh, readAt: null, standing: 'locked' }, false],
    ['never sought', { state: 'unknown-product', standing: 'ready', isDemo: false, soughtAt: null }, true],
    ['sought in vain', { state: 'unknown-product', standing: 'ready', isDemo: false, soughtAt: NOON }, false],
    ['several', { state: 'ambiguous', standing: 'ready', isDemo: false, candidates: [] }, false],
    ['a bundle', { state: 'bundle', standing: 'ready', isDemo: false }, false],
  ])('%s', (_, look, is) => {
    expect(wantsReading(look, '10', NOON)).toBe(is);
  });

  test('without a size no sales are wanted', () => {
    expect(wantsReading(sized(null), null, NOON)).toBe(false);
  });
});
