import { expect, test } from 'vitest';
import {
  ago,
  makeGuards,
  makeInput,
  makeRule,
  makeSettings,
  NOW,
  usd,
  type MadeInput,
} from '@/lib/domain/repricing/fake-decision';
import type { PreviewGround } from '@/lib/queries/rule-preview';
import { planPreview, type EditedRule } from './plan-preview';

/** Each listing is of a product of its own: $200, asked for $190 elsewhere, break-even at $120. */
function ground(made: readonly MadeInput[], given: Partial<PreviewGround> = {}): PreviewGround {
  const items = made.map(({ listing, ...rest }, nth) =>
    makeInput({ ...rest, listing: { id: `listing-${nth}`, catalogId: `product-${nth}`, ...listing } }),
  );
  return { items, rules: [], history: { changesToday: 0, loweredToday: null }, ...given };
}

const EDITED: EditedRule = { id: null, name: 'As it stands', settings: makeSettings() };

const preview = (of: PreviewGround, edited: EditedRule = EDITED) =>
  planPreview(of, edited, makeGuards({ breakerMoves: 1000 }), NOW, () => 0);

test('what would change and what is held, the most frequent reason first', () => {
  const found = preview(
    ground([{}, { basis: { cost: null } }, { market: { lowestAsk: null } }, { basis: { cost: null } }]),
  );
  expect(found.decided).toBe(4);
  expect(found.changes.map(({ listingId, decision }) => [listingId, decision])).toMatchObject([
    ['listing-0', { kind: 'change', to: usd(189) }],
  ]);
  expect(found.holds).toEqual([
    { reason: 'cost-unknown', count: 2 },
    { reason: 'no-market', count: 1 },
  ]);
});

test('prices that are too old count as read a moment ago; those never read do not', () => {
  const found = preview(ground([{ market: { readAt: ago(2) } }, { market: { readAt: null } }]));
  expect(found.changes).toHaveLength(1);
  expect(found.holds).toEqual([{ reason: 'stale', count: 1 }]);
});

test('a rule that is off is planned as if it were on, and only listings that fit it are counted', () => {
  const nikes = makeSettings({ scope: { ...makeSettings().scope, brands: ['Nike'] } });
  const rules = [makeRule({}, { id: 'own', enabled: false })];
  const found = preview(ground([{}, { listing: { brand: 'adidas' } }], { rules }), {
    id: 'own',
    name: 'Own',
    settings: nikes,
  });
  expect([found.decided, found.changes.length]).toEqual([1, 1]);
});

test('what a rule above it decides about is told, of rules below it nothing', () => {
  const above = makeRule(
    { scope: { ...makeSettings().scope, brands: ['adidas'] } },
    { id: 'above', priority: 1, enabled: true },
  );
  const below = makeRule({}, { id: 'below', priority: 3 });
  const own = makeRule({}, { id: 'own', priority: 2 });
  const found = preview(ground([{}, { listing: { brand: 'adidas' } }], { rules: [above, own, below] }), {
    id: 'own',
    name: 'Own',
    settings: own.settings,
  });
  expect([found.decided, found.above]).toEqual([2, 1]);
});

test('outside its hours it is planned all the same, and that is told', () => {
  const never = makeSettings({ schedule: { weekdays: [1], fromMinute: 0, toMinute: 60 } });
  const found = preview(ground([{}]), { ...EDITED, settings: never });
  expect(found.closed).toBe(true);
  expect(found.changes).toHaveLength(1);
  expect(preview(ground([{}])).closed).toBe(false);
});

test('where everything would be stopped, it says why', () => {
  const many = ground(Array.from({ length: 12 }, () => ({ market: { lowestAsk: usd(130) } })));
  const found = planPreview(many, EDITED, makeGuards({ breakerMoves: 3 }), NOW, () => 0);
  expect(found.stopped).not.toBeNull();
});
