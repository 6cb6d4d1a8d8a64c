import type { Pair } from '@/lib/domain/inventory/pair';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { createTally, type PnlTotals, type Tally } from '@/lib/domain/pnl/pnl-totals';
import { turnoverOf, type Turnover } from '@/lib/domain/pnl/turnover';
import type { Sale } from '@/lib/domain/sales/sale';
import { DAY_MS, type Instant } from '@/lib/domain/time/instant';
import type { OffsetAt } from '@/lib/domain/time/period';
import { SALE_GROUPS, saleKey, type Catalogue, type SaleGroup } from './sale-groups';
import { TIME_GROUPS, type TimeGroup, timeKey } from './time-key';

/** What lines can be gathered by. Of a sale with several tags each one counts it. */
export const PNL_GROUPS = [...TIME_GROUPS, ...SALE_GROUPS, 'tag'] as const;

export type PnlGroupKind = (typeof PNL_GROUPS)[number];

export interface PnlGroup {
  /** `2026-03`, `2026-Q1`, the Monday of a week, the brand, the style code, …; empty: none is known. */
  readonly key: string;
  /** What it is called where the key alone does not say it: the model of a style code. */
  readonly name: string | null;
  readonly totals: PnlTotals;
  readonly turnover: Turnover | null;
}

/** What a sale is gathered by: the same words group it and find it again. */
export interface Grouping {
  readonly kind: PnlGroupKind;
  keysOf(sale: Sale, pair: Pair | null, at: Instant): readonly string[];
}

/** @param catalogue needed for style and size alone */
export function groupingOf(kind: PnlGroupKind, catalogue: Catalogue, offsetAt: OffsetAt): Grouping {
  if (kind === 'tag') return { kind, keysOf: (_sale, pair) => (pair?.tags.length ? pair.tags : NO_TAG) };
  if (isTime(kind)) {
    const known = new Map<number, readonly string[]>();
    return { kind, keysOf: (_sale, _pair, at) => dayKeys(known, kind, Math.floor((at + offsetAt(at)) / DAY_MS)) };
  }
  return { kind, keysOf: createSaleKeys(kind, catalogue) };
}

const NO_TAG: readonly string[] = [''];

function isTime(kind: PnlGroupKind): kind is TimeGroup {
  return (TIME_GROUPS as readonly string[]).includes(kind);
}

/** Thousands of sales are of the same few days: each is written out once. */
function dayKeys(known: Map<number, readonly string[]>, kind: TimeGroup, day: number): readonly string[] {
  const before = known.get(day);
  if (before !== undefined) return before;
  const keys = [timeKey(kind, day)];
  known.set(day, keys);
  return keys;
}

/** Thousands of sales are of the same few shoes: what they are called is made once for each. */
function createSaleKeys(kind: SaleGroup, catalogue: Catalogue): (sale: Sale) => readonly string[] {
  const known = new Map<string, Map<string | number, readonly string[]>>();
  return (sale) => {
    const outer = kind === 'brand' ? sale.brand : kind === 'platform' ? sale.marketplace : sale.catalogId;
    const inner = kind === 'size' ? sale.sizeValue : kind === 'style' ? sale.rawSku : '';
    let same = known.get(outer);
    if (same === undefined) {
      same = new Map();
      known.set(outer, same);
    }
    const before = same.get(inner);
    if (before !== undefined) return before;
    const keys = [saleKey(sale, kind, catalogue)];
    same.set(inner, keys);
    return keys;
  };
}

/** A group while lines are added to it. */
export interface GrowingGroup {
  readonly name: string | null;
  readonly tally: Tally;
  readonly days: number[];
}

/** Groups that come to be as lines of theirs are met; save for tags, together they hold every sale once. */
export interface GrowingGroups {
  readonly kind: PnlGroupKind;
  of(sale: Sale, pair: Pair | null, at: Instant): readonly GrowingGroup[];
  /** Times with the oldest first, others with the highest revenue first. */
  made(): readonly PnlGroup[];
}

export function growGroups(grouping: Grouping, currency: CurrencyCode): GrowingGroups {
  const { kind } = grouping;
  const groups = new Map<string, GrowingGroup>();
  // A grouping gives the same keys for what is alike: then neither keys nor groups are looked for again.
  const known = new Map<readonly string[], readonly GrowingGroup[]>();
  const groupOf = (key: string, sale: Sale): GrowingGroup => {
    let group = groups.get(key);
    if (group === undefined) {
      group = { name: kind === 'style' ? sale.name : null, tally: createTally(currency), days: [] };
      groups.set(key, group);
    }
    return group;
  };
  return {
    kind,
    of(sale, pair, at) {
      const keys = grouping.keysOf(sale, pair, at);
      let found = known.get(keys);
      if (found === undefined) {
        found = keys.map((key) => groupOf(key, sale));
        if (kind !== 'tag') known.set(keys, found);
      }
      return found;
    },
    made() {
      const made = [...groups].map(([key, { name, tally, days }]): PnlGroup => {
        return { key, name, totals: tally.totals(), turnover: turnoverOf(days) };
      });
      return isTime(kind) ? made.toSorted((a, b) => (a.key < b.key ? -1 : 1)) : byRevenue(made);
    },
  };
}

const byName = new Intl.Collator('en');

function byRevenue(groups: readonly PnlGroup[]): readonly PnlGroup[] {
  return groups.toSorted(
    (a, b) => b.totals.complete.revenue.minor - a.totals.complete.revenue.minor || byName.compare(a.key, b.key),
  );
}
