import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeOrder } from '@/tests/fixtures/builders';
import { HOUR_MS, instant, MINUTE_MS } from '../time/instant';
import { decideReminder, reminderId } from './decide-reminder';
import { decideRinging, NOTICE_KINDS, noticeKind, type NoticeSettings } from './decide-ringing';
import { isQuiet } from './quiet-hours';

const ALL_ON: NoticeSettings = {
  sales: true,
  deadlines: true,
  targets: true,
  releases: true,
  trouble: true,
  quietHours: null,
};
const utc = () => 0;
const at = (hours: number, minutes = 0) => instant(Date.UTC(2026, 2, 2, hours, minutes));
const NIGHT = { from: 22 * 60, to: 8 * 60 };

describe('quiet hours', () => {
  test.each([
    [NIGHT, 21, 59, false],
    [NIGHT, 22, 0, true],
    [NIGHT, 0, 0, true],
    [NIGHT, 7, 59, true],
    [NIGHT, 8, 0, false],
    [{ from: 13 * 60, to: 14 * 60 }, 13, 30, true],
    [{ from: 13 * 60, to: 14 * 60 }, 14, 0, false],
    [{ from: 600, to: 600 }, 10, 0, false],
    [null, 3, 0, false],
  ])('%j at %i:%i: %s', (hours, hour, minute, quiet) => {
    expect(isQuiet(hours, at(hour, minute), utc)).toBe(quiet);
  });

  test('go by the local clock', () => {
    const auckland = () => 13 * HOUR_MS;
    expect(isQuiet(NIGHT, at(10), auckland), '10:00 UTC is 23:00 there').toBe(true);
    expect(
      isQuiet(NIGHT, at(10), () => -5 * HOUR_MS),
      '05:00 in New York',
    ).toBe(true);
    expect(
      isQuiet(NIGHT, at(20), () => -5 * HOUR_MS),
      '15:00 in New York',
    ).toBe(false);
  });
});

describe('ringing', () => {
  const notices = (...ids: string[]) => ids.map((id) => ({ id }));

  test.each([
    ['sold:1', 'sales'],
    ['cancelled:1', 'sales'],
    ['deadline:1:2:day', 'deadlines'],
    ['target:1:2', 'targets'],
    ['token-refused:1', 'trouble'],
    ['trouble:orders:1', 'trouble'],
    ['nonsense', 'trouble'],
    ['__proto__:1', 'trouble'],
  ])('%s is about %s', (id, kind) => expect(noticeKind(id)).toBe(kind));

  test('a few ring one by one', () => {
    const few = notices('sold:1', 'sold:2', 'deadline:1:1:day', 'target:1');
    expect(decideRinging(few, ALL_ON, at(12), utc)).toEqual({ single: few, groups: [], silent: [], later: [] });
  });

  test('many ring once a kind', () => {
    const sales = notices(...Array.from({ length: 9 }, (_, nth) => `sold:${nth}`));
    const deadline = notices('deadline:1:1:day');
    expect(decideRinging([...sales, ...deadline], ALL_ON, at(12), utc)).toMatchObject({
      single: deadline,
      groups: [{ kind: 'sales', notices: sales }],
    });
  });

  test('a kind that is off is silent, also in quiet hours, and never waits for them to end', () => {
    const settings = { ...ALL_ON, targets: false, quietHours: NIGHT };
    expect(decideRinging(notices('target:1', 'sold:1'), settings, at(23), utc)).toEqual({
      single: [],
      groups: [],
      silent: notices('target:1'),
      later: notices('sold:1'),
    });
  });

  test('each notice is in exactly one place, and at most four notifications come of any number', () => {
    const id = fc.constantFrom('sold', 'cancelled', 'deadline', 'target', 'trouble', 'token-refused');
    const settings = fc.record({
      sales: fc.boolean(),
      deadlines: fc.boolean(),
      targets: fc.boolean(),
      releases: fc.boolean(),
      trouble: fc.boolean(),
      quietHours: fc.option(fc.record({ from: fc.nat(1439), to: fc.nat(1439) })),
    });
    fc.assert(
      fc.property(fc.array(id, { maxLength: 30 }), settings, fc.nat(1439), (events, chosen, minute) => {
        const waiting = notices(...events.map((event, nth) => `${event}:${nth}`));
        const ringing = decideRinging(waiting, chosen, instant(minute * MINUTE_MS), utc);
        const { single, groups, silent, later } = ringing;
        const all = [...single, ...groups.flatMap((group) => group.notices), ...silent, ...later];
        expect(all.map((each) => each.id).toSorted()).toEqual(waiting.map((each) => each.id).toSorted());
        expect(single.length + groups.length).toBeLessThanOrEqual(NOTICE_KINDS.length);
        for (const { kind, notices: told } of groups) for (const each of told) expect(noticeKind(each.id)).toBe(kind);
      }),
      { seed: 1 },
    );
  });
});

describe('reminders of deadlines', () => {
  const sold = at(0);
  const order = makeOrder({ status: 'confirmed', fulfillment: null, createdAt: sold, cancelsAt: at(40) });

  test.each([
    [at(15, 59), null],
    [at(16), 'day'],
    [at(36, 59), 'day'],
    [at(37), 'last'],
    [at(39, 59), 'last'],
    [at(40), null],
  ])('at %s: %s', (now, reminder) => expect(decideReminder(order, now)).toBe(reminder));

  test('none right after the sale, which named the deadline itself', () => {
    const late = { ...order, createdAt: at(20) };
    expect(decideReminder(late, at(20, 30))).toBeNull();
    expect(decideReminder(late, at(21))).toBe('day');
    expect(decideReminder({ ...order, createdAt: at(38) }, at(38)), 'but little time is little time').toBe('last');
  });

  test('none for what needs nothing, has no deadline, or is on its way', () => {
    expect(decideReminder({ ...order, cancelsAt: null }, at(30))).toBeNull();
    expect(decideReminder({ ...order, status: 'completed' }, at(30))).toBeNull();
    expect(decideReminder({ ...order, fulfillment: 'seller-shipped' }, at(30))).toBeNull();
  });

  test('a deadline that is moved reminds anew', () => {
    expect(reminderId(order, 'day')).not.toBe(reminderId({ ...order, cancelsAt: at(50) }, 'day'));
  });
});
