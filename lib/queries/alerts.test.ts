import { describe, expect, test } from 'vitest';
import type { AlertEventRow, AlertRow } from '@/lib/db/watching-rows';
import { NEW_ALERT_STATE, type AlertState } from '@/lib/domain/alerts/alert';
import { HOUR_MS, MINUTE_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { makeAlertEvent, makeAlertRow, PANDA } from '@/tests/fixtures/alerts-bench';
import { makeProduct, NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { alertHistory } from './alert-events';
import { standingOf } from './alert-standing';
import { alertsOfProduct, listAlerts } from './alerts';

const at = (minutes: number): Instant => shiftInstant(NOON, minutes * MINUTE_MS);
const state = (given: Partial<AlertState>): Partial<AlertRow> => ({ state: { ...NEW_ALERT_STATE, ...given } });

// It rests an hour after it rang.
test.each<[string, Parameters<typeof makeAlertRow>[0], object]>([
  ['armed', state({ lookedAt: at(-5) }), { kind: 'armed', lookedAt: at(-5) }],
  ['off', { enabled: false }, { kind: 'off' }],
  ['expired', { options: { expiresAt: NOON } }, { kind: 'expired', at: NOON }],
  ['snoozed', state({ snoozedUntil: at(1) }), { kind: 'snoozed', until: at(1) }],
  ['no longer snoozed', state({ snoozedUntil: NOON }), { kind: 'armed' }],
  [
    'waiting for its confirmation',
    { ...state({ trueSince: at(-5) }), options: { confirm: true } },
    { kind: 'confirming', since: at(-5) },
  ],
  ['rung and still so', state({ rangAt: at(-5), isArmed: false }), { kind: 'rang', rearmsAt: at(55) }],
  ['rung and over, at rest', state({ rangAt: at(-5) }), { kind: 'resting', rearmsAt: at(55) }],
  ['rung and over long since', state({ rangAt: at(-60) }), { kind: 'armed' }],
  ['done', { ...state({ rangAt: at(-60) }), options: { rearmMinutes: null } }, { kind: 'done', rangAt: at(-60) }],
])('%s', (_, given, standing) => expect(standingOf(makeAlertRow(given), NOON)).toMatchObject(standing));

test('alerts by what they are on, without those that were taken away', async () => {
  const db = makeDatabase();
  await db.alerts.bulkAdd([
    makeAlertRow({ id: 'newer', createdAt: at(1) }),
    makeAlertRow({ id: 'older', createdAt: NOON }),
    makeAlertRow({ id: 'gone', deletedAt: NOON }),
    makeAlertRow({ id: 'other', itemId: 'other', usSize: 11, createdAt: at(2) }),
  ]);
  const found = await listAlerts(db, ['item', 'item', 'none'], NOON);
  expect([...found].map(([item, alerts]) => [item, alerts.map(({ alert }) => alert.id)])).toEqual([
    ['item', ['older', 'newer']],
  ]);
  expect((await alertsOfProduct(db, PANDA, NOON)).map(({ alert }) => alert.id)).toEqual(['older', 'newer', 'other']);
});

describe('what rang', () => {
  const event = (id: string, given: Partial<AlertEventRow> = {}) => makeAlertEvent({ id, at: NOON, ...given });
  const ALL = { kind: null, unseen: false, catalogId: null, after: null, limit: 2 } as const;

  test('comes newest first, page by page, each once, also of one moment', async () => {
    const db = makeDatabase();
    const events = ['a', 'b', 'c', 'd'].map((id) => event(id));
    await db.alertEvents.bulkAdd([...events, event('e', { at: shiftInstant(NOON, HOUR_MS) })]);
    const pages: string[][] = [];
    let after: Parameters<typeof alertHistory>[1]['after'] = null;
    do {
      const page = await alertHistory(db, { ...ALL, after });
      pages.push(page.events.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(pages).toEqual([['e', 'd'], ['c', 'b'], ['a']]);
  });

  test('by kind, by product, and what nobody has seen', async () => {
    const db = makeDatabase();
    await db.alertEvents.bulkAdd([
      event('drop'),
      event('seen', { seen: true }),
      event('ask', { kind: 'ask-at-or-below' }),
      event('other', { catalogId: 'other' }),
    ]);
    const ids = async (given: object) =>
      (await alertHistory(db, { ...ALL, limit: 10, ...given })).events.map(({ id }) => id).toSorted();
    expect(await ids({ kind: 'ask-at-or-below' })).toEqual(['ask']);
    expect(await ids({ unseen: true })).toEqual(['ask', 'drop', 'other']);
    expect(await ids({ catalogId: 'other' })).toEqual(['other']);
  });

  test('with the product as the catalogue names it now, where it was read', async () => {
    const db = makeDatabase();
    await db.products.add(makeProduct({ catalogId: PANDA }));
    await db.alertEvents.bulkAdd([event('a'), event('b', { catalogId: 'unread' }), event('c', { catalogId: null })]);
    const { events } = await alertHistory(db, { ...ALL, limit: 10 });
    expect(events.map(({ product }) => product?.name ?? null)).toEqual([null, null, 'Dunk Low Panda']);
  });
});
