import type { ProfitTarget } from '@/lib/domain/fees/floor-price';
import type { CeilingPolicy, Distance, Fallbacks, RuleSettings, Strategy } from '@/lib/domain/repricing/rule';
import { percentInput } from '../bridge/parse-percent';
import { toTimeField } from '../bridge/time-field';
import { moneyText } from '../ui/format';

/** A rule as it stands in the editor: what is typed stays as it is typed until it is read. */
export interface RuleDraft {
  readonly name: string;
  readonly brands: readonly string[];
  readonly styleCodes: readonly string[];
  readonly sizes: readonly string[];
  readonly tags: readonly string[];
  readonly ageFrom: string;
  readonly ageTo: string;
  readonly priceFrom: string;
  readonly priceTo: string;
  readonly consigned: 'any' | 'consigned' | 'with-you';
  readonly strategy: Strategy['kind'];
  readonly side: 'below' | 'match' | 'above';
  /** An amount, or a share with its sign: `1`, `$2.00`, `3 %`. */
  readonly distance: string;
  readonly days: string;
  readonly holdKind: ProfitTarget['kind'];
  readonly hold: string;
  readonly afterDays: string;
  readonly everyDays: string;
  readonly step: string;
  readonly most: string;
  readonly revertAfter: string;
  readonly quietDays: string;
  readonly experimentId: string;
  readonly alone: Fallbacks['alone'];
  readonly belowFloor: Fallbacks['belowFloor'];
  readonly floorKind: ProfitTarget['kind'];
  readonly floor: string;
  readonly ownMinimum: string;
  readonly ceilingKind: CeilingKind;
  readonly ceiling: string;
  readonly scheduled: boolean;
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
}

export type CeilingKind = 'amount' | 'floor' | Extract<CeilingPolicy, { kind: 'reference' }>['of'];

export type DraftField = keyof RuleDraft;

/** What a field holds that the rule says nothing about, so that a change of mind begins somewhere sensible. */
const USUAL = {
  side: 'below',
  distance: '1',
  days: '14',
  holdKind: 'roi',
  hold: '15',
  afterDays: '60',
  everyDays: '7',
  step: '5',
  most: '30',
  revertAfter: '',
  quietDays: '7',
  experimentId: '',
  weekdays: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '17:00',
} as const satisfies Partial<RuleDraft>;

/** The fields of a rule; `settingsOf` reads the same rule back. */
export function draftOf(
  name: string,
  { scope, schedule, strategy, fallbacks, floor, ceiling }: RuleSettings,
): RuleDraft {
  const end = (days: number | null) => (days === null ? '' : String(days));
  const amount = (of: typeof scope.price.from) => (of === null ? '' : moneyText(of));
  return {
    ...USUAL,
    name,
    brands: scope.brands,
    styleCodes: scope.styleCodes,
    sizes: scope.usSizes.map(String),
    tags: scope.tags,
    ageFrom: end(scope.age.from),
    ageTo: end(scope.age.to),
    priceFrom: amount(scope.price.from),
    priceTo: amount(scope.price.to),
    consigned: scope.consigned === null ? 'any' : scope.consigned ? 'consigned' : 'with-you',
    strategy: strategy.kind,
    ...strategyFields(strategy),
    ...fallbacks,
    floorKind: floor.target.kind,
    floor: targetInput(floor.target),
    ownMinimum: amount(floor.ownMinimum),
    ceilingKind: ceiling.kind === 'reference' ? ceiling.of : ceiling.kind,
    ceiling: ceiling.kind === 'amount' ? moneyText(ceiling.amount) : percentInput(ceiling.basisPoints),
    scheduled: schedule !== null,
    ...(schedule === null
      ? {}
      : {
          weekdays: schedule.weekdays,
          from: toTimeField(schedule.fromMinute),
          to: toTimeField(schedule.toMinute),
        }),
  };
}

function strategyFields(strategy: Strategy): Partial<RuleDraft> {
  switch (strategy.kind) {
    case 'position':
      return { side: strategy.side, distance: distanceInput(strategy.distance) };
    case 'velocity':
      return { days: String(strategy.days) };
    case 'margin':
      return {
        holdKind: strategy.target.kind,
        hold: targetInput(strategy.target),
        distance: distanceInput(strategy.distance),
      };
    case 'aging':
      return {
        afterDays: String(strategy.afterDays),
        everyDays: String(strategy.everyDays),
        step: percentInput(strategy.stepBasisPoints),
        most: percentInput(strategy.mostBasisPoints),
        revertAfter: strategy.revertAfterDays === null ? '' : String(strategy.revertAfterDays),
      };
    case 'dynamic':
      return { step: percentInput(strategy.stepBasisPoints), quietDays: String(strategy.quietDays) };
    case 'experiment':
      return { experimentId: strategy.experimentId };
  }
}

function distanceInput(distance: Distance): string {
  return distance.kind === 'amount' ? moneyText(distance.amount) : `${percentInput(distance.basisPoints)} %`;
}

function targetInput(target: ProfitTarget): string {
  if (target.kind === 'break-even') return '';
  return target.kind === 'profit' ? moneyText(target.amount) : percentInput(target.basisPoints);
}
