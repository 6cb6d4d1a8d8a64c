import { appendActivity } from '@/lib/db/repositories/activity';
import { fxRateRow, putFxRate } from '@/lib/db/repositories/fx';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Instant } from '@/lib/domain/time/instant';
import { checkPast } from './check-pair';
import { CommandError, type CommandDeps } from './command-deps';
import { GONE, keepUndo, stampAfter } from './keep-undo';

interface TypedRate {
  readonly base: CurrencyCode;
  readonly quote: CurrencyCode;
  /** Units of `quote` for one `base`, times 10^8. */
  readonly rateE8: number;
  /** From when on it is in force; left out: from now. */
  readonly asOf?: Instant;
}

/**
 * Keeps a rate the person typed in, in force from its day until a newer one comes; what was stored with a rate keeps it.
 *
 * @returns what `runUndo` takes: the rate goes, or the one it replaced is back
 * @throws CommandError `bad-value` for a currency into itself, or a day to come
 */
export async function setFxRate(deps: CommandDeps, { asOf, ...rate }: TypedRate): Promise<string | null> {
  const { db } = deps;
  const now = deps.now();
  if (rate.base === rate.quote)
    throw new CommandError('bad-value', 'A rate joins two different currencies. Nothing was changed.');
  checkPast('rate', asOf, now);
  return db.transaction('rw', [db.fxRates, db.activity, db.undos], async () => {
    // No rate is set ahead of its time.
    const typed = { ...rate, asOf: asOf === undefined || asOf > now ? now : asOf, source: 'you' };
    const before = await fxRateRow(db, typed);
    const updatedAt = stampAfter(before?.updatedAt ?? GONE, now);
    const after = await putFxRate(db, { ...typed, updatedAt });
    const undoId = await keepUndo(deps, 'fx/set-rate', [
      { table: 'fxRates', before, after: { id: after.id, updatedAt } },
    ]);
    await appendActivity(db, {
      id: deps.newId(),
      at: now,
      kind: 'fx/rate',
      by: 'user',
      entity: null,
      summary: `Rate ${rate.base} to ${rate.quote} set`,
      facts: { rateE8: rate.rateE8 },
    });
    return undoId;
  });
}

/**
 * Forgets a rate the person typed in, such as one with a slip in it. Rows stored with it keep it, as they keep every rate.
 *
 * @returns what `runUndo` takes: the rate is back, unless another was kept in its place
 * @throws CommandError `not-found` when no such rate is kept, `not-allowed` for one that nobody typed
 */
export async function removeFxRate(
  deps: CommandDeps,
  rate: Required<Omit<TypedRate, 'rateE8'>>,
): Promise<string | null> {
  const { db } = deps;
  return db.transaction('rw', [db.fxRates, db.activity, db.undos], async () => {
    const removed = await fxRateRow(db, rate);
    if (removed === null) throw new CommandError('not-found', 'This rate is not kept any more.');
    if (removed.source !== 'you')
      throw new CommandError('not-allowed', 'Only a rate that was typed in can be removed. Nothing was changed.');
    await db.fxRates.delete(removed.id);
    const undoId = await keepUndo(deps, 'fx/remove-rate', [{ table: 'fxRates', before: removed, after: null }]);
    await appendActivity(db, {
      id: deps.newId(),
      at: deps.now(),
      kind: 'fx/rate',
      by: 'user',
      entity: null,
      summary: `Rate ${rate.base} to ${rate.quote} removed`,
      facts: { rateE8: removed.rateE8 },
    });
    return undoId;
  });
}
