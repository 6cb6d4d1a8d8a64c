import { calendarDate, type CalendarDate } from '../time/instant';
import type { CurrencyCode } from '../money/currency';
import { ecbCurrency, ecbRate, type EcbDay } from './ecb';

/**
 * Reads the ECB's file of one day or of many. Its shape has not changed in twenty years: days that hold currencies, each
 * an element with two attributes and no words. Nothing is unfolded; a file that declares entities holds no days.
 */
export function readEcbXml(text: string): readonly EcbDay[] {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return [];
  const days = new Map<CalendarDate, Partial<Record<CurrencyCode, number>>>();
  let rates: Partial<Record<CurrencyCode, number>> | null = null;
  for (const [, attributes = ''] of text.matchAll(/<(?:\w{1,20}:)?Cube\b([^<>]{0,200})>/g)) {
    const time = attribute(attributes, 'time');
    if (time !== '') {
      const day = calendarDate(time);
      rates = day === null ? null : (days.get(day) ?? {});
      if (day !== null && rates !== null) days.set(day, rates);
    }
    const [currency, rate] = [ecbCurrency(attribute(attributes, 'currency')), ecbRate(attribute(attributes, 'rate'))];
    if (rates !== null && currency !== null && rate !== null) rates[currency] = rate;
  }
  return [...days].map(([day, each]) => ({ day, rates: each })).filter((each) => Object.keys(each.rates).length > 0);
}

function attribute(attributes: string, name: 'time' | 'currency' | 'rate'): string {
  const [, value = ''] = new RegExp(`\\b${name}=["']([^"']{1,20})["']`).exec(attributes) ?? [];
  return value;
}
