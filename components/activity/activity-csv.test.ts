import { expect, test } from 'vitest';
import type { Decision } from '@/lib/domain/repricing/decision';
import type { ActivityEntry, ActivityHold } from '@/lib/queries/activity-log';
import { makeListing, makeWrite, NOON, usd } from '@/tests/fixtures/builders';
import { CHANGE, HOLD, makeDecision, makeRun, NOTHING_SEEN } from '@/tests/fixtures/decisions';
import { activityCsv } from './activity-csv';

const TIME = '2026-03-02T12:00:00.000Z';
const listing = makeListing({ id: 'a', externalId: 'L-a' });
const NAMED = {
  listing,
  name: 'Dunk Low, "Panda"',
  brand: 'Nike',
  code: 'DD1391-100',
  size: listing.size,
  run: null,
  pictureUrl: null,
  pair: null,
} as const;

function hold(decision: Decision, named: ActivityHold['named'] = NAMED): ActivityHold {
  const seen = { ...NOTHING_SEEN, lowestAsk: usd(98), lastSale: usd(99.5) };
  return { row: makeDecision(decision, { id: 'd', listingId: 'a', seen }), named };
}

const RUN = makeRun({ stopped: 'too-many-moves' });

/** The lines of the file as columns by name; empty ones left out. */
function linesOf(...entries: ActivityEntry[]) {
  const text = activityCsv({ entries, truncated: false, rules: new Map([['rule', 'A dollar below']]) });
  const [head = '', ...rows] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
  const names = head.split(',');
  return rows.map((row) => {
    // Quoted cells hold commas and doubled quotes.
    const cells = [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
      cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
    );
    return Object.fromEntries(names.flatMap((name, nth) => (cells[nth] ? [[name, cells[nth]]] : [])));
  });
}

const AT = { id: 'entry', at: NOON } as const;

test('a change tells what it decided, what it saw and what came of it', () => {
  const write = makeWrite({
    state: 'rejected',
    runId: 'run',
    problem: { code: 'refused', message: 'alias said no' } as never,
  });
  expect(linesOf({ ...AT, kind: 'changes', ...hold(CHANGE), write })).toEqual([
    {
      time: TIME,
      kind: 'change',
      what: 'decision',
      listing: 'L-a',
      product: 'Dunk Low, "Panda"',
      style_code: 'DD1391-100',
      size: 'US 10',
      rule: 'A dollar below',
      run: 'run',
      from: '120.00',
      to: '97.00',
      currency: 'USD',
      reason: 'strategy',
      floor: '80.00',
      ceiling: '150.00',
      lowest_ask: '98.00',
      last_sale: '99.50',
      market_read_at: TIME,
      state: 'rejected',
      problem: 'refused: alias said no',
    },
  ]);
});

test('each hold of a group is a line of its own; a listing that is gone keeps its id', () => {
  const lines = linesOf({
    ...AT,
    kind: 'holds',
    runId: 'run',
    reason: 'cost-unknown',
    rows: [hold(HOLD), hold(HOLD, null)],
  });
  expect(lines.map(({ kind, reason, listing: whose, floor }) => ({ kind, reason, whose, floor }))).toEqual([
    { kind: 'hold', reason: 'cost-unknown', whose: 'L-a', floor: undefined },
    { kind: 'hold', reason: 'cost-unknown', whose: 'a', floor: undefined },
  ]);
});

test('runs, writes by hand and the switch have their lines', () => {
  const row = {
    id: 's',
    at: NOON,
    kind: 'repricing/mode',
    by: 'user',
    entity: null,
    summary: 'Repricing paused',
    facts: {},
  };
  const lines = linesOf(
    { ...AT, kind: 'runs', run: RUN, canUndo: true, backLater: 0 },
    { ...AT, kind: 'writes', write: makeWrite({ state: 'confirmed' }), named: NAMED },
    { ...AT, kind: 'switch', row: row as never },
  );
  expect(lines).toEqual([
    { time: TIME, kind: 'run', what: 'live: 1 changes, 2 holds', run: 'run', problem: 'too-many-moves' },
    {
      time: TIME,
      kind: 'write',
      what: 'listing/price',
      listing: 'L-a',
      product: 'Dunk Low, "Panda"',
      style_code: 'DD1391-100',
      size: 'US 10',
      from: '120.00',
      to: '115.00',
      currency: 'USD',
      state: 'confirmed',
    },
    { time: TIME, kind: 'switch', what: 'Repricing paused' },
  ]);
});
