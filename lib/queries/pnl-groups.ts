import type { Pair } from '@/lib/domain/inventory/pair';
import { createTally, type PnlReport, type PnlTotals, type Tally } from '@/lib/domain/pnl/pnl-report';
import { turnoverOf, type Turnover } from '@/lib/domain/pnl/turnover';
import type { Sale } from '@/lib/domain/sales/sale';
import { DAY_MS, type Instant } from '@/lib/domain/time/instant';
import type { OffsetAt } from '@/lib/domain/time/period';
import { SALE_GROUPS, saleKey, type Catalogue, type SaleGroup } from './sale-groups';

const TIME_GROUPS = ['day', 'week', 'month', 'quarter', 'year'] as const;

type TimeGroup = (typeof TIME_GROUPS)[number];

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
  const known = new Map<string, readonly string[]>();
  return { kind, keysOf: (sale) => saleKeys(known, sale, kind, catalogue) };
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

function timeKey(kind: TimeGroup, day: number): string {
  const text = (nth: number) => new Date(nth * DAY_MS).toISOString();
  if (kind === 'day') return text(day).slice(0, 10);
  // 1 January 1970 was a Thursday.
  if (kind === 'week') return text(day - ((day + 3) % 7)).slice(0, 10);
  if (kind === 'month') return text(day).slice(0, 7);
  if (kind === 'year') return text(day).slice(0, 4);
  return `${text(day).slice(0, 4)}-Q${Math.ceil(Number(text(day).slice(5, 7)) / 3)}`;
}

function saleKeys(
  known: Map<string, readonly string[]>,
  sale: Sale,
  kind: SaleGroup,
  catalogue: Catalogue,
): readonly string[] {
  const same =
    kind === 'size'
      ? `${sale.catalogId} ${sale.sizeValue}`
      : kind === 'style'
        ? `${sale.catalogId} ${sale.rawSku}`
        : kind === 'brand'
          ? sale.brand
          : sale.marketplace;
  const before = known.get(same);
  if (before !== undefined) return before;
  const keys = [saleKey(sale, kind, catalogue)];
  known.set(same, keys);
  return keys;
}

export interface GroupedRows {
  readonly report: PnlReport;
  readonly saleOf: ReadonlyMap<string, Sale>;
  readonly pairs: ReadonlyMap<string, Pair>;
}

/** One tally per key, made in one walk through the lines; save for tags, together they hold every sale once. */
export function groupLines({ report, saleOf, pairs }: GroupedRows, grouping: Grouping): readonly PnlGroup[] {
  const groups = new Map<string, { readonly name: string | null; readonly tally: Tally; readonly days: number[] }>();
  const each = (saleId: string, at: Instant, add: (tally: Tally, days: number[], pair: Pair | null) => void): void => {
    const sale = saleOf.get(saleId);
    if (sale === undefined) return;
    const pair = pairs.get(sale.pairId) ?? null;
    for (const key of grouping.keysOf(sale, pair, at)) {
      let group = groups.get(key);
      if (group === undefined) {
        group = { name: grouping.kind === 'style' ? sale.name : null, tally: createTally(report.currency), days: [] };
        groups.set(key, group);
      }
      add(group.tally, group.days, pair);
    }
  };
  for (const line of report.lines)
    each(line.saleId, line.at, (tally, days, pair) => {
      tally.addLine(line);
      const took = daysToSell(pair, line.soldAt);
      if (took !== null) days.push(took);
    });
  for (const sale of report.excluded) each(sale.saleId, sale.at, (tally) => tally.addExcluded(sale));
  const made = [...groups].map(([key, { name, tally, days }]) => {
    return { key, name, totals: tally.totals(), turnover: turnoverOf(days) };
  });
  return isTime(grouping.kind) ? made.toSorted((a, b) => (a.key < b.key ? -1 : 1)) : byRevenue(made);
}

/** Whole days from purchase to sale; null when a day is not known, or the purchase is said to have been later. */
export function daysToSell(pair: Pair | null, soldAt: Instant): number | null {
  if (pair === null || pair.boughtAt === null || pair.boughtAt > soldAt) return null;
  return Math.floor((soldAt - pair.boughtAt) / DAY_MS);
}

const byName = new Intl.Collator('en');

function byRevenue(groups: readonly PnlGroup[]): readonly PnlGroup[] {
  return groups.toSorted(
    (a, b) => b.totals.complete.revenue.minor - a.totals.complete.revenue.minor || byName.compare(a.key, b.key),
  );
}
