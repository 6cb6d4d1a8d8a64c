import type { WatchRow } from './watch-row';

export type WatchSort =
  | 'name'
  | 'ask'
  | 'offer'
  | 'last'
  | 'spread'
  | 'target'
  | 'distance'
  | 'alerts'
  | 'age'
  | 'added';

const byName = new Intl.Collator('en');

const VALUES: Record<Exclude<WatchSort, 'name'>, (row: WatchRow) => number | null> = {
  ask: (row) => row.lowestAsk?.minor ?? null,
  offer: (row) => row.highestOffer?.minor ?? null,
  last: (row) => row.lastSale?.minor ?? null,
  spread: (row) => row.spread?.minor ?? null,
  target: (row) => row.item.targetPrice?.minor ?? null,
  distance: (row) => row.distance,
  alerts: (row) => row.alerts.length || null,
  age: (row) => row.readAt,
  added: (row) => row.item.createdAt,
};

/** What is not known comes last, whichever way round. */
export function watchOrder(by: WatchSort, descending: boolean): (a: WatchRow, b: WatchRow) => number {
  const sign = descending ? -1 : 1;
  const named = (a: WatchRow, b: WatchRow) =>
    byName.compare(a.product?.name ?? a.item.catalogId, b.product?.name ?? b.item.catalogId) ||
    (a.item.usSize ?? 0) - (b.item.usSize ?? 0) ||
    (a.item.id < b.item.id ? -1 : 1);
  if (by === 'name') return (a, b) => sign * named(a, b);
  return (a, b) => {
    const [left, right] = [VALUES[by](a), VALUES[by](b)];
    if (left === right) return named(a, b);
    if (left === null || right === null) return left === null ? 1 : -1;
    return sign * (left - right);
  };
}
