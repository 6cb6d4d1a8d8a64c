import { expect, test, vi } from 'vitest';
import type { AlertOptions, AlertTrigger } from '@/lib/domain/alerts/alert';
import { USUAL_OPTIONS } from '@/lib/domain/alerts/templates';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import type { AlertStanding } from '@/lib/queries/alert-standing';
import { NOON, usd } from '@/tests/fixtures/builders';
import { alertText, isLive, shortStandingText, standingText, triggerText } from './alert-words';

vi.mock('#i18n', () => import('@/tests/fakes/english'));

test.each<[AlertTrigger, string]>([
  [{ kind: 'ask-at-or-below', price: usd(98) }, 'the lowest ask is at or below $98'],
  [
    { kind: 'net-at-or-above', profit: usd(20) },
    "buying at the lowest ask and selling at the last sale's price brings +$20 or more after all fees",
  ],
  [
    { kind: 'roi-at-or-above', basisPoints: 1250 },
    "buying at the lowest ask and selling at the last sale's price returns 12.5 % or more",
  ],
  [{ kind: 'drop', basisPoints: 1500, hours: 24 }, 'the lowest ask falls by 15 % or more within 24 hours'],
  [{ kind: 'under-median', basisPoints: 1000 }, 'the lowest ask is 10 % or more under the median sale of 30 days'],
  [{ kind: 'offer-at-or-above', price: usd(70.5) }, 'the highest offer is at or above $70.50'],
  [{ kind: 'sales-per-week-above', count: 1200 }, 'more than 1,200 pairs sell a week'],
  [{ kind: 'few-sizes-left', count: 3 }, '3 sizes or fewer have an ask'],
  [{ kind: 'sold-at-or-below', price: usd(90) }, 'a pair is sold at or below $90'],
  [{ kind: 'release-tomorrow' }, 'its release is tomorrow'],
])('%j', (trigger, words) => expect(triggerText(trigger)).toBe(words));

test.each<[Partial<AlertOptions>, string]>([
  [{ confirm: false, rearmMinutes: null }, 'It rings once.'],
  [{ confirm: false, rearmMinutes: 0 }, 'It can ring again after it was not so in between.'],
  [
    { confirm: true, rearmMinutes: 720 },
    'It waits for a second reading that says the same. ' +
      'It can ring again after it was not so in between, 12 h later at the earliest.',
  ],
])('all of what it will do: %j', (options, words) =>
  expect(alertText({ kind: 'release-tomorrow' }, { ...USUAL_OPTIONS, ...options })).toBe(
    `Rings when its release is tomorrow. ${words}`,
  ),
);

const FAR = shiftInstant(NOON, -20 * DAY_MS);

test.each<[AlertStanding, string, string, boolean]>([
  [{ kind: 'off' }, 'off', 'off', false],
  [{ kind: 'expired', at: FAR }, 'ended 10 Feb 2026', 'ended', false],
  [{ kind: 'done', rangAt: FAR }, 'rang 10 Feb 2026 and is done', 'rang', false],
  [{ kind: 'snoozed', until: FAR }, 'silent until 10 Feb 2026', 'silent', true],
  [{ kind: 'rang', rangAt: FAR, rearmsAt: FAR }, 'rang 10 Feb 2026; waits until it is not so any more', 'rang', true],
  [{ kind: 'resting', rangAt: FAR, rearmsAt: FAR }, 'rang 10 Feb 2026; armed again 10 Feb 2026', 'rang', true],
  [{ kind: 'confirming', since: FAR }, 'true once; the next reading decides', 'true once', true],
  [{ kind: 'armed', lookedAt: FAR }, 'armed', 'armed', true],
  [{ kind: 'armed', lookedAt: null }, 'armed; not looked at yet', 'armed', true],
])('how it stands: %j', (standing, words, short, live) =>
  expect([standingText(standing, NOON), shortStandingText(standing), isLive(standing)]).toEqual([words, short, live]),
);
