import { describe, expect, test } from 'vitest';
import { listRules } from '@/lib/db/repositories/repricing-rules';
import type { RuleSettings } from '@/lib/domain/repricing/rule';
import { usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { makeRule, makeRuleSettings } from '@/tests/fixtures/rules';
import { enableRule } from './enable-rule';
import { orderRules } from './order-rules';
import { removeRule } from './remove-rule';
import { saveRule } from './save-rule';
import { runUndo } from './undo';

const SETTINGS = makeRuleSettings();

async function makeRules(...ids: readonly string[]) {
  const deps = makeCommandDeps();
  await deps.db.repricingRules.bulkAdd(ids.map((id, priority) => makeRule({ id, name: id, priority })));
  return deps;
}

const orderOf = async ({ db }: Awaited<ReturnType<typeof makeRules>>) => (await listRules(db)).map(({ id }) => id);

describe('a rule is kept', () => {
  test('a new one comes last and is off, whatever was asked for; undo takes it away', async () => {
    const deps = await makeRules('a', 'b');
    const { ruleId, undoId } = await saveRule(deps, { ruleId: null, name: ' New ', enabled: true, settings: SETTINGS });
    expect(await deps.db.repricingRules.get(ruleId)).toMatchObject({ name: 'New', enabled: false, priority: 2 });
    expect(await runUndo(deps, undoId ?? '')).toEqual({ restored: 1, left: 0 });
    expect(await orderOf(deps)).toEqual(['a', 'b']);
  });

  test('an old one is changed in its place; undo gives it back as it was', async () => {
    const deps = await makeRules('a', 'b');
    const before = await deps.db.repricingRules.get('a');
    const { undoId } = await saveRule(deps, { ruleId: 'a', name: 'A', enabled: false, settings: SETTINGS });
    expect(await deps.db.repricingRules.get('a')).toMatchObject({ name: 'A', enabled: false, priority: 0 });
    await runUndo(deps, undoId ?? '');
    expect(await deps.db.repricingRules.get('a')).toEqual(before);
  });

  test.each<[string, Partial<RuleSettings>, string]>([
    ['a ceiling of nothing', { ceiling: { kind: 'amount', amount: usd(0) } }, 'The highest price cannot be zero.'],
    [
      'a ceiling below the minimum',
      {
        floor: { target: { kind: 'break-even' }, ownMinimum: usd(200) },
        ceiling: { kind: 'amount', amount: usd(100) },
      },
      'The highest price cannot be below the lowest.',
    ],
    [
      'no weekday',
      { schedule: { weekdays: [], fromMinute: 0, toMinute: 60 } },
      'The weekdays must name one day at least.',
    ],
  ])('%s is refused in words, and nothing is written', async (_name, settings, words) => {
    const deps = await makeRules();
    const wish = { ruleId: null, name: 'x', enabled: true, settings: makeRuleSettings(settings) };
    await expect(saveRule(deps, wish)).rejects.toMatchObject({
      code: 'bad-value',
      message: `${words} Nothing was changed.`,
    });
    expect(await deps.db.repricingRules.count()).toBe(0);
  });

  test('without a name, or gone meanwhile, it is refused', async () => {
    const deps = await makeRules('a');
    const wish = { name: 'x', enabled: true, settings: SETTINGS };
    await expect(saveRule(deps, { ...wish, ruleId: null, name: '  ' })).rejects.toMatchObject({ code: 'bad-value' });
    await removeRule(deps, 'a');
    await expect(saveRule(deps, { ...wish, ruleId: 'a' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(enableRule(deps, 'a', true)).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('a rule that makes no sense is not switched on, however it came into the books', async () => {
  const deps = await makeRules();
  const settings = makeRuleSettings({ ceiling: { kind: 'amount', amount: usd(0) } });
  await deps.db.repricingRules.add(makeRule({ id: 'a', enabled: false, settings }));
  await expect(enableRule(deps, 'a', true)).rejects.toMatchObject({ code: 'bad-value' });
});

test('switched on and off, each with its undo; what is so already writes nothing', async () => {
  const deps = await makeRules('a');
  expect(await enableRule(deps, 'a', true)).toEqual({ undoId: null });
  const { undoId } = await enableRule(deps, 'a', false);
  expect(await deps.db.repricingRules.get('a')).toMatchObject({ enabled: false });
  await runUndo(deps, undoId ?? '');
  expect(await deps.db.repricingRules.get('a')).toMatchObject({ enabled: true });
});

test('a deleted rule is off and its row stays; undo brings it back', async () => {
  const deps = await makeRules('a', 'b');
  const { undoId } = await removeRule(deps, 'a');
  expect(await orderOf(deps)).toEqual(['b']);
  expect(await deps.db.repricingRules.get('a')).toMatchObject({ enabled: false, deletedAt: deps.now() });
  await runUndo(deps, undoId ?? '');
  expect(await orderOf(deps)).toEqual(['a', 'b']);
});

describe('the order', () => {
  test('is the one asked for; undo brings all of it back or nothing', async () => {
    const deps = await makeRules('a', 'b', 'c');
    const { undoId } = await orderRules(deps, ['c', 'a', 'b']);
    expect(await orderOf(deps)).toEqual(['c', 'a', 'b']);
    deps.push(1);
    await enableRule(deps, 'a', false);
    expect(await runUndo(deps, undoId ?? '')).toEqual({ restored: 0, left: 3 });
    const again = await orderRules(deps, ['a', 'b', 'c']);
    await runUndo(deps, again.undoId ?? '');
    expect(await orderOf(deps)).toEqual(['c', 'a', 'b']);
  });

  test.each([[['a', 'b']], [['a', 'b', 'c', 'd']], [['a', 'a', 'b']], [['a', 'b', 'x']]])(
    'made on other rules (%j) is refused',
    async (ids) => {
      const deps = await makeRules('a', 'b', 'c');
      await expect(orderRules(deps, ids)).rejects.toMatchObject({ code: 'bad-value' });
      expect(await orderOf(deps)).toEqual(['a', 'b', 'c']);
    },
  );
});
