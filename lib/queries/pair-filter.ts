import type { PairStatus } from '@/lib/domain/inventory/pair';
import type { Condition } from '@/lib/domain/listings/listing';
import { createPreparedMatcher } from './match-text';
import { daysHeld, isHeld, type PairEntry } from './pair-entry';

/** Bands of days in stock; a day on the border belongs to the younger band. */
export const AGE_BANDS = ['0-30', '30-90', '90-180', '180+'] as const;

export type AgeBand = (typeof AGE_BANDS)[number];

/** `gain` includes breaking even. */
export const PROFIT_KINDS = ['loss', 'gain', 'unknown'] as const;

export type ProfitKind = (typeof PROFIT_KINDS)[number];

/** Days in stock after which a pair that is still the seller's counts as stale. */
export const STALE_AFTER_DAYS = 90;

/** What a list is narrowed to. Within one field any value may fit, across fields all must; a field left out says nothing. */
export interface PairFilter {
  readonly search?: string;
  readonly statuses?: readonly PairStatus[];
  readonly brands?: readonly string[];
  /** As `PairEntry.sizeText`. */
  readonly sizes?: readonly string[];
  readonly ages?: readonly AgeBand[];
  readonly profits?: readonly ProfitKind[];
  /** Minor units of the display currency, both ends included; a pair whose profit is not known is outside of any range. */
  readonly profitFrom?: number;
  readonly profitTo?: number;
  readonly missingCost?: boolean;
  /** Held for more than `STALE_AFTER_DAYS`. */
  readonly stale?: boolean;
  readonly tags?: readonly string[];
  readonly locations?: readonly string[];
  readonly suppliers?: readonly string[];
  readonly conditions?: readonly Condition[];
}

/** Profit of a pair in minor units of the display currency; null when it is not known. */
export type ProfitLookup = (id: string) => number | null;

type Test = (entry: PairEntry) => boolean;

/** @param profitOf asked only when the filter narrows by profit */
export function createPairFilter(filter: PairFilter, now: number, profitOf: ProfitLookup): Test {
  const tests = [
    anyOf(filter.statuses, (entry) => entry.status),
    anyOf(filter.brands, (entry) => entry.brand),
    anyOf(filter.sizes, (entry) => entry.sizeText),
    anyOf(filter.locations, (entry) => entry.location),
    anyOf(filter.suppliers, (entry) => entry.supplier),
    anyOf(filter.conditions, (entry) => entry.condition),
    anyOf(filter.ages, (entry) => bandOf(daysHeld(entry, now))),
    anyOf(filter.profits, (entry) => kindOf(profitOf(entry.id))),
    rangeTest(filter, profitOf),
    filter.missingCost === true ? (entry: PairEntry) => entry.missingCost : null,
    filter.stale === true ? (entry: PairEntry) => isStale(entry, now) : null,
    tagTest(filter.tags),
    textTest(filter.search),
  ].filter((test) => test !== null);
  return (entry) => tests.every((test) => test(entry));
}

/** Whether the filter can only be answered once profits are known. */
export function asksForProfit({ profits, profitFrom, profitTo }: PairFilter): boolean {
  return (profits ?? []).length > 0 || profitFrom !== undefined || profitTo !== undefined;
}

export function isStale(entry: PairEntry, now: number): boolean {
  return isHeld(entry.status) && (daysHeld(entry, now) ?? 0) > STALE_AFTER_DAYS;
}

function anyOf<V>(wanted: readonly V[] | undefined, valueOf: (entry: PairEntry) => V | null): Test | null {
  if (wanted === undefined || wanted.length === 0) return null;
  const set = new Set(wanted);
  return (entry) => {
    const value = valueOf(entry);
    return value !== null && set.has(value);
  };
}

function bandOf(days: number | null): AgeBand | null {
  if (days === null) return null;
  if (days <= 30) return '0-30';
  if (days <= 90) return '30-90';
  return days <= 180 ? '90-180' : '180+';
}

function kindOf(profit: number | null): ProfitKind {
  if (profit === null) return 'unknown';
  return profit < 0 ? 'loss' : 'gain';
}

function rangeTest({ profitFrom, profitTo }: PairFilter, profitOf: ProfitLookup): Test | null {
  if (profitFrom === undefined && profitTo === undefined) return null;
  const [from, to] = [profitFrom ?? Number.NEGATIVE_INFINITY, profitTo ?? Number.POSITIVE_INFINITY];
  return (entry) => {
    const profit = profitOf(entry.id);
    return profit !== null && profit >= from && profit <= to;
  };
}

function tagTest(tags: readonly string[] | undefined): Test | null {
  if (tags === undefined || tags.length === 0) return null;
  return (entry) => entry.tags.some((tag) => tags.includes(tag));
}

function textTest(search: string | undefined): Test | null {
  return search === undefined || search.trim() === '' ? null : createPreparedMatcher(search);
}
