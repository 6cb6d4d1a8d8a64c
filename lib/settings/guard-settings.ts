import * as z from 'zod/mini';
import { CURRENCY_CODES } from '@/lib/domain/money/currency';
import type { GuardSettings } from '@/lib/domain/repricing/guard-settings';
import { money } from '@/lib/domain/money/money';

const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));

const amount = z.pipe(
  z.object({ minor: whole(0, 1_000_000_000), currency: z.enum(CURRENCY_CODES) }),
  z.transform(({ minor, currency }) => money(minor, currency)),
);

/** Bounds that cannot be meant (no freshness, a fall of more than a half) are refused, whoever stored them. */
export const guardSettings: z.ZodMiniType<GuardSettings> = z.object({
  freshMinutes: whole(1, 24 * 60),
  maxDownBasisPoints: whole(1, 5000),
  maxUpBasisPoints: whole(1, 10_000),
  cooldownMinutes: whole(0, 7 * 24 * 60),
  smallestStep: amount,
  outlierBasisPoints: whole(100, 9000),
  changesPerListingPerDay: whole(1, 100),
  changesPerRun: whole(1, 10_000),
  changesPerDay: whole(1, 100_000),
  lossPerDay: z.nullable(amount),
  breakerMoveBasisPoints: whole(100, 10_000),
  breakerMoves: whole(1, 10_000),
  breakerMarketBasisPoints: whole(100, 10_000),
  decisionMinutes: whole(1, 24 * 60),
});
