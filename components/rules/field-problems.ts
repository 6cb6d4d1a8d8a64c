import type { RuleProblem, RuleProblemCode } from '@/lib/domain/repricing/check-rule';
import { t } from '../ui/text';
import type { DraftProblem, ReadDraft } from './read-draft';
import type { DraftField } from './rule-draft';

const UNREAD: Record<DraftProblem, () => string> = {
  needed: () => t('ruleEdit.needed'),
  amount: () => t('ruleEdit.notAmount'),
  percent: () => t('ruleEdit.notPercent'),
  days: () => t('ruleEdit.notDays'),
  size: () => t('ruleEdit.notSize'),
  time: () => t('ruleEdit.notTime'),
  weekday: () => t('ruleEdit.notWeekday'),
};

const UNMEANT: Record<RuleProblemCode, () => string> = {
  'not-a-number': () => t('ruleEdit.notNumber'),
  negative: () => t('ruleEdit.negative'),
  zero: () => t('ruleEdit.zero'),
  'too-large': () => t('ruleEdit.tooLarge'),
  'not-whole': () => t('ruleEdit.notWhole'),
  currency: () => t('ruleEdit.currency'),
  'from-above-to': () => t('ruleEdit.fromAboveTo'),
  'no-weekday': () => t('ruleEdit.notWeekday'),
  weekday: () => t('ruleEdit.notWeekday'),
  minute: () => t('ruleEdit.notTime'),
  'empty-hours': () => t('ruleEdit.emptyHours'),
  empty: () => t('ruleEdit.needed'),
  'step-above-most': () => t('ruleEdit.stepAboveMost'),
  'ceiling-below-minimum': () => t('ruleEdit.ceilingBelowMinimum'),
  'ceiling-below-floor': () => t('ruleEdit.ceilingBelowFloor'),
};

/** Where a part of a rule is edited. */
const FIELDS: readonly (readonly [path: string, field: DraftField])[] = [
  ['scope.brands', 'brands'],
  ['scope.styleCodes', 'styleCodes'],
  ['scope.tags', 'tags'],
  ['scope.usSizes', 'sizes'],
  ['scope.age.from', 'ageFrom'],
  ['scope.age', 'ageTo'],
  ['scope.price.from', 'priceFrom'],
  ['scope.price', 'priceTo'],
  ['schedule.weekdays', 'weekdays'],
  ['schedule.fromMinute', 'from'],
  ['schedule.toMinute', 'to'],
  ['strategy.days', 'days'],
  ['strategy.distance', 'distance'],
  ['strategy.target', 'hold'],
  ['strategy.afterDays', 'afterDays'],
  ['strategy.everyDays', 'everyDays'],
  ['strategy.stepBasisPoints', 'step'],
  ['strategy.mostBasisPoints', 'most'],
  ['strategy.revertAfterDays', 'revertAfter'],
  ['strategy.quietDays', 'quietDays'],
  ['strategy.experimentId', 'experimentId'],
  ['floor.target', 'floor'],
  ['floor.ownMinimum', 'ownMinimum'],
  ['ceiling', 'ceiling'],
];

/** The field a problem of a rule belongs under; the name where none is known. */
export function fieldOf(path: string): DraftField {
  return FIELDS.find(([start]) => path === start || path.startsWith(`${start}.`))?.[1] ?? 'name';
}

/** Every problem in words, under its field; of several the first. */
export function fieldProblems(
  unread: ReadDraft['problems'],
  unmeant: readonly RuleProblem[],
): Partial<Record<DraftField, string>> {
  const words: Partial<Record<DraftField, string>> = {};
  for (const [field, problem] of Object.entries(unread) as [DraftField, DraftProblem][])
    words[field] = UNREAD[problem]();
  for (const { code, path } of unmeant) words[fieldOf(path)] ??= UNMEANT[code]();
  return words;
}
