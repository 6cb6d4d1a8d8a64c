import { describe, expect, test } from 'vitest';
import { createCatalogue } from './catalogue';

const catalogue = createCatalogue();

function found(query: string): string[] {
  return catalogue.search(query).map((item) => item.entry.code);
}

describe('the hand-written catalogue', () => {
  test('has at least 60 models, each code and slug once', () => {
    expect(catalogue.items.length).toBeGreaterThanOrEqual(60);
    expect(new Set(catalogue.items.map((item) => item.entry.code)).size).toBe(catalogue.items.length);
    expect(new Set(catalogue.items.map((item) => item.catalogId)).size).toBe(catalogue.items.length);
  });

  test('writes slugs and SKUs as alias does', () => {
    const dunk = catalogue.get('dunk-low-black-white-dd1391-100');
    expect(dunk?.wire).toMatchObject({
      sku: 'DD1391 100',
      retail_price_cents: '10000',
      release_date: expect.stringMatching(/^2021-03-10T/),
    });
    expect(catalogue.search('CP9654')[0]?.wire.sku).toBe('CP9654');
  });

  test('some slugs cannot be built from the code', () => {
    const odd = catalogue.items.filter((item) => !item.catalogId.endsWith(item.entry.code.toLowerCase()));
    expect(odd.length).toBeGreaterThanOrEqual(4);
    expect(odd.some((item) => /[0-9a-f]{4}-[0-9a-f]{12}$/.test(item.catalogId))).toBe(true);
  });

  test('some need pictures, some cannot be listed, some retail prices and dates are unknown', () => {
    const wires = catalogue.items.map((item) => item.wire);
    expect(wires.filter((wire) => wire.requires_listing_pictures).length).toBeGreaterThanOrEqual(2);
    expect(wires.filter((wire) => !wire.resellable).length).toBeGreaterThanOrEqual(2);
    expect(wires.some((wire) => wire.retail_price_cents === '0')).toBe(true);
    expect(wires.some((wire) => wire.release_date === '')).toBe(true);
  });

  test("children's sizes start again at 1, so they are not sorted", () => {
    const values = catalogue.search('CW1590-100')[0]?.wire.allowed_sizes.map((size) => size.value) ?? [];
    expect(values.slice(0, 2)).toEqual([10.5, 11]);
    expect(values).toContain(1);
    expect(values).not.toEqual(values.toSorted((a, b) => a - b));
  });
});

describe('the search', () => {
  test.each(['DD1391-100', 'DD1391 100', 'dd1391100'])('finds a code written as %s first', (query) => {
    expect(found(query)[0]).toBe('DD1391-100');
  });

  test('is fuzzy', () => {
    expect(found('dunk low black white')).toEqual(expect.arrayContaining(['DD1391-100', 'DD1503-101', 'CW1590-100']));
  });

  test.each(['zzzz-no-such-shoe-0000', '315122-111/CW2288-111', '---'])('finds nothing for %s', (query) => {
    expect(found(query)).toEqual([]);
  });
});
