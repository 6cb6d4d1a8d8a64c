import { describe, expect, test } from 'vitest';
import type { DecisionInput } from '../decision';
import { ago, makeInput, makeListing, makeOwn, makeRule, usd, type MadeInput } from '../fake-decision';
import type { RuleSettings } from '../rule';
import { outcomes, plan, told } from '../fake-run';

/** Own listings of one variant at so many dollars, all told of each other. */
function makeSiblings(dollars: readonly number[], made: (nth: number) => MadeInput = () => ({})): DecisionInput[] {
  const listings = dollars.map((price, nth) =>
    makeListing({ id: `listing-${nth}`, price: usd(price), ...made(nth).listing }),
  );
  const own = makeOwn(...listings);
  return listings.map((listing, nth) => makeInput({ own, ...made(nth), listing }));
}

describe('own listings of one variant', () => {
  const below = (dollars: number, brand: string) =>
    makeRule(
      {
        scope: { ...makeRule().settings.scope, tags: [brand] },
        strategy: { kind: 'position', side: 'below', distance: { kind: 'amount', amount: usd(dollars) } },
      },
      { id: brand },
    );
  const aging: Partial<RuleSettings> = {
    strategy: {
      kind: 'aging',
      afterDays: 30,
      everyDays: 7,
      stepBasisPoints: 500,
      mostBasisPoints: 2000,
      revertAfterDays: null,
    },
  };

  test('go below a competitor together, to the same price', () => {
    expect(outcomes(makeSiblings([200, 195, 205]))).toEqual([189, 189, 189]);
  });

  test('under different rules too: the deeper one stops at the other’s price', () => {
    const items = makeSiblings([200, 200], (nth) => ({ listing: { tags: [nth === 0 ? 'one' : 'five'] } }));
    const { decisions } = plan(items, { rules: [below(1, 'one'), below(5, 'five')] });
    expect(decisions.map(({ decision }) => told(decision))).toEqual([189, 189]);
    expect(decisions[1]?.decision).toMatchObject({ reason: 'siblings' });
    expect(decisions[1]?.decision.trail.at(-1)).toEqual({
      guard: 'siblings',
      did: 'moved',
      price: usd(189),
      facts: { siblingMinor: 18_900, wantedMinor: 18_500 },
    });
  });

  test('one that cannot follow a competitor does not keep the other from it', () => {
    const items = makeSiblings([200, 200], (nth) => (nth === 0 ? { listing: { minimum: usd(199) } } : {}));
    expect(outcomes(items)).toEqual([199, 189]);
  });

  test('without a competitor none is lowered past another', () => {
    const items = makeSiblings([200, 200], (nth) => ({
      market: { lowestAsk: usd(200) },
      listing: { listedAt: ago(nth === 0 ? 40 : 10) },
    }));
    expect(outcomes(items, { rules: [makeRule(aging)] })).toEqual(['own-is-lowest', 'not-yet']);
  });

  test('but together they are', () => {
    const items = makeSiblings([200, 200, 300], () => ({ market: { lowestAsk: usd(200) } }));
    expect(outcomes(items, { rules: [makeRule(aging)] })).toEqual([190, 190, 285]);
  });

  test('also not past one that this run does not look at, nor one that a limit holds', () => {
    const [first, second] = makeSiblings([200, 200], () => ({ market: { lowestAsk: usd(200) } }));
    if (first === undefined || second === undefined) throw new Error('Two');
    expect(outcomes([first], { rules: [makeRule(aging)] })).toEqual(['own-is-lowest']);
    const limited = outcomes([first, second], { rules: [makeRule(aging)] }, { changesPerRun: 1 });
    expect(limited).toEqual(['own-is-lowest', 'run-limit']);
  });

  test('one that is the lowest already may be lowered on', () => {
    const items = makeSiblings([180, 200], (nth) => ({
      market: { lowestAsk: usd(180) },
      listing: { listedAt: ago(nth === 0 ? 40 : 10) },
    }));
    expect(outcomes(items, { rules: [makeRule(aging)] })).toEqual([171, 'not-yet']);
  });

  test('a sibling’s price above the own maximum is not gone to', () => {
    const items = makeSiblings([200, 200], (nth) => ({
      listing: nth === 0 ? { tags: ['one'] } : { tags: ['five'], maximum: usd(188) },
    }));
    expect(outcomes(items, { rules: [below(1, 'one'), below(5, 'five')] })).toEqual([189, 'own-is-lowest']);
  });
});
