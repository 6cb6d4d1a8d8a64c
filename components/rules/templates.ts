import { money } from '@/lib/domain/money/money';
import { CAREFUL_RULE } from '@/lib/domain/repricing/careful-rule';
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

/** Rules to begin with. Each is complete, and none of them goes below break-even. */
export const TEMPLATES: readonly RuleTemplate[] = [
  {
    id: 'dollar-below',
    name: () => t('rules.dollarBelow'),
    why: () => t('rules.dollarBelowWhy'),
    settings: { ...CAREFUL_RULE, strategy: { kind: 'position', side: 'below', distance: DOLLAR } },
  },
  {
    id: 'match',
    name: () => t('rules.match'),
    why: () => t('rules.matchWhy'),
    settings: {
      ...CAREFUL_RULE,
      strategy: { kind: 'position', side: 'match', distance: { kind: 'amount', amount: money(0, 'USD') } },
    },
  },
  {
    id: 'hold-roi',
    name: () => t('rules.holdRoi'),
    why: () => t('rules.holdRoiWhy'),
    settings: {
      ...CAREFUL_RULE,
      strategy: { kind: 'margin', target: { kind: 'roi', basisPoints: 1500 }, distance: DOLLAR },
    },
  },
  {
    id: 'within-14-days',
    name: () => t('rules.within14'),
    why: () => t('rules.within14Why'),
    settings: { ...CAREFUL_RULE, strategy: { kind: 'velocity', days: 14 } },
  },
  {
    id: 'clear-stock',
    name: () => t('rules.clearStock'),
    why: () => t('rules.clearStockWhy'),
    settings: {
      ...CAREFUL_RULE,
      scope: { ...CAREFUL_RULE.scope, age: { from: 60, to: null } },
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
export const BLANK: RuleSettings = { ...CAREFUL_RULE, strategy: { kind: 'position', side: 'below', distance: DOLLAR } };
