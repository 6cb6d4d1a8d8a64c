import { describe, expect, test } from 'vitest';
import { makePair, makeProduct, NOON, usd } from '@/tests/fixtures/builders';
import type { Floor } from '../fees/floor-price';
import { money, type Money } from '../money/money';
import { checkPrice } from './check-price';
import { stoppingProblem } from './listing-problem';
import type { ListingSubject } from './listing-subject';
import { REQUESTED_PICTURES } from './listing-words';
import { preflight, type ListingWish } from './preflight';

const floorAt = (dollars: number): Floor => ({
  kind: 'known',
  floor: usd(dollars),
  decidedBy: 'target',
  targetPrice: usd(dollars),
});

const profile = { rating: 90, country: 'US', method: 'prepaid', withdraws: true } as const;

/** A pair of which nothing speaks against $130: floor $75, highest offer $90, lowest ask $131. */
function makeSubject(given: Partial<ListingSubject> = {}): ListingSubject {
  return {
    pair: makePair(),
    product: makeProduct(),
    offer: 'none',
    floor: floorAt(75),
    lowestAsk: usd(131),
    highestOffer: usd(90),
    readAt: NOON,
    ownMaximum: null,
    basis: { cost: usd(60), otherCosts: null, fx: null, schedule: null, profile },
    pictures: [],
    ownLowest: null,
    ...given,
  };
}

const WISH: ListingWish = {
  price: usd(130),
  condition: 'new',
  packaging: 'good',
  defects: [],
  additionalDefects: '',
  pictureTypes: [],
  activate: true,
};

const told = (subject: Partial<ListingSubject>, wish: Partial<ListingWish> = {}) =>
  preflight(makeSubject(subject), { ...WISH, ...wish }).map(({ code, severity }) => `${severity} ${code}`);

test('a pair of which nothing speaks against it has no problem', () => {
  expect(told({})).toEqual([]);
});

describe('what the pair and its product say', () => {
  test.each<[Partial<ListingSubject>, string]>([
    [{ pair: makePair({ deletedAt: NOON, status: 'sold' }) }, 'block pair-deleted'],
    [{ pair: makePair({ status: 'sold' }) }, 'block pair-sold'],
    [{ pair: makePair({ status: 'returned' }) }, 'block pair-away'],
    [{ pair: makePair({ status: 'written-off' }) }, 'block pair-away'],
    [{ offer: 'live' }, 'block already-live'],
    [{ offer: 'off' }, 'block already-off'],
    [{ offer: 'being-listed' }, 'block being-listed'],
    [{ offer: 'earlier-unclear' }, 'block earlier-unclear'],
    [{ pair: makePair({ catalogId: null }) }, 'block no-product'],
    [{ product: null }, 'block no-product'],
    [{ product: makeProduct({ resellable: false }) }, 'block not-resellable'],
    [{ pair: makePair({ size: { value: 19, system: 'US' } }) }, 'block size-not-allowed'],
    [{ pair: makePair({ size: { value: 10, system: 'UK' } }) }, 'block size-not-allowed'],
    [{ product: makeProduct({ allowedSizes: [] }) }, 'block size-not-allowed'],
  ])('%#: %s', (subject, problem) => {
    expect(told(subject)).toEqual([problem]);
  });

  test('a size of the US scale is listed by the product’s own chart, and that is said', () => {
    const product = makeProduct({ sizeSystem: 'UK', allowedSizes: [{ displayName: '9', value: 9, usValue: 10 }] });
    expect(preflight(makeSubject({ product }), WISH)).toEqual([
      { code: 'size-converted', severity: 'note', facts: { size: 'US 10', listed: 'UK 9' } },
    ]);
  });
});

describe('condition, box and defects', () => {
  test.each<[Partial<ListingWish>, string[]]>([
    [{ condition: 'unknown:CONDITION_WORN' }, ['block condition-unknown']],
    [{ packaging: 'unknown:PACKAGING_CONDITION_DUST' }, ['block packaging-unknown']],
    [{ condition: 'new-with-defects' }, ['block defects-missing']],
    [{ condition: 'new-with-defects', additionalDefects: '  ' }, ['block defects-missing']],
    [{ condition: 'new-with-defects', defects: ['LISTING_DEFECT_HAS_SCUFFS'] }, []],
    [{ condition: 'new-with-defects', additionalDefects: 'glue stain' }, []],
    [{ condition: 'used', defects: ['LISTING_DEFECT_HAS_ODOR'] }, []],
    [{ condition: 'used' }, []],
    [{ condition: 'new', defects: ['LISTING_DEFECT_B_GRADE'] }, ['block defects-unexpected']],
    [{ condition: 'new', additionalDefects: 'scratch' }, ['block defects-unexpected']],
    [{ condition: 'used', defects: ['LISTING_DEFECT_LOUD'] }, ['block defect-unknown']],
  ])('%o', (wish, problems) => {
    expect(told({}, wish)).toEqual(problems);
  });
});

describe('pictures', () => {
  const product = makeProduct({ requiresPictures: true });

  test('those that are missing are named; without them it can be listed off sale only', () => {
    const [first, ...rest] = REQUESTED_PICTURES;
    const missing = preflight(makeSubject({ product }), { ...WISH, pictureTypes: rest });
    expect(missing).toEqual([{ code: 'pictures-missing', severity: 'block', facts: { missing: [first] } }]);
    expect(told({ product }, { activate: false })).toEqual(['note pictures-missing']);
    expect(told({ product }, { pictureTypes: [...REQUESTED_PICTURES] })).toEqual([]);
  });

  test('an extra picture stands for none of them', () => {
    const pictureTypes = REQUESTED_PICTURES.map(() => 'PICTURE_TYPE_EXTRA');
    expect(told({ product }, { pictureTypes })).toEqual(['block pictures-missing']);
  });
});

describe('the price', () => {
  const problemsOf = (price: Money | null, ground: Partial<ListingSubject> = {}) =>
    checkPrice(price, makeSubject(ground)).map(({ code, severity }) => `${severity} ${code}`);

  test.each<[Money | null, Partial<ListingSubject>, string[]]>([
    [null, {}, ['block price-missing']],
    [usd(0), {}, ['block price-missing']],
    [usd(-5), {}, ['block price-missing']],
    [money(13_000, 'GBP'), {}, ['block price-currency']],
    [usd(130.5), {}, ['block price-not-whole']],
    [usd(24), { floor: floorAt(20), highestOffer: null }, ['block price-below-minimum']],
    [usd(25), { floor: floorAt(20), highestOffer: null }, []],
    [usd(2000), {}, []],
    [usd(2001), {}, ['block price-above-maximum']],
    [usd(130), { ownMaximum: usd(129) }, ['note above-own-maximum']],
    [usd(130), { ownMaximum: usd(130) }, []],
    [usd(75), { highestOffer: null }, []],
    [usd(74), { highestOffer: null }, ['confirm below-floor']],
    [usd(91), {}, []],
    [usd(90), {}, ['confirm at-offer']],
    [usd(74), {}, ['confirm below-floor', 'confirm at-offer']],
    [usd(130), { readAt: null, highestOffer: null }, ['note market-unknown']],
    [usd(130), { floor: { kind: 'unknown', missing: ['cost'] } }, ['confirm cost-unknown']],
    [usd(130), { floor: { kind: 'unknown', missing: ['rating'] } }, ['confirm floor-unknown']],
    [
      usd(130),
      { floor: { kind: 'unknown', missing: ['cost', 'fx-rate'] } },
      ['confirm cost-unknown', 'confirm floor-unknown'],
    ],
    [usd(130), { floor: { ...floorAt(0), floor: money(7500, 'GBP') } as Floor }, ['confirm below-floor']],
    [usd(130), { highestOffer: money(9000, 'GBP') }, ['confirm at-offer']],
  ])('%o on %o: %o', (price, ground, problems) => {
    expect(problemsOf(price, ground)).toEqual(problems);
  });

  test('the floor that is not known says which input is missing', () => {
    const floor: Floor = { kind: 'unknown', missing: ['cost', 'fx-rate', 'seller-fee'] };
    expect(checkPrice(usd(130), makeSubject({ floor }))).toContainEqual({
      code: 'floor-unknown',
      severity: 'confirm',
      confirmedBy: 'belowFloor',
      facts: { missing: ['fx-rate', 'seller-fee'] },
    });
  });

  test('each word lifts its own kind of problem, and none lifts a block', () => {
    const both = checkPrice(usd(74), makeSubject());
    const stops = (belowFloor: boolean, intoOffer: boolean) =>
      stoppingProblem(both, { belowFloor, intoOffer })?.code ?? null;
    expect([stops(false, false), stops(true, false), stops(false, true), stops(true, true)]).toEqual([
      'below-floor',
      'at-offer',
      'below-floor',
      null,
    ]);
    const blocked = checkPrice(usd(74.5), makeSubject());
    expect(stoppingProblem(blocked, { belowFloor: true, intoOffer: true })?.code).toBe('price-not-whole');
  });
});
