import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, instant, MINUTE_MS } from '../time/instant';
import type { PricedListing } from './decision';
import { ago, makeListing, makeRule, NOW, usd } from './fake-decision';
import { fitsScope, isOpen, matchRule } from './match-rule';
import type { RuleScope } from './rule';

const EVERYTHING = makeRule().settings.scope;

describe('scope', () => {
  test.each<[Partial<RuleScope>, Partial<PricedListing>, boolean]>([
    [{}, {}, true],
    [{ brands: ['Jordan', ' nike '] }, {}, true],
    [{ brands: ['Jordan'] }, {}, false],
    [{ styleCodes: ['dd1391 100'] }, {}, true],
    [{ styleCodes: ['DD1391-101'] }, {}, false],
    [{ styleCodes: ['DD1391-100'] }, { styleCode: null }, false],
    [{ usSizes: [9.5, 10] }, {}, true],
    [{ usSizes: [9.5] }, {}, false],
    [{ usSizes: [10] }, { usSize: null }, false],
    [{ tags: ['Summer'] }, { tags: ['old', 'summer'] }, true],
    [{ tags: ['summer'] }, {}, false],
    [{ consigned: true }, {}, false],
    [{ consigned: false }, {}, true],
    [{ age: { from: 40, to: null } }, {}, true],
    [{ age: { from: 41, to: null } }, {}, false],
    [{ age: { from: null, to: 40 } }, { listedAt: ago(40, 1439) }, true],
    [{ age: { from: null, to: 39 } }, {}, false],
    [{ price: { from: usd(200), to: usd(200) } }, {}, true],
    [{ price: { from: usd(200.01), to: null } }, {}, false],
    [{ price: { from: null, to: usd(199.99) } }, {}, false],
    [{ price: { from: { ...usd(1), currency: 'EUR' }, to: null } }, {}, false],
    [{ brands: ['Nike'], usSizes: [11] }, {}, false],
  ])('%j for %j: %s', (scope, listing, fits) => {
    expect(fitsScope(makeListing(listing), { ...EVERYTHING, ...scope }, NOW)).toBe(fits);
  });
});

describe('schedule', () => {
  /** Wednesday 4 March 2026, so many minutes after midnight UTC. */
  const at = (minutes: number) => instant(Date.UTC(2026, 2, 4) + minutes * MINUTE_MS);
  const WEDNESDAY = 3;
  test.each<[string, number[], number, number, number, number, boolean]>([
    // weekdays, from, to, minute of that Wednesday in UTC, offset
    ['at its first minute', [WEDNESDAY], 540, 600, 540, 0, true],
    ['before it', [WEDNESDAY], 540, 600, 539, 0, false],
    ['at its end', [WEDNESDAY], 540, 600, 600, 0, false],
    ['on another day', [4], 540, 600, 550, 0, false],
    ['in the seller’s own time', [WEDNESDAY], 540, 600, 550 - 330, 330, true],
    ['which is already tomorrow there', [4], 0, 60, 1439, 60, true],
    ['over midnight, in the evening', [WEDNESDAY], 1320, 360, 1330, 0, true],
    ['over midnight, in the morning after', [2], 1320, 360, 359, 0, true],
    ['over midnight, in the morning of its own day', [WEDNESDAY], 1320, 360, 359, 0, false],
    ['over midnight, when it ends', [2], 1320, 360, 360, 0, false],
  ])('%s', (_, weekdays, fromMinute, toMinute, minute, offset, open) => {
    expect(isOpen({ weekdays, fromMinute, toMinute }, at(minute), offset)).toBe(open);
  });

  test('Saturday night into Sunday', () => {
    const sunday = instant(Date.UTC(2026, 2, 8, 5));
    expect(isOpen({ weekdays: [6], fromMinute: 1320, toMinute: 360 }, sunday, 0)).toBe(true);
  });

  test('none is always open', () => {
    expect(isOpen(null, NOW, 0)).toBe(true);
  });

  test('a week has each minute once', () => {
    for (let hour = 0; hour < 7 * 24; hour += 1) {
      const when = instant(NOW + hour * HOUR_MS);
      const open = [0, 1, 2, 3, 4, 5, 6].filter((day) =>
        isOpen({ weekdays: [day], fromMinute: 1320, toMinute: 1319 }, when, 0),
      );
      expect(open).toHaveLength(1);
    }
    expect(DAY_MS).toBe(24 * HOUR_MS);
  });
});

describe('the rule that decides', () => {
  const rule = (id: string, priority: number, settings: Parameters<typeof makeRule>[0] = {}, enabled = true) =>
    makeRule(settings, { id, priority, enabled });
  const idFor = (...rules: Parameters<typeof matchRule>[1]) => matchRule(makeListing(), rules, NOW, 0)?.id ?? null;
  const nights = { weekdays: [0, 1, 2, 3, 4, 5, 6], fromMinute: 1320, toMinute: 360 };

  test('is the first by priority that is on, fits and is open', () => {
    expect(idFor(rule('b', 2), rule('a', 1))).toBe('a');
    expect(idFor(rule('b', 2), rule('a', 1, {}, false))).toBe('b');
    expect(idFor(rule('b', 2), rule('a', 1, { scope: { ...EVERYTHING, brands: ['Asics'] } }))).toBe('b');
    expect(idFor(rule('b', 2), rule('a', 1, { schedule: nights }))).toBe('b');
  });

  test('of two equal ones the one with the smaller id, in whatever order they come', () => {
    expect(idFor(rule('b', 1), rule('a', 1))).toBe('a');
    expect(idFor(rule('a', 1), rule('b', 1))).toBe('a');
  });

  test('is a closed one when only such fit, so that the hold says so', () => {
    expect(idFor(rule('b', 2, { schedule: nights }), rule('a', 3, { schedule: nights }))).toBe('b');
  });

  test('is none when none fits', () => {
    expect(idFor()).toBeNull();
    expect(idFor(rule('a', 1, {}, false))).toBeNull();
  });
});
