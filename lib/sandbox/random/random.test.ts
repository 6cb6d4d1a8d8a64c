import { describe, expect, test } from 'vitest';
import { gammaMeanOne, mix, normal, poisson, randomFrom, smoothNoise, studentT4 } from './random';
import { uuidV7 } from './uuid';

function momentsOf(draw: () => number, count = 20_000): { mean: number; sd: number } {
  const values = Array.from({ length: count }, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  return { mean, sd: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count) };
}

describe('seeded randomness', () => {
  test('one seed, one stream', () => {
    const first = randomFrom(mix(1, 2));
    const again = randomFrom(mix(1, 2));
    const other = randomFrom(mix(2, 1));
    const draws = Array.from({ length: 5 }, first);
    expect(Array.from({ length: 5 }, again)).toEqual(draws);
    expect(Array.from({ length: 5 }, other)).not.toEqual(draws);
  });

  test('the distributions have the moments they are used for', () => {
    const random = randomFrom(7);
    expect(momentsOf(() => normal(random)).sd).toBeCloseTo(1, 1);
    expect(momentsOf(() => studentT4(random)).sd).toBeGreaterThan(1.25);
    expect(momentsOf(() => gammaMeanOne(random, 4))).toMatchObject({
      mean: expect.closeTo(1, 1),
      sd: expect.closeTo(0.5, 1),
    });
    expect(momentsOf(() => poisson(random, 3))).toMatchObject({
      mean: expect.closeTo(3, 1),
      sd: expect.closeTo(Math.sqrt(3), 1),
    });
    expect(momentsOf(() => poisson(random, 90)).mean).toBeCloseTo(90, 0);
    let x = 0;
    expect(momentsOf(() => smoothNoise(3, (x += 0.37))).sd).toBeCloseTo(1, 1);
  });

  test('smooth noise does not jump', () => {
    expect(Math.abs(smoothNoise(3, 4.9999) - smoothNoise(3, 5.0001))).toBeLessThan(0.01);
  });

  test('ids are UUID v7 and tell their time', () => {
    const id = uuidV7(Date.parse('2026-01-02T03:04:05.678Z'), randomFrom(1));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-01-02T03:04:05.678Z'));
  });
});
