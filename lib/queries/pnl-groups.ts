import type { Pair } from '@/lib/domain/inventory/pair';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { createTally, type PnlTotals, type ReportRows, type Tally } from '@/lib/domain/pnl/pnl-report';
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

/** Whole days from purchase to sale of each line; null where a day is not known. */
export function daysOfLines({ report, pairs }: ReportRows): readonly (number | null)[] {
  return report.lines.map(({ soldAt }, nth) => daysToSell(pairs[nth] ?? null, soldAt));
}

export interface GroupedRows extends ReportRows {
  /** As `daysOfLines` has them. */
  readonly days: readonly (number | null)[];
  readonly pairOf: ReadonlyMap<string, Pair>;
}

interface Growing {
  readonly name: string | null;
  readonly tally: Tally;
  readonly days: number[];
}

function emptyGroup(name: string | null, currency: CurrencyCode): Growing {
  return { name, tally: createTally(currency), days: [] };
}

/** One tally per key, made in one walk through the lines; save for tags, together they hold every sale once. */
export function groupLines(rows: GroupedRows, grouping: Grouping): readonly PnlGroup[] {
  const { report, sales, pairs, days } = rows;
  const groups = new Map<string, Growing>();
  const groupOf = (key: string, sale: Sale): Growing => {
    const known = groups.get(key);
    if (known !== undefined) return known;
    const name = grouping.kind === 'style' ? sale.name : null;
    const made = emptyGroup(name, report.currency);
    groups.set(key, made);
    return made;
  };
  report.lines.forEach((line, nth) => {
    const sale = sales[nth];
    if (sale === undefined) return;
    const took = days[nth] ?? null;
    for (const key of grouping.keysOf(sale, pairs[nth] ?? null, line.at)) {
      const group = groupOf(key, sale);
      group.tally.addLine(line);
      if (took !== null) group.days.push(took);
    }
  });
  report.excluded.forEach((excluded, nth) => {
    const sale = rows.excludedSales[nth];
    if (sale === undefined) return;
    for (const key of grouping.keysOf(sale, rows.pairOf.get(sale.pairId) ?? null, excluded.at))
      groupOf(key, sale).tally.addExcluded(excluded);
  });
  const made = [...groups].map(([key, { name, tally, days: took }]) => {
    return { key, name, totals: tally.totals(), turnover: turnoverOf(took) };
  });
  return isTime(grouping.kind) ? made.toSorted((a, b) => (a.key < b.key ? -1 : 1)) : byRevenue(made);
}

/** null when a day is not known, or the purchase is said to have been later. */
function daysToSell(pair: Pair | null, soldAt: Instant): number | null {
  const boughtAt = pair?.boughtAt ?? null;
  return boughtAt === null || boughtAt > soldAt ? null : Math.floor((soldAt - boughtAt) / DAY_MS);
}

const byName = new Intl.Collator('en');

function byRevenue(groups: readonly PnlGroup[]): readonly PnlGroup[] {
  return groups.toSorted(
    (a, b) => b.totals.complete.revenue.minor - a.totals.complete.revenue.minor || byName.compare(a.key, b.key),
  );
}
