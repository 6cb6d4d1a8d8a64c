import { checkRule, type RuleProblem, type RuleProblemCode } from '@/lib/domain/repricing/check-rule';
import type { RuleSettings } from '@/lib/domain/repricing/rule';
import { CommandError } from './command-deps';

const FIELDS: Readonly<Record<string, string>> = {
  'scope.brands': 'The brands',
  'scope.styleCodes': 'The style codes',
  'scope.tags': 'The tags',
  'scope.usSizes': 'The sizes',
  'scope.age': 'The days since listing',
  'scope.age.from': 'The days since listing',
  'scope.age.to': 'The days since listing',
  'scope.price': 'The price range',
  'scope.price.from': 'The price range',
  'scope.price.to': 'The price range',
  'schedule.weekdays': 'The weekdays',
  'schedule.fromMinute': 'The hour it begins',
  'schedule.toMinute': 'The hour it ends',
  'strategy.distance.amount': 'The distance',
  'strategy.distance.basisPoints': 'The distance',
  'strategy.days': 'The days until a sale',
  'strategy.target.amount': 'The profit to hold',
  'strategy.target.basisPoints': 'The profit to hold',
  'strategy.afterDays': 'The days until the first step',
  'strategy.everyDays': 'The days between two steps',
  'strategy.stepBasisPoints': 'The step',
  'strategy.mostBasisPoints': 'The most it goes down',
  'strategy.revertAfterDays': 'The days until it goes back',
  'strategy.quietDays': 'The quiet days',
  'strategy.experimentId': 'The experiment',
  'floor.target.amount': 'The least profit',
  'floor.target.basisPoints': 'The least profit',
  'floor.ownMinimum': 'The lowest price',
  'ceiling.amount': 'The highest price',
  'ceiling.basisPoints': 'The highest price',
};

const SAYINGS: Record<RuleProblemCode, string> = {
  'not-a-number': 'must be a number.',
  negative: 'cannot be below zero.',
  zero: 'cannot be zero.',
  'too-large': 'is more than a rule can mean.',
  'not-whole': 'must be a whole number.',
  currency: 'must be in US dollars, as every price on alias.',
  'from-above-to': 'cannot begin above where it ends.',
  'no-weekday': 'must name one day at least.',
  weekday: 'must be days of the week.',
  minute: 'must be a time of day.',
  'empty-hours': 'cannot be the hour it begins.',
  empty: 'cannot be empty.',
  'step-above-most': 'cannot be more than all steps together.',
  'ceiling-below-minimum': 'cannot be below the lowest.',
  'ceiling-below-floor': 'cannot be below the floor.',
};

/**
 * Refuses what cannot be meant, in words that name the field.
 *
 * @throws CommandError `bad-value`
 */
export function checkMeaning(settings: RuleSettings): void {
  const first = checkRule(settings)[0];
  if (first !== undefined) throw new CommandError('bad-value', `${wordsOf(first)} Nothing was changed.`);
}

function wordsOf({ code, path }: RuleProblem): string {
  return `${FIELDS[path] ?? 'A part of the rule'} ${SAYINGS[code]}`;
}
