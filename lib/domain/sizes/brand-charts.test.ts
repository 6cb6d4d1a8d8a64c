import { describe, expect, test } from 'vitest';
import { sizeCandidates } from './brand-charts';
import type { Size, SizeRun, SizeSystem } from './size';

const size = (value: number, system: SizeSystem): Size => ({ value, system });
const us = (brand: string, run: SizeRun, each: Size) => sizeCandidates(brand, run, each).map((one) => one.us);

describe('sizeCandidates', () => {
  test.each<[string, SizeRun, Size, number[]]>([
    ['Nike', 'men', size(42, 'EU'), [8.5]],
    ['Nike', 'men', size(6, 'UK'), [6.5, 7]],
    ['Air Jordan', 'unisex', size(6, 'UK'), [6.5, 7]],
    ['Jordan', 'men', size(39, 'EU'), [6.5]],
    ['Nike', 'men', size(23.5, 'JP'), [4.5, 5]],
    ['Nike', 'men', size(5.5, 'UK'), [6]],
    ['Nike', 'men', size(12.5, 'UK'), []],
    ['Nike', 'women', size(5.5, 'UK'), [8]],
    ['Nike', 'women', size(39, 'EU'), [8]],
    ['Nike', 'women', size(25, 'JP'), []],
    ['Nike', 'youth', size(6, 'UK'), [6.5, 7]],
    ['Nike', 'youth', size(40, 'EU'), [7]],
    ['Nike', 'youth', size(3, 'UK'), [3.5]],
    ['Nike', 'youth', size(42, 'EU'), []],
    ['adidas', 'men', size(42.67, 'EU'), [9]],
    ['adidas', 'men', size(36.67, 'EU'), [4.5]],
    ['adidas', 'men', size(47.33, 'EU'), [12.5]],
    ['Yeezy', 'men', size(44, 'EU'), [10]],
    ['adidas', 'women', size(3.5, 'UK'), [5]],
    ['Yeezy Slide', 'men', size(9, 'UK'), [9]],
    ['Yeezy Slide', 'women', size(8, 'UK'), [9]],
    ['New Balance', 'men', size(44, 'EU'), [10]],
    ['New Balance', 'men', size(25, 'JP'), [7]],
    ['New Balance', 'women', size(40.5, 'EU'), [9]],
    ['ASICS', 'men', size(8, 'UK'), [9]],
    ['ASICS', 'men', size(42.5, 'EU'), []],
    ['Vans', 'women', size(5, 'UK'), [7.5]],
    ['Converse', 'men', size(8, 'UK'), [8]],
    ['Puma', 'men', size(8, 'UK'), [9]],
    ['Salomon', 'men', size(8, 'UK'), []],
    ['Nike', null, size(42, 'EU'), []],
    ['Nike', 'men', size(10, 'US'), []],
  ])('%s %s %o', (brand, run, each, expected) => {
    expect(us(brand, run, each)).toEqual(expected);
  });

  test('names whose chart it is', () => {
    expect(sizeCandidates('Jordan', 'men', size(42, 'EU'))).toEqual([{ us: 8.5, chart: 'Nike' }]);
  });
});
