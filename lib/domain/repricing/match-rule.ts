import { styleCodeKey } from '../catalog/style-code';
import type { Money } from '../money/money';
import { DAY_MS, MINUTE_MS, type Instant } from '../time/instant';
import type { PricedListing } from './decision';
import type { RepricingRule, RuleSchedule, RuleScope } from './rule';

/**
 * The rule that decides for a listing: of those that are on and fit it, the one with the lowest `priority` (then the
 * smaller id) whose schedule is open. When only closed ones fit, the first of those, which then holds with `schedule`;
 * null when none fits. The rule of an experiment fits its listings only, so that the others fall to the next rule.
 *
 * @param utcOffsetMinutes from UTC to the seller's own time
 * @param experimentId the running experiment the listing was put into; null: none
 * @example rules "Jordan, nights" (1) and "everything" (2): by day the second decides for a Jordan, at night the first
 */
export function matchRule(
  listing: PricedListing,
  rules: readonly RepricingRule[],
  now: Instant,
  utcOffsetMinutes: number,
  experimentId: string | null = null,
): RepricingRule | null {
  return firstMatch(listing, inOrder(rules), now, utcOffsetMinutes, experimentId);
}

/** The rules that are on, the one that decides first first. */
export function inOrder(rules: readonly RepricingRule[]): readonly RepricingRule[] {
  return rules
    .filter((rule) => rule.enabled)
    .toSorted((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** `matchRule` for rules that are in order already. */
export function firstMatch(
  listing: PricedListing,
  ordered: readonly RepricingRule[],
  now: Instant,
  utcOffsetMinutes: number,
  experimentId: string | null = null,
): RepricingRule | null {
  let closed: RepricingRule | null = null;
  for (const rule of ordered) {
    const { strategy } = rule.settings;
    if (strategy.kind === 'experiment' && strategy.experimentId !== experimentId) continue;
    if (!fitsScope(listing, rule.settings.scope, now)) continue;
    if (isOpen(rule.settings.schedule, now, utcOffsetMinutes)) return rule;
    closed ??= rule;
  }
  return closed;
}

/** Whether a listing is among those a rule is about; all that the scope names must fit. */
export function fitsScope(listing: PricedListing, scope: RuleScope, now: Instant): boolean {
  const names = namesOf(scope);
  if (names.brands.size > 0 && !names.brands.has(plain(listing.brand))) return false;
  if (names.styleCodes.size > 0 && !hasStyle(names.styleCodes, listing.styleCode)) return false;
  if (names.usSizes.size > 0 && (listing.usSize === null || !names.usSizes.has(listing.usSize))) return false;
  if (names.tags.size > 0 && !listing.tags.some((tag) => names.tags.has(plain(tag)))) return false;
  if (scope.consigned !== null && scope.consigned !== listing.consigned) return false;
  return isOfAge(listing.listedAt, scope.age, now) && isPricedWithin(listing.price, scope.price);
}

/**
 * Whether a schedule is open. The day an open time over midnight belongs to is the one it begins on.
 *
 * @example Friday 22:00 to 06:00: open on Saturday at 05:59, closed at 06:00
 */
export function isOpen(schedule: RuleSchedule | null, now: Instant, utcOffsetMinutes: number): boolean {
  if (schedule === null) return true;
  const { weekdays, fromMinute, toMinute } = schedule;
  const there = now + utcOffsetMinutes * MINUTE_MS;
  const day = Math.floor(there / DAY_MS);
  const minute = Math.floor((there - day * DAY_MS) / MINUTE_MS);
  // 1 January 1970 was a Thursday.
  const weekday = (((day + 4) % 7) + 7) % 7;
  if (fromMinute < toMinute) return weekdays.includes(weekday) && minute >= fromMinute && minute < toMinute;
  if (minute >= fromMinute) return weekdays.includes(weekday);
  return minute < toMinute && weekdays.includes((weekday + 6) % 7);
}

function isOfAge(listedAt: Instant, { from, to }: RuleScope['age'], now: Instant): boolean {
  const days = Math.floor((now - listedAt) / DAY_MS);
  return (from === null || days >= from) && (to === null || days <= to);
}

/** Prices in another currency cannot be told apart, so they do not fit. */
function isPricedWithin(price: Money, { from, to }: RuleScope['price']): boolean {
  if (from !== null && (from.currency !== price.currency || price.minor < from.minor)) return false;
  return to === null || (to.currency === price.currency && price.minor <= to.minor);
}

interface ScopeNames {
  readonly brands: ReadonlySet<string>;
  readonly styleCodes: ReadonlySet<string>;
  readonly usSizes: ReadonlySet<number>;
  readonly tags: ReadonlySet<string>;
}

/** A run asks the same few scopes for thousands of listings. */
const known = new WeakMap<RuleScope, ScopeNames>();

function namesOf(scope: RuleScope): ScopeNames {
  let names = known.get(scope);
  if (names === undefined) {
    names = {
      brands: new Set(scope.brands.map(plain)),
      styleCodes: new Set(scope.styleCodes.map(styleCodeKey)),
      usSizes: new Set(scope.usSizes),
      tags: new Set(scope.tags.map(plain)),
    };
    known.set(scope, names);
  }
  return names;
}

function hasStyle(codes: ReadonlySet<string>, code: string | null): boolean {
  return code !== null && codes.has(styleCodeKey(code));
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
