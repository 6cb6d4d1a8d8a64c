import { expect, test } from 'vitest';
import { filterOf, routeOf } from './activity-filter';

test('an address without filters shows a week of everything', () => {
  expect(filterOf({ view: null, filter: null })).toEqual({
    kind: null,
    ruleId: null,
    runId: null,
    problems: false,
    period: '7',
  });
});

test('what is narrowed is read back from its address', () => {
  const filter = { kind: 'holds', ruleId: 'r1', runId: 'a b&c', problems: true, period: '30' } as const;
  expect(filterOf(routeOf(filter))).toEqual(filter);
});

test('what nobody knows is passed over', () => {
  expect(filterOf({ view: 'nonsense', filter: 'time=soon&problems=yes' })).toMatchObject({
    kind: null,
    problems: false,
    period: '7',
  });
});
