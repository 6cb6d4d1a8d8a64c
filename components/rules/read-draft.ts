import type { ProfitTarget } from '@/lib/domain/fees/floor-price';
import { money, type Money } from '@/lib/domain/money/money';
import { parseMoney } from '@/lib/domain/money/parse-money';
import type { CeilingPolicy, Distance, RuleSettings, Strategy } from '@/lib/domain/repricing/rule';
import { toMinutes } from '../bridge/time-field';
import type { DraftField, RuleDraft } from './rule-draft';

/** Why a field cannot be read. */
export type DraftProblem = 'needed' | 'amount' | 'percent' | 'days' | 'size' | 'time' | 'weekday';

export interface ReadDraft {
  /** null: something cannot be read, and `problems` says what. */
  readonly settings: RuleSettings | null;
  readonly problems: Partial<Record<DraftField, DraftProblem>>;
}

/** alias trades in it, and so a rule's amounts are in it. */
const CURRENCY = 'USD';

/**
 * What is typed, as the rule it means. Every field is read, so that all that cannot be read is told at once.
 *
 * @example distance `3 %` is 300 basis points, `1` is one dollar
 */
export function readDraft(draft: RuleDraft): ReadDraft {
  const problems: Partial<Record<DraftField, DraftProblem>> = {};
  const told = <T>(field: DraftField, read: Read<T>, instead: T): T => {
    if ('value' in read) return read.value;
    problems[field] ??= read.problem;
    return instead;
  };
  if (draft.name.trim() === '') problems.name = 'needed';
  const reader: Reader = {
    draft,
    amount: (field) => told(field, readAmount(text(draft, field)), NOTHING),
    optionalAmount: (field) =>
      text(draft, field) === '' ? null : told(field, readAmount(text(draft, field)), NOTHING),
    percent: (field, most) => told(field, readPercent(text(draft, field), most), 0),
    days: (field) => told(field, readDays(text(draft, field)), 1),
    optionalDays: (field) => (text(draft, field) === '' ? null : told(field, readDays(text(draft, field)), 1)),
    minutes: (field) => told(field, readMinutes(text(draft, field)), 0),
    distance: (field) => told(field, readDistance(text(draft, field)), { kind: 'amount', amount: NOTHING }),
  };
  const usSizes = draft.sizes.map((size) =>
    Number(
      size
        .trim()
        .replace(',', '.')
        .replace(/^US\s*/i, ''),
    ),
  );
  if (usSizes.some((size) => !(size > 0 && size < 100))) problems.sizes = 'size';
  if (draft.scheduled && draft.weekdays.length === 0) problems.weekdays = 'weekday';
  if (draft.strategy === 'experiment' && draft.experimentId === '') problems.experimentId = 'needed';
  const settings: RuleSettings = {
    scope: {
      brands: draft.brands,
      styleCodes: draft.styleCodes,
      usSizes,
      tags: draft.tags,
      age: { from: reader.optionalDays('ageFrom'), to: reader.optionalDays('ageTo') },
      price: { from: reader.optionalAmount('priceFrom'), to: reader.optionalAmount('priceTo') },
      consigned: draft.consigned === 'any' ? null : draft.consigned === 'consigned',
    },
    schedule: draft.scheduled
      ? { weekdays: draft.weekdays, fromMinute: reader.minutes('from'), toMinute: reader.minutes('to') }
      : null,
    strategy: readStrategy(reader),
    fallbacks: { alone: draft.alone, belowFloor: draft.belowFloor },
    floor: { target: readTarget(reader, 'floorKind', 'floor'), ownMinimum: reader.optionalAmount('ownMinimum') },
    ceiling: readCeiling(reader),
  };
  return { settings: Object.keys(problems).length === 0 ? settings : null, problems };
}

interface Reader {
  readonly draft: RuleDraft;
  readonly amount: (field: DraftField) => Money;
  readonly optionalAmount: (field: DraftField) => Money | null;
  readonly percent: (field: DraftField, most: number) => number;
  readonly days: (field: DraftField) => number;
  readonly optionalDays: (field: DraftField) => number | null;
  readonly minutes: (field: DraftField) => number;
  readonly distance: (field: DraftField) => Distance;
}

type Read<T> = { readonly value: T } | { readonly problem: DraftProblem };

const NOTHING = money(0, CURRENCY);

function text(draft: RuleDraft, field: DraftField): string {
  const value = draft[field];
  return typeof value === 'string' ? value.trim() : '';
}

function readAmount(typed: string): Read<Money> {
  if (typed === '') return { problem: 'needed' };
  const parsed = parseMoney(typed, CURRENCY);
  return parsed.ok && parsed.money.minor >= 0 ? { value: parsed.money } : { problem: 'amount' };
}

function readPercent(typed: string, most: number): Read<number> {
  if (typed === '') return { problem: 'needed' };
  const cleaned = typed.replace(/\s*%$/, '').replace(',', '.');
  const basisPoints = /^\d{1,5}(\.\d{1,2})?$/.test(cleaned) ? Math.round(Number(cleaned) * 100) : Number.NaN;
  return basisPoints <= most ? { value: basisPoints } : { problem: 'percent' };
}

function readDays(typed: string): Read<number> {
  if (typed === '') return { problem: 'needed' };
  return /^\d{1,4}$/.test(typed) ? { value: Number(typed) } : { problem: 'days' };
}

function readMinutes(typed: string): Read<number> {
  const minutes = toMinutes(typed);
  return minutes === null ? { problem: 'time' } : { value: minutes };
}

function readDistance(typed: string): Read<Distance> {
  if (typed.endsWith('%')) {
    const share = readPercent(typed, 10_000);
    return 'value' in share ? { value: { kind: 'percent', basisPoints: share.value } } : share;
  }
  const amount = readAmount(typed);
  return 'value' in amount ? { value: { kind: 'amount', amount: amount.value } } : amount;
}

function readStrategy(reader: Reader): Strategy {
  const { strategy: kind, side, experimentId } = reader.draft;
  switch (kind) {
    case 'position':
      return {
        kind,
        side,
        distance: side === 'match' ? { kind: 'amount', amount: NOTHING } : reader.distance('distance'),
      };
    case 'velocity':
      return { kind, days: reader.days('days') };
    case 'margin':
      return { kind, target: readTarget(reader, 'holdKind', 'hold'), distance: reader.distance('distance') };
    case 'aging':
      return {
        kind,
        afterDays: reader.days('afterDays'),
        everyDays: reader.days('everyDays'),
        stepBasisPoints: reader.percent('step', 5000),
        mostBasisPoints: reader.percent('most', 9000),
        revertAfterDays: reader.optionalDays('revertAfter'),
      };
    case 'dynamic':
      return { kind, stepBasisPoints: reader.percent('step', 5000), quietDays: reader.days('quietDays') };
    case 'experiment':
      return { kind, experimentId };
  }
}

function readTarget(reader: Reader, kindField: 'holdKind' | 'floorKind', field: 'hold' | 'floor'): ProfitTarget {
  const kind = reader.draft[kindField];
  if (kind === 'break-even') return { kind };
  if (kind === 'profit') return { kind, amount: reader.amount(field) };
  return { kind, basisPoints: reader.percent(field, kind === 'margin' ? 9900 : 1_000_000) };
}

function readCeiling(reader: Reader): CeilingPolicy {
  const kind = reader.draft.ceilingKind;
  if (kind === 'amount') return { kind, amount: reader.amount('ceiling') };
  const basisPoints = reader.percent('ceiling', 1_000_000);
  return kind === 'floor' ? { kind, basisPoints } : { kind: 'reference', of: kind, basisPoints };
}
