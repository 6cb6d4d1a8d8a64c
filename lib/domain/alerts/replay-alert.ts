import type { SalesGap } from '../market/weekly-volume';
import { HOUR_MS, shiftInstant, type Instant } from '../time/instant';
import { startOfDay } from '../time/period';
import { NEW_ALERT_STATE, type AlertOptions, type AlertState, type AlertTrigger } from './alert';
import type { AlertFacts } from './alert-facts';
import type { AskFrom, SoldPair } from './alert-reading';
import { decideAlert, type AlertHold } from './decide-alert';
import { lowestOf, readingOf, type AlertGround, type ProductMarket, type SizeFrom } from './product-market';

export interface Replay {
  readonly usSize: number | null;
  readonly trigger: AlertTrigger;
  readonly options: AlertOptions;
  /** Prices of all sizes that matter, oldest first, each row standing until the next one of its size. */
  readonly prices: readonly SizeFrom[];
  /** By US size. */
  readonly sales: ReadonlyMap<number, readonly SoldPair[]>;
  /** By US size, where sales of it may have been missed. */
  readonly gaps: ReadonlyMap<number, readonly SalesGap[]>;
  readonly from: Instant;
  readonly until: Instant;
  readonly ground: Pick<AlertGround, 'fees' | 'buying' | 'rates' | 'offsetAt'>;
  /** Alerts one watched thing may ring a day. */
  readonly mostPerDay: number;
}

export interface Replayed {
  /** When it would have rung, with what it would have told; oldest first. */
  readonly rings: readonly AlertFacts[];
  /** Moments at which it could be told whether it was so; none: nothing can be said. */
  readonly known: number;
  /** Of the moments at which it could not, the reason that came most often. */
  readonly gap: AlertHold | null;
}

/** Between two changes the market was read about so often. */
const STEP_MS = HOUR_MS;

const KNOWN: ReadonlySet<AlertHold> = new Set([
  'not-true',
  'unconfirmed',
  'rung-once',
  'rung-before',
  'resting',
  'snoozed',
  'capped',
]);

/**
 * Goes through stored history as if it were read again, once an hour and whenever something changed, and decides each
 * time as the alert itself would: the same function, the same state from moment to moment.
 */
export function replayAlert(replay: Replay): Replayed {
  const { trigger, usSize, options, ground, prices, from } = replay;
  const rings: AlertFacts[] = [];
  const gaps = new Map<AlertHold, number>();
  const standing = new Map<number, SizeFrom>();
  const asks: AskFrom[] = [];
  let state: AlertState = NEW_ALERT_STATE;
  let known = 0;
  let nth = 0;
  for (const at of moments(replay)) {
    for (let row = prices[nth]; row !== undefined && row.at <= at; row = prices[(nth += 1)])
      standing.set(row.usSize, row);
    const sizes = [...standing.values()];
    asks.push({ at, ask: lowestOf(sizes, usSize) });
    const day = startOfDay(at, ground.offsetAt);
    const rung = rings.filter(({ readAt }) => readAt >= day).length;
    const reading = readingOf({ trigger, usSize }, marketAt(at, sizes, replay), {
      ...ground,
      asks,
      today: { ofAlert: rung, ofItem: rung, most: replay.mostPerDay },
    });
    const decision = decideAlert({ enabled: true, trigger, options, state, createdAt: from }, reading, at);
    ({ state } = decision);
    if (decision.kind === 'ring') rings.push(decision.facts);
    if (decision.kind === 'ring' || KNOWN.has(decision.reason)) known += 1;
    else gaps.set(decision.reason, (gaps.get(decision.reason) ?? 0) + 1);
  }
  return { rings, known, gap: [...gaps].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null };
}

function moments({ prices, sales, from, until }: Replay): readonly Instant[] {
  const steps = Math.floor((until - from) / STEP_MS);
  const grid = Array.from({ length: steps + 1 }, (_, nth) => shiftInstant(from, nth * STEP_MS));
  const changes = [...prices.map(({ at }) => at), ...[...sales.values()].flatMap((rows) => rows.map(({ at }) => at))];
  const all = [...grid, ...changes, until].filter((at) => at >= from && at <= until);
  return [...new Set(all)].toSorted((a, b) => a - b);
}

/** As it would have been read then: what was sold later is not known yet. */
function marketAt(
  at: Instant,
  sizes: readonly SizeFrom[],
  { sales, gaps }: Pick<Replay, 'sales' | 'gaps'>,
): ProductMarket {
  const seen = [...sales].map(
    ([size, rows]) =>
      [size, rows.filter((sale) => sale.at <= at).map((sale) => ({ ...sale, seenAt: sale.at }))] as const,
  );
  const ends = [...gaps].flatMap(([size, rows]) => {
    const passed = rows.flatMap(({ until }) => (until <= at ? [until] : []));
    return passed.length === 0 ? [] : [[size, Math.max(...passed) as Instant] as const];
  });
  return {
    pricesReadAt: sizes.length === 0 ? null : at,
    sizes,
    sales: new Map(seen),
    salesReadAt: new Map([...sales.keys()].map((size) => [size, at])),
    salesSince: new Map(ends),
    releaseDate: null,
  };
}
