import { expect, test } from 'vitest';
import { parseRoute, routeHref, SCREENS } from './route';

test('every screen is found again at its own address', () => {
  for (const screen of SCREENS) {
    const route = {
      screen,
      pair: 'a/b?c',
      product: 'x&y',
      item: 'rule-1',
      query: 'dunk & low',
      view: 'without-cost',
      filter: 'b=A%26B&o=-x',
      add: 'DD1391-100',
    };
    expect(parseRoute(routeHref(route))).toEqual(route);
  }
});

test.each(['', '#', '#/', '#/nowhere', '#today?x', '#/__proto__'])('%j leads to Today', (hash) => {
  expect(parseRoute(hash)).toEqual({
    screen: 'today',
    pair: null,
    product: null,
    item: null,
    query: '',
    view: null,
    filter: null,
    add: null,
  });
});

test('empty parts stay out of the address', () => {
  expect(routeHref({ screen: 'inventory', query: '', pair: null })).toBe('#/inventory');
});
