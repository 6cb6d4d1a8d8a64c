import type { WatchlistItemRow, WatchlistRow } from '@/lib/db/rows';
import type { AlertEventRow, AlertRow, WatchRequestRow } from '@/lib/db/watching-rows';
import { NEW_ALERT_STATE, type AlertTrigger } from '@/lib/domain/alerts/alert';
import { USUAL_OPTIONS } from '@/lib/domain/alerts/templates';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import { DAY_MS, HOUR_MS, instant, MINUTE_MS, type Instant } from '@/lib/domain/time/instant';
import { usd } from '../../fixtures/builders';

/** Product, size, target in cents, list. */
const WATCHED = [
  ['dd1391-100', 10, 9000, 'steals'],
  ['gw3773', 9, 9500, 'steals'],
  ['m990gl6', null, 15_000, 'steals'],
  ['ie1667', 8.5, null, 'steals'],
  ['dd1391-100', 9.5, null, 'shop'],
  ['gw3773', 10.5, 11_000, 'shop'],
  ['m990gl6', 11, null, 'shop'],
] as const;

const ALERTS: readonly (readonly [item: number, trigger: AlertTrigger, rangHoursAgo: number | null])[] = [
  [0, { kind: 'drop', basisPoints: 1000, hours: 24 }, null],
  [0, { kind: 'under-median', basisPoints: 800 }, 3],
  [1, { kind: 'offer-at-or-above', price: usd(120) }, null],
  [2, { kind: 'few-sizes-left', count: 3 }, 50],
];

const SEARCHED = [
  ['HM9606', 'waiting'],
  ['FQ8138-002', 'found'],
  ['CT8012-047', 'several'],
  ['ZZ0000', 'not-found'],
] as const;

/** Two lists, alerts that rang and wait, and a search under way, by table. */
export function makeWatchList(now: Instant) {
  const stamps = { createdAt: now, updatedAt: now, deletedAt: null };
  const ago = (ms: number) => instant(now - ms);
  const lists = [
    ['steals', 'Steals'],
    ['shop', 'For the shop'],
  ] as const;
  const watchlists = lists.map(([id, name], position): WatchlistRow => ({ ...stamps, id, name, position }));
  const watchlistItems = WATCHED.map(([catalogId, usSize, target, list], index): WatchlistItemRow => ({
    ...stamps,
    id: `watched-${index}`,
    watchlistId: list,
    catalogId,
    usSize,
    targetPrice: target === null ? null : usd(target / 100),
    note: index === 0 ? 'Ana wants two' : '',
    reachedAt: index === 1 ? ago(HOUR_MS) : null,
  }));
  const alerts = ALERTS.map(([item, trigger, hours], index): AlertRow => ({
    ...stamps,
    id: `alert-${index}`,
    itemId: `watched-${item}`,
    catalogId: WATCHED[item]?.[0] ?? '',
    usSize: WATCHED[item]?.[1] ?? null,
    kind: trigger.kind,
    enabled: index !== 2,
    trigger,
    options: USUAL_OPTIONS,
    state: {
      ...NEW_ALERT_STATE,
      lookedAt: ago(9 * MINUTE_MS),
      rangAt: hours === null ? null : ago(hours * HOUR_MS),
      isArmed: hours === null || hours > 24,
    },
  }));
  return { watchlists, watchlistItems, alerts, alertEvents: makeEvents(now), watchRequests: makeSearch(now) };
}

function makeEvents(now: Instant): readonly AlertEventRow[] {
  const told = [
    [
      1,
      'alert-1',
      'under-median',
      20 * MINUTE_MS,
      'Dunk Low Panda US 10: ask $98',
      '$14 under its 30-day median; buying now and selling at last sale nets +$9.',
    ],
    [
      1,
      'watched-1',
      'ask-at-or-below',
      2 * HOUR_MS,
      'Samba OG US 9: ask $94',
      'At your target of $95; buying now and selling at last sale nets +$3.',
    ],
    [2, 'alert-3', 'few-sizes-left', 2 * DAY_MS, '990v6 Grey: 3 sizes left', 'Lowest ask $162.'],
    [0, 'alert-0', 'drop', 6 * DAY_MS, 'Dunk Low Panda US 10: ask $95, down 12 %', 'It was $108 within the last 24 h.'],
  ] as const;
  return told.map(([item, alertId, kind, age, title, message], index) => ({
    id: `event-${index}`,
    alertId,
    itemId: `watched-${item}`,
    catalogId: WATCHED[item][0],
    usSize: WATCHED[item][1],
    kind,
    at: instant(now - age),
    seen: index > 1,
    onBadge: index < 2,
    title,
    message,
    digest: null,
    facts: {},
  }));
}

function makeSearch(now: Instant): readonly WatchRequestRow[] {
  return SEARCHED.map(([code, state], index) => ({
    id: `request-${index}`,
    createdAt: now,
    updatedAt: now,
    watchlistId: 'steals',
    batchId: 'batch',
    text: `${code} 10`,
    styleCode: code as StyleCode,
    usSize: 10,
    targetPrice: null,
    note: '',
    state,
    itemId: null,
    problem: null,
  }));
}
