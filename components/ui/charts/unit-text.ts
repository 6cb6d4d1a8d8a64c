import { minorPerUnit } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money } from '@/lib/domain/money/money';
import { countText, moneyText, type MoneyStyle } from '../format';
import type { TimeStep } from './axis';

/** What the values of a chart are: minor units of a currency, or things counted. */
export type ChartUnit = CurrencyCode | 'count';

/** A value as text: `$98`, `$98.40` where there are cents, `12`. */
export function valueText(value: number, unit: ChartUnit, sign: MoneyStyle['sign'] = 'loss'): string {
  return unit === 'count' ? countText(value) : moneyText(money(value, unit), { sign });
}

/** A mark on the axis: without cents unless the marks lie closer together than that. */
export function tickText(value: number, unit: ChartUnit, ticks: readonly number[]): string {
  if (unit === 'count') return countText(value);
  const whole = ticks.every((tick) => tick % minorPerUnit(unit) === 0);
  return moneyText(money(value, unit), { cents: whole ? 'none' : 'fixed' });
}

/** Room for the marks of a value axis, in pixels: by its longest one. */
export function axisWidth(ticks: readonly number[], unit: ChartUnit): number {
  const longest = Math.max(0, ...ticks.map((tick) => tickText(tick, unit, ticks).length));
  return Math.max(48, longest * 7 + 20);
}

const FORMATS = {
  hour: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }),
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'short', year: '2-digit' }),
  year: new Intl.DateTimeFormat('en-GB', { year: 'numeric' }),
} satisfies Record<TimeStep, Intl.DateTimeFormat>;

/** A mark on a time axis: `14:00`, `12 Mar`, `Mar 26`, `2026`, in the person's zone. */
export function timeTickText(at: number, step: TimeStep): string {
  return FORMATS[step].format(at);
}
