import type { GuardSettings } from '@/lib/domain/repricing/guard-settings';
import { t } from '../ui/text';

/** How a limit is counted, with the bounds beyond which it cannot be meant. */
export interface Limit {
  readonly key: keyof GuardSettings;
  readonly unit: 'minutes' | 'percent' | 'count' | 'amount' | 'optional-amount';
  /** Of what is stored: minutes, basis points, counts. */
  readonly least: number;
  readonly most: number;
  readonly label: () => string;
  readonly hint: () => string;
}

export interface LimitGroup {
  readonly title: () => string;
  readonly limits: readonly Limit[];
}

const DAY = 24 * 60;

const limit = (
  key: Limit['key'],
  unit: Limit['unit'],
  [least, most]: readonly [number, number],
  label: () => string,
  hint: () => string,
): Limit => ({ key, unit, least, most, label, hint });

/** The bounds of everything rules do, in the order in which they speak. */
export const LIMITS: readonly LimitGroup[] = [
  {
    title: () => t('limits.market'),
    limits: [
      limit(
        'freshMinutes',
        'minutes',
        [1, DAY],
        () => t('limits.freshMinutes'),
        () => t('limits.freshMinutesHint'),
      ),
      limit(
        'outlierBasisPoints',
        'percent',
        [100, 9000],
        () => t('limits.outlier'),
        () => t('limits.outlierHint'),
      ),
    ],
  },
  {
    title: () => t('limits.steps'),
    limits: [
      limit(
        'maxDownBasisPoints',
        'percent',
        [1, 5000],
        () => t('limits.maxDown'),
        () => t('limits.maxDownHint'),
      ),
      limit(
        'maxUpBasisPoints',
        'percent',
        [1, 10_000],
        () => t('limits.maxUp'),
        () => t('limits.maxUpHint'),
      ),
      limit(
        'smallestStep',
        'amount',
        [0, 0],
        () => t('limits.smallestStep'),
        () => t('limits.smallestStepHint'),
      ),
      limit(
        'cooldownMinutes',
        'minutes',
        [0, 7 * DAY],
        () => t('limits.cooldown'),
        () => t('limits.cooldownHint'),
      ),
    ],
  },
  {
    title: () => t('limits.day'),
    limits: [
      limit(
        'changesPerListingPerDay',
        'count',
        [1, 100],
        () => t('limits.perListing'),
        () => t('limits.perListingHint'),
      ),
      limit(
        'changesPerRun',
        'count',
        [1, 10_000],
        () => t('limits.perRun'),
        () => t('limits.perRunHint'),
      ),
      limit(
        'changesPerDay',
        'count',
        [1, 100_000],
        () => t('limits.perDay'),
        () => t('limits.perDayHint'),
      ),
      limit(
        'lossPerDay',
        'optional-amount',
        [0, 0],
        () => t('limits.lossPerDay'),
        () => t('limits.lossPerDayHint'),
      ),
      limit(
        'decisionMinutes',
        'minutes',
        [1, DAY],
        () => t('limits.decisionMinutes'),
        () => t('limits.decisionMinutesHint'),
      ),
    ],
  },
  {
    title: () => t('limits.breaker'),
    limits: [
      limit(
        'breakerMoves',
        'count',
        [1, 10_000],
        () => t('limits.breakerMoves'),
        () => t('limits.breakerMovesHint'),
      ),
      limit(
        'breakerMoveBasisPoints',
        'percent',
        [100, 10_000],
        () => t('limits.breakerMove'),
        () => t('limits.breakerMoveHint'),
      ),
      limit(
        'breakerMarketBasisPoints',
        'percent',
        [100, 10_000],
        () => t('limits.breakerMarket'),
        () => t('limits.breakerMarketHint'),
      ),
    ],
  },
];
