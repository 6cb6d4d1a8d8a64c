import { splitByWeight } from '@/lib/domain/imports/split-evenly';
import type { Money } from '@/lib/domain/money/money';
import type { Sold } from './depop';

/**
 * Articles sold together may each repeat the bundle's own total and fees. Where the prices add up to that total, the fees are
 * shared among them instead of being taken from each.
 */
export function withSharedBundles(sold: readonly Sold[]): readonly Sold[] {
  const bundles = new Map<string, Sold[]>();
  for (const each of sold) {
    if (each.bundle !== null) bundles.set(each.bundle, [...(bundles.get(each.bundle) ?? []), each]);
  }
  const shared = new Map<Sold, Sold>();
  for (const rows of bundles.values()) {
    if (repeatsTotal(rows)) for (const [nth, row] of rows.entries()) shared.set(row, shareOf(rows, row, nth));
  }
  return sold.map((each) => shared.get(each) ?? each);
}

function repeatsTotal(rows: readonly Sold[]): boolean {
  const [first] = rows;
  const total = first?.total;
  if (rows.length < 2 || first === undefined || total == null) return false;
  const same = rows.every(
    (row) => row.total?.minor === total.minor && JSON.stringify(row.draft.told) === JSON.stringify(first.draft.told),
  );
  const prices = rows.reduce((all, { draft }) => all + draft.price.minor, 0);
  return same && prices > total.minor / 2 && total.minor > first.draft.price.minor;
}

function shareOf(rows: readonly Sold[], row: Sold, nth: number): Sold {
  const weights = rows.map(({ draft }) => Math.max(0, draft.price.minor));
  const told = Object.fromEntries(
    Object.entries(row.draft.told ?? {}).map(([kind, part]) => [
      kind,
      part === null || part === undefined ? null : (splitByWeight(part, weights)[nth] ?? null),
    ]),
  );
  const share = (amount: Money | null) => (amount === null ? null : (splitByWeight(amount, weights)[nth] ?? null));
  return { ...row, refunded: share(row.refunded), returned: share(row.returned), draft: { ...row.draft, told } };
}
