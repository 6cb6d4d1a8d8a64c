import { money } from '@/lib/domain/money/money';
import type { RuleSettings } from '@/lib/domain/repricing/rule';
import { t } from '../ui/text';

export interface RuleTemplate {
  readonly id: string;
  readonly name: () => string;
  /** For whom it is. */
  readonly why: () => string;
  readonly settings: RuleSettings;
}

const DOLLAR = { kind: 'amount', amount: money(100, 'USD') } as const;

/** What every template begins with: careful where a rule could do harm. */
const COMMON = {
  scope: {
    brands: [],
    styleCodes: [],
    usSizes: [],
    tags: [],
    age: { from: null, to: null },
    price: { from: null, to: null },
    consigned: null,
  },
  schedule: null,
  fallbacks: { alone: 'hold', belowFloor: 'floor' },
  floor: { target: { kind: 'break-even' }, ownMinimum: null },
  ceiling: { kind: 'reference', of: 'last-sale', basisPoints: 15_000 },
} as const satisfies Omit<RuleSettings, 'strategy'>;

/** Rules to begin with. Each is complete, and none of them goes below break-even. */
export const TEMPLATES: readonly RuleTemplate[] = [
  {
    id: 'dollar-below',
    name: () => t('rules.dollarBelow'),
    why: () => t('rules.dollarBelowWhy'),
    settings: { ...COMMON, strategy: { kind: 'position', side: 'below', distance: DOLLAR } },
  },
  {
    id: 'match',
    name: () => t('rules.match'),
    why: () => t('rules.matchWhy'),
    settings: {
      ...COMMON,
      strategy: { kind: 'position', side: 'match', distance: { kind: 'amount', amount: money(0, 'USD') } },
    },
  },
  {
    id: 'hold-roi',
    name: () => t('rules.holdRoi'),
    why: () => t('rules.holdRoiWhy'),
    settings: {
      ...COMMON,
      strategy: { kind: 'margin', target: { kind: 'roi', basisPoints: 1500 }, distance: DOLLAR },
    },
  },
  {
    id: 'within-14-days',
    name: () => t('rules.within14'),
    why: () => t('rules.within14Why'),
    settings: { ...COMMON, strategy: { kind: 'velocity', days: 14 } },
  },
  {
    id: 'clear-stock',
    name: () => t('rules.clearStock'),
    why: () => t('rules.clearStockWhy'),
    settings: {
      ...COMMON,
      scope: { ...COMMON.scope, age: { from: 60, to: null } },
      strategy: {
        kind: 'aging',
        afterDays: 60,
        everyDays: 7,
        stepBasisPoints: 500,
        mostBasisPoints: 3000,
        revertAfterDays: null,
      },
    },
  },
];

/** What an empty rule begins as. */
export const BLANK: RuleSettings = { ...COMMON, strategy: { kind: 'position', side: 'below', distance: DOLLAR } };
