import { describe, expect, test } from 'vitest';
import { ago, makeMove, type MadeInput } from '../fake-decision';
import { makeItems, outcomes, plan } from '../fake-run';

describe('limits of one listing', () => {
  const moves = (count: number, by: 'user' | 'rule' = 'rule') =>
    Array.from({ length: count }, (_, nth) => makeMove(202 + nth, 201 + nth, ago(0, 70 + nth * 60), by));

  test.each<[string, MadeInput, object]>([
    ['five changes by rules today', { listing: { moves: moves(5) } }, { kind: 'change' }],
    ['six of them', { listing: { moves: moves(6) } }, { kind: 'hold', reason: 'daily-limit' }],
    ['six by hand', { listing: { moves: moves(6, 'user') } }, { kind: 'change' }],
    [
      'six, one of them a day ago',
      { listing: { moves: [...moves(5), makeMove(300, 290, ago(1))] } },
      { kind: 'change' },
    ],
  ])('%s', (_, made, expected) => {
    expect(plan(makeItems(1, () => made)).decisions[0]?.decision).toMatchObject(expected);
  });

  test('round in circles', () => {
    const circle = [makeMove(189, 200, ago(0, 70)), makeMove(200, 189, ago(0, 140)), makeMove(189, 200, ago(0, 210))];
    expect(outcomes(makeItems(1, () => ({ listing: { moves: circle } })))).toEqual(['loop']);
    expect(outcomes(makeItems(1, () => ({ listing: { moves: circle.slice(0, 2) } })))).toEqual([189]);
    const yesterday = circle.map((move) => ({ ...move, at: ago(1, 10) }));
    expect(outcomes(makeItems(1, () => ({ listing: { moves: yesterday } })))).toEqual([189]);
  });
});
