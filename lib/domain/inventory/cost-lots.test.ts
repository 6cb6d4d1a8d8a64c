import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStyleCode } from '../catalog/style-code';
import { money } from '../money/money';
import { DAY_MS, instant, type Instant } from '../time/instant';
import { assignLots, type LotPlan } from './cost-lots';
import type { Pair } from './pair';
import type { PurchaseLine } from './purchase-line';
import { UNTOLD } from './untold';

const day = (number: number): Instant => instant(Date.UTC(2026, 0, 1) + number * DAY_MS);
const PANDA = parseStyleCode('DD1391-100');

function makePair(id: string, facts: Partial<Pair> = {}): Pair {
  return {
    ...UNTOLD,
    id,
    createdAt: day(100),
    updatedAt: day(100),
    deletedAt: null,
    status: 'listed',
    origin: 'listing',
    catalogId: 'panda',
    styleCode: PANDA,
    name: 'Dunk Low Panda',
    brand: 'Nike',
    size: { value: 10, system: 'US' },
    condition: 'new',
    packaging: 'good',
    ...facts,
  };
}

function makeLine(ref: string, facts: Partial<PurchaseLine> = {}): PurchaseLine {
  return {
    ref,
    styleCode: PANDA,
    rawSku: 'DD1391-100',
    name: 'Dunk Low Panda',
    brand: 'Nike',
    size: { value: 10, system: 'US' },
    quantity: 1,
    unitCost: money(6000, 'GBP'),
    otherCosts: null,
    boughtAt: day(1),
    supplier: 'END.',
    goatListingId: null,
    ...facts,
  };
}

/** What a command does with a plan. */
function carryOut(pairs: readonly Pair[], plan: LotPlan): Pair[] {
  const changes = new Map(plan.fills.map((fill) => [fill.pairId, fill.changes]));
  const added = plan.additions.map((facts) => makePair(`new ${facts.ledgerRef}`, facts));
  return [...pairs.map((pair) => ({ ...pair, ...changes.get(pair.id) })), ...added];
}

const filled = (plan: LotPlan) => plan.fills.map(({ pairId, changes }) => [pairId, changes.ledgerRef]);

describe('assignLots', () => {
  test('fills pairs that wait and adds the rest', () => {
    const plan = assignLots([makeLine('L', { quantity: 3 })], [makePair('a'), makePair('b')]);
    expect(filled(plan)).toEqual([
      ['a', 'L#1'],
      ['b', 'L#2'],
    ]);
    expect(plan.additions).toMatchObject([
      { ledgerRef: 'L#3', status: 'in-stock', origin: 'ledger', cost: money(6000, 'GBP'), boughtAt: day(1) },
    ]);
  });

  test('first bought goes to first sold, then to first listed', () => {
    const pairs = [
      makePair('new listing'),
      makePair('old listing'),
      makePair('sold late', { soldAt: day(50) }),
      makePair('sold early', { soldAt: day(20) }),
    ];
    const listed = new Map([
      ['new listing', day(90)],
      ['old listing', day(80)],
    ]);
    const lines = [4, 3, 2, 1].map((number) => makeLine(`L${number}`, { boughtAt: day(number) }));
    expect(filled(assignLots(lines, pairs, listed))).toEqual([
      ['sold early', 'L1#1'],
      ['sold late', 'L2#1'],
      ['old listing', 'L3#1'],
      ['new listing', 'L4#1'],
    ]);
  });

  test('a line that names a listing goes to its pair, whoever comes first', () => {
    const pairs = [makePair('a', { goatListingId: 'one' }), makePair('b', { goatListingId: 'two', styleCode: null })];
    const lines = [makeLine('early'), makeLine('one', { goatListingId: 'one', boughtAt: day(9) })];
    const plan = assignLots([...lines, makeLine('two', { goatListingId: 'two', quantity: 2 })], pairs);
    expect(filled(plan)).toEqual([
      ['b', 'two#1'],
      ['a', 'one#1'],
    ]);
    expect(plan.additions.map((pair) => pair.ledgerRef)).toEqual(['early#1', 'two#2']);
  });

  test('a listing not known yet gets a pair that bears its id', () => {
    const plan = assignLots([makeLine('L', { goatListingId: 'later' })], [makePair('a')]);
    expect(plan.fills).toEqual([]);
    expect(plan.additions).toMatchObject([{ goatListingId: 'later' }]);
  });

  test('a cost that is there stays', () => {
    const own = makePair('a', { goatListingId: 'one', cost: money(1, 'GBP') });
    const plan = assignLots([makeLine('L', { goatListingId: 'one' })], [own]);
    expect(plan).toEqual({
      fills: [],
      additions: [],
      alreadyKnown: 0,
      conflicts: [{ ref: 'L', goatListingId: 'one' }],
    });
    const kept = makePair('b', { otherCosts: money(7, 'GBP'), supplier: 'me', boughtAt: day(0) });
    const [fill] = assignLots([makeLine('M', { otherCosts: money(9, 'GBP') })], [kept]).fills;
    expect(fill?.changes).toMatchObject({ otherCosts: money(7, 'GBP'), supplier: 'me', boughtAt: day(0) });
  });

  test('only the same style, size and system fit, and never a sale from before the purchase', () => {
    const pairs = [
      makePair('other style', { styleCode: parseStyleCode('DD1391-101') }),
      makePair('other size', { size: { value: 10.5, system: 'US' } }),
      makePair('other system', { size: { value: 10, system: 'UK' } }),
      makePair('sold before', { soldAt: day(0) }),
      makePair('no style', { styleCode: null }),
      makePair('deleted', { deletedAt: day(5) }),
    ];
    const plan = assignLots([makeLine('L')], pairs);
    expect(plan.fills).toEqual([]);
    expect(plan.additions).toHaveLength(1);
    expect(assignLots([makeLine('L', { boughtAt: null })], pairs).fills[0]?.pairId).toBe('sold before');
  });

  test('a line without cost holds its pair, and is completed when the cost is written in', () => {
    const first = carryOut([makePair('a')], assignLots([makeLine('L', { unitCost: null })], [makePair('a')]));
    expect(first).toMatchObject([{ id: 'a', cost: null, ledgerRef: 'L#1', supplier: 'END.' }]);
    expect(assignLots([makeLine('L', { unitCost: null })], first)).toMatchObject({ fills: [], alreadyKnown: 1 });
    expect(assignLots([makeLine('other')], first).fills).toEqual([]);
    const second = carryOut(first, assignLots([makeLine('L')], first));
    expect(second).toMatchObject([{ id: 'a', cost: money(6000, 'GBP'), ledgerRef: 'L#1' }]);
  });

  test('a pair that was deleted does not come back', () => {
    const gone = makePair('a', { ledgerRef: 'L#1', deletedAt: day(3) });
    expect(assignLots([makeLine('L')], [gone])).toMatchObject({ fills: [], additions: [], alreadyKnown: 1 });
  });
});

describe('whatever the ledger', () => {
  const kinds = fc.constantFrom(PANDA, parseStyleCode('JR8166'), null);
  const listingIds = fc.option(fc.constantFrom('one', 'two', 'three'));
  const pairs = fc
    .uniqueArray(
      fc.record({
        styleCode: kinds,
        cost: fc.option(fc.constant(money(5, 'GBP'))),
        soldAt: fc.option(fc.nat(9).map(day)),
        goatListingId: listingIds,
      }),
      { maxLength: 8, selector: ({ goatListingId }) => goatListingId ?? {} },
    )
    .map((list) => list.map((facts, index) => makePair(`p${index}`, facts)));
  const lines = fc
    .array(
      fc.record({
        styleCode: kinds,
        quantity: fc.integer({ min: 1, max: 3 }),
        unitCost: fc.option(fc.nat(999).map((pence) => money(pence, 'GBP'))),
        boughtAt: fc.option(fc.nat(9).map(day)),
        goatListingId: listingIds,
      }),
      { maxLength: 8 },
    )
    .map((list) => list.map((facts, index) => makeLine(`L${index}`, facts)));

  test('twice changes nothing, no cost is used twice or lost, and the order of the input does not matter', () => {
    fc.assert(
      fc.property(lines, pairs, (ledger, stock) => {
        const plan = assignLots(ledger, stock);
        const after = carryOut(stock, plan);
        expect(assignLots(ledger, after)).toMatchObject({ fills: [], additions: [], conflicts: plan.conflicts });
        expect(assignLots(ledger.toReversed(), stock.toReversed())).toEqual(plan);

        const placed = [...plan.fills.map((fill) => fill.changes), ...plan.additions];
        const refs = placed.map((pair) => pair.ledgerRef);
        expect(new Set(refs).size).toBe(refs.length);
        expect(new Set(plan.fills.map((fill) => fill.pairId)).size).toBe(plan.fills.length);
        const conflicting = new Set(plan.conflicts.map(({ ref }) => ref));
        const bought = ledger.reduce((total, line) => {
          const copies = line.quantity - (conflicting.has(line.ref) ? 1 : 0);
          return total + copies * (line.unitCost?.minor ?? 0);
        }, 0);
        expect(placed.reduce((total, pair) => total + (pair.cost?.minor ?? 0), 0)).toBe(bought);
        for (const fill of plan.fills) expect(stock.find((pair) => pair.id === fill.pairId)?.cost).toBeNull();
        const listings = after.map((pair) => pair.goatListingId).filter((id) => id !== null);
        expect(new Set(listings).size).toBe(listings.length);
      }),
      { seed: 1 },
    );
  });
});
