import { minorPerUnit } from '@/lib/domain/money/arithmetic';
import { formatMoney } from '@/lib/domain/money/format-money';
import { money, type Money } from '@/lib/domain/money/money';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/domain/time/instant';
import { gapText, layerText, reasonText } from '@/lib/messaging/look-words';
import type { PageReading, Told } from './card-question';
import { t } from './text';

/** How figures of the card become text, in the way the screens write them. */

const MINUS = '\u2212';
const SMALL = 10;

/** `$142`, `$98.40` */
export function exactText(amount: Money): string {
  return formatMoney(amount, { whole: 'exact' });
}

/** Whole units from ten on, cents below, so that a small loss is not shown as nothing: `−$25`, `−$0.47`. */
export function glanceText(amount: Money, sign: 'negative' | 'always' = 'negative'): string {
  const small = amount.minor !== 0 && Math.abs(amount.minor) < SMALL * minorPerUnit(amount.currency);
  return formatMoney(amount, { whole: small ? 'never' : 'rounded', sign });
}

/** The same, rounded down: a limit must not be told higher than it is. */
export function limitText(limit: Money): string {
  const unit = minorPerUnit(limit.currency);
  const floor = limit.minor < SMALL * unit ? limit.minor : Math.floor(limit.minor / unit) * unit;
  return formatMoney(money(floor, limit.currency), { whole: 'exact' });
}

/** Basis points as per cent: `−23 %`, `0.4 %`; a target keeps its digits: `12.5 %`. */
export function percentText(basisPoints: number): string {
  const percent = Math.abs(basisPoints) / 100;
  const text = String(percent > 0 && percent < 1 ? Math.round(percent * 10) / 10 : Math.round(percent));
  return `${basisPoints < 0 && Number(text) !== 0 ? MINUS : ''}${text} %`;
}

/** `15 %`, `12.5 %` */
export function targetText(basisPoints: number): string {
  return `${basisPoints / 100} %`;
}

/** `14`, `3.2`, `0.4` */
export function paceText(perWeek: number): string {
  return perWeek >= 10 ? String(Math.round(perWeek)) : String(Math.round(perWeek * 10) / 10);
}

/** Days of a span: `4.5`, `28` */
export function spanText(days: number): string {
  return days >= 10 ? String(Math.round(days)) : String(Math.max(0.1, Math.round(days * 10) / 10));
}

/** `40 s`, `3 min`, `2 d` */
export function ageText(ms: number): string {
  if (ms < 5 * SECOND_MS) return t('card.now');
  if (ms < MINUTE_MS) return t('card.seconds', [Math.floor(ms / SECOND_MS)]);
  if (ms < HOUR_MS) return t('card.minutes', [Math.floor(ms / MINUTE_MS)]);
  if (ms < 2 * DAY_MS) return t('card.hours', [Math.floor(ms / HOUR_MS)]);
  return t('card.days', [Math.floor(ms / DAY_MS)]);
}

const exactTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** `23 Nov 2026, 14:05`, in the person's zone. */
export function timeText(at: number): string {
  return exactTime.format(at);
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** `22 Nov`, in the person's zone. */
export function dayText(at: number): string {
  return day.format(at);
}

const ofCalendar = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `5 Dec 2026`; a day of the calendar is never shifted by a zone. */
export function dateText(date: string): string {
  return ofCalendar.format(Date.parse(`${date}T12:00:00Z`));
}

/** What a landed cost lacks: `fees, shipping, duty`; empty when it lacks nothing. */
export function gapWords(missing: readonly string[]): string {
  return gapText(missing, t);
}

/** How the product was met: by the page's own data, its text, its address, its title, or by the person. */
export function matchText({ identity: { styleCode } }: PageReading, told: Told): string | null {
  if (styleCode !== null) return layerText(styleCode.source, t);
  return told.styleCode === null ? null : t('card.match.you');
}

/** Why a figure is not known, in words. */
export function whyText(reasons: readonly string[]): string {
  return reasonText(reasons, t);
}
