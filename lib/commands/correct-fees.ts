import { appendActivity } from '@/lib/db/repositories/activity';
import { listFeeSchedules, putFeeSchedule } from '@/lib/db/repositories/fee-schedules';
import { correctedSchedule } from '@/lib/domain/fees/fee-proposal';
import { feesFor, type FeeProfile } from '@/lib/domain/fees/fee-schedule';
import type { Money } from '@/lib/domain/money/money';
import type { Instant } from '@/lib/domain/time/instant';
import { checkAmount, checkPast, checkText } from './check-pair';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo } from './keep-undo';

export interface FeeCorrection {
  readonly validFrom: Instant;
  readonly basisPoints: number;
  readonly fixed: Money;
  /** Where the numbers come from, for the person who wonders. */
  readonly source: string;
}

/**
 * Keeps a fee table of alias's from a moment on: as the one in force then, but with the commission and the seller fee that
 * this seller's orders took. Estimates follow; what orders stated stays as it is.
 *
 * @throws CommandError `bad-value` when it is in another currency, nothing was in force then, or rating or country are not told
 */
export async function correctFees(
  deps: CommandDeps,
  profile: FeeProfile,
  correction: FeeCorrection,
): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  checkAmount('The seller fee', correction.fixed);
  checkText('The source', correction.source, 300);
  checkPast('correction', correction.validFrom, deps.now());
  const { rating, country } = profile;
  if (rating === null || country === null)
    throw new CommandError('bad-value', 'Rating and country of the seller are not known. Nothing was changed.');
  return db.transaction('rw', [db.feeSchedules, db.activity, db.undos], async () => {
    const schedule = feesFor(await listFeeSchedules(db, 'alias'), correction.validFrom);
    if (schedule === null || schedule.currency !== correction.fixed.currency)
      throw new CommandError('bad-value', 'No fee table was in force then. Nothing was changed.');
    const corrected = correctedSchedule(schedule, { ...profile, rating, country }, correction);
    const { before, after } = await putFeeSchedule(db, corrected, deps.now());
    await appendActivity(db, {
      id: deps.newId(),
      at: deps.now(),
      kind: 'fees/correct',
      by: 'user',
      entity: { table: 'feeSchedules', id: after.id },
      summary: 'Fee table corrected',
      facts: { commission: correction.basisPoints, sellerFee: correction.fixed.minor, from: correction.validFrom },
    });
    return { undoId: await keepUndo(deps, 'fees/correct', [{ table: 'feeSchedules', before, after }]) };
  });
}
