import type { AlertKind, AlertOptions, AlertTrigger } from '@/lib/domain/alerts/alert';
import { USUAL_OPTIONS } from '@/lib/domain/alerts/templates';
import { minorPerUnit } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { parsePercent } from '../../bridge/parse-percent';
import { parseTarget } from '../../bridge/parse-target';
import { moneyText } from '../../ui/format';
import { t } from '../../ui/text';

/** An alert as it stands in the form: figures are texts until all of it is read. */
export interface AlertDraft {
  readonly kind: AlertKind;
  /** A price or a profit. */
  readonly amount: string;
  readonly percent: string;
  readonly hours: string;
  readonly count: string;
  /** In days; null: no end; `keep`: as it is. */
  readonly expires: number | null | 'keep';
  /** Empty: as the setting of all alerts says. */
  readonly cap: string;
  readonly options: AlertOptions;
}

export type DraftProblems = Partial<Record<'amount' | 'percent' | 'hours' | 'count' | 'cap', string>>;

export type ReadAlert =
  | { readonly ok: true; readonly trigger: AlertTrigger; readonly options: AlertOptions }
  | { readonly ok: false; readonly problems: DraftProblems };

/** The form of a new alert that waits for a price, near the market as it stands. */
export function newDraft(price: Money | null): AlertDraft {
  return {
    kind: 'ask-at-or-below',
    amount: price === null ? '' : amountText(price),
    percent: '10',
    hours: '24',
    count: '3',
    expires: null,
    cap: '',
    options: USUAL_OPTIONS,
  };
}

/** The form of an alert that is there. */
export function draftOf(trigger: AlertTrigger, options: AlertOptions): AlertDraft {
  const amount = 'price' in trigger ? trigger.price : 'profit' in trigger ? trigger.profit : null;
  const before = newDraft(amount);
  return {
    ...before,
    kind: trigger.kind,
    percent: 'basisPoints' in trigger ? String(trigger.basisPoints / 100) : before.percent,
    hours: 'hours' in trigger ? String(trigger.hours) : before.hours,
    count: 'count' in trigger ? String(trigger.count) : before.count,
    expires: options.expiresAt === null ? null : 'keep',
    cap: options.mostPerDay === null ? '' : String(options.mostPerDay),
    options,
  };
}

/** What the form says, or what in it cannot be read. */
export function readDraft(draft: AlertDraft, currency: CurrencyCode, now: Instant): ReadAlert {
  const trigger = readTrigger(draft, currency);
  const cap = draft.cap.trim() === '' ? null : whole(draft.cap, 1, 100);
  const problems = {
    ...('problems' in trigger ? trigger.problems : {}),
    ...(cap === 'bad' ? { cap: t('watchAlert.badCount') } : {}),
  };
  if ('problems' in trigger || cap === 'bad') return { ok: false, problems };
  const { expires } = draft;
  const expiresAt =
    expires === 'keep' ? draft.options.expiresAt : expires === null ? null : shiftInstant(now, expires * DAY_MS);
  return { ok: true, trigger, options: { ...draft.options, mostPerDay: cap, expiresAt } };
}

function readTrigger(draft: AlertDraft, currency: CurrencyCode): AlertTrigger | { readonly problems: DraftProblems } {
  const { kind } = draft;
  switch (kind) {
    case 'ask-at-or-below':
    case 'offer-at-or-above':
    case 'sold-at-or-below': {
      const price = readAmount(draft.amount, currency);
      return typeof price === 'string' ? { problems: { amount: price } } : { kind, price };
    }
    case 'net-at-or-above': {
      const profit = readAmount(draft.amount, currency);
      return typeof profit === 'string' ? { problems: { amount: profit } } : { kind, profit };
    }
    case 'roi-at-or-above':
    case 'under-median': {
      const basisPoints = readShare(draft.percent);
      return basisPoints === null ? { problems: { percent: t('watchAlert.badPercent') } } : { kind, basisPoints };
    }
    case 'drop': {
      const [basisPoints, hours] = [readShare(draft.percent), whole(draft.hours, 1, 720)];
      if (basisPoints === null) return { problems: { percent: t('watchAlert.badPercent') } };
      return hours === 'bad' ? { problems: { hours: t('watchAlert.badCount') } } : { kind, basisPoints, hours };
    }
    case 'sales-per-week-above':
    case 'few-sizes-left': {
      const count = whole(draft.count, 0, 100_000);
      return count === 'bad' ? { problems: { count: t('watchAlert.badCount') } } : { kind, count };
    }
    case 'release-tomorrow':
      return { kind };
  }
}

function readAmount(text: string, currency: CurrencyCode): Money | string {
  const parsed = parseTarget(text, currency);
  if (!parsed.ok) return parsed.problem;
  return parsed.target ?? t('watchAlert.badPrice');
}

function readShare(text: string): number | null {
  const parsed = parsePercent(text);
  return parsed === null || parsed <= 0 ? null : parsed;
}

function whole(text: string, least: number, most: number): number | 'bad' {
  const value = Number(text.trim());
  return /^\d+$/.test(text.trim()) && value >= least && value <= most ? value : 'bad';
}

/** `98` or `78.40`, with its mark where it is not a dollar. */
function amountText(amount: Money): string {
  const { minor, currency } = amount;
  return currency === 'USD' && minor % minorPerUnit(currency) === 0
    ? String(minor / minorPerUnit(currency))
    : moneyText(amount);
}
