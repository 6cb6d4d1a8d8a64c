import { minorPerUnit } from '@/lib/domain/money/arithmetic';
import { formatMoney } from '@/lib/domain/money/format-money';
import type { Money } from '@/lib/domain/money/money';
import type { FxRate } from '@/lib/domain/money/fx';
import { rawValue } from '@/lib/domain/enums/open-enum';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/domain/time/instant';

/** How figures look. The only place of the screens where a number becomes text. */

const LOCALE = 'en-US';
const MINUS = '\u2212';

export interface MoneyStyle {
  /** `always`: `+$31`; `loss` (default): only a minus. */
  readonly sign?: 'always' | 'loss';
  /**
   * `auto` (default): no cents when there are none; `fixed`: always, for columns; `none`: whole units, for axes;
   * `glance`: whole units from ten on, cents below, so that a small loss is not shown as nothing.
   */
  readonly cents?: 'auto' | 'fixed' | 'none' | 'glance';
}

const WHOLE = { auto: 'exact', fixed: 'never', none: 'rounded' } as const;

/** Below so many whole units a glance shows cents. */
const SMALL = 10;

/**
 * An amount with its sign in front and a real minus.
 *
 * @example `moneyText(money(-1250, 'USD'))` is `−$12.50`; `moneyText(money(14200, 'USD'), { sign: 'always' })` is `+$142`;
 * at a glance `money(-1250, 'USD')` is `−$13` and `money(-47, 'USD')` is `−$0.47`
 */
export function moneyText(amount: Money, style: MoneyStyle = {}): string {
  const small = amount.minor !== 0 && Math.abs(amount.minor) < SMALL * minorPerUnit(amount.currency);
  const cents = style.cents === 'glance' ? (small ? 'fixed' : 'none') : (style.cents ?? 'auto');
  return formatMoney(amount, {
    whole: WHOLE[cents],
    sign: style.sign === 'always' ? 'always' : 'negative',
  });
}

/**
 * A rate with as many digits as it has, at least two.
 *
 * @example `{ base: 'USD', quote: 'GBP', rateE8: 79_120_000 }` is `1 USD = 0.7912 GBP`
 */
export function rateText({ base, quote, rateE8 }: Pick<FxRate, 'base' | 'quote' | 'rateE8'>): string {
  return `1 ${base} = ${rates.format(rateE8 / 1e8)} ${quote}`;
}

const rates = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 8 });
const counts = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });

/** `12,480` */
export function countText(count: number): string {
  return counts.format(count);
}

/** A ratio as per cent with a real minus: `0.153` is `15 %`, `0.004` is `0.4 %`. */
export function percentText(ratio: number): string {
  const percent = Math.abs(ratio * 100);
  const digits = percent > 0 && percent < 1 ? 1 : 0;
  const text = percent.toFixed(digits);
  return `${ratio < 0 && Number(text) !== 0 ? MINUS : ''}${text} %`;
}

export type AgeUnit = 'now' | 's' | 'min' | 'h' | 'd';

/**
 * How long ago, in one unit.
 *
 * @example `ageOf(90_000)` is `{ count: 1, unit: 'min' }`
 */
export function ageOf(ms: number): { readonly count: number; readonly unit: AgeUnit } {
  if (ms < 5 * SECOND_MS) return { count: 0, unit: 'now' };
  if (ms < MINUTE_MS) return { count: Math.floor(ms / SECOND_MS), unit: 's' };
  if (ms < HOUR_MS) return { count: Math.floor(ms / MINUTE_MS), unit: 'min' };
  if (ms < 2 * DAY_MS) return { count: Math.floor(ms / HOUR_MS), unit: 'h' };
  return { count: Math.floor(ms / DAY_MS), unit: 'd' };
}

const exactTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const calendarDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const weekdayTime = new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' });
const monthOf = new Intl.DateTimeFormat('en-GB', { month: 'short', year: '2-digit' });

/** `23 Nov 2026, 14:05`, in the user's zone. */
export function exactTimeText(at: number): string {
  return exactTime.format(at);
}

/** `23 Nov 2026` */
export function dateText(at: number): string {
  return dayOfYear.format(at);
}

/** `5 Dec 2026`, a day of the calendar: no zone shifts it. */
export function calendarDayText(date: string): string {
  return calendarDay.format(Date.parse(`${date}T12:00:00Z`));
}

/** Weekday first when near (`Thu 14:00`), else the date. */
export function whenText(at: number, now: number): string {
  return Math.abs(at - now) < 6 * DAY_MS ? weekdayTime.format(at).replace(',', '') : dateText(at);
}

/** `2026-11` as `Nov 26`; anything else as it stands. */
export function monthText(month: string): string {
  const match = /^(\d{4})-(\d{2})$/.exec(month);
  return match ? monthOf.format(new Date(Number(match[1]), Number(match[2]) - 1, 1)) : month;
}

/** Milliseconds of work: `420 ms`, `3.4 s`, `2 min 5 s`. */
export function durationText(ms: number): string {
  if (ms < SECOND_MS) return `${Math.round(ms)} ms`;
  if (ms < MINUTE_MS) return `${(ms / SECOND_MS).toFixed(1)} s`;
  return `${Math.floor(ms / MINUTE_MS)} min ${Math.round((ms % MINUTE_MS) / SECOND_MS)} s`;
}

/** Bytes in the unit that fits: `812 kB`, `14.2 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(2)} GB`;
}

/**
 * A marketplace's word that this version does not know, made readable without pretending to know it.
 *
 * @example `humanised('unknown:ORDER_STATUS_ON_HOLD')` is `On hold`
 */
export function humanised(value: string): string {
  const words = rawValue(value)
    .replace(/^[A-Z]+_(STATUS|CONDITION|TYPE)_/, '')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
  return words === '' ? value : words.charAt(0).toUpperCase() + words.slice(1);
}
