import { appendActivity } from '@/lib/db/repositories/activity';
import { putFxRate, removeFxRateRow } from '@/lib/db/repositories/fx';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Instant } from '@/lib/domain/time/instant';
import { checkPast } from './check-pair';
import { CommandError, type CommandDeps } from './command-deps';

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
 * @throws CommandError `bad-value` for a currency into itself, or a day to come
 */
export async function setFxRate(deps: CommandDeps, { asOf, ...rate }: TypedRate): Promise<void> {
  const { db } = deps;
  const now = deps.now();
  if (rate.base === rate.quote)
    throw new CommandError('bad-value', 'A rate joins two different currencies. Nothing was changed.');
  checkPast('rate', asOf, now);
  await db.transaction('rw', [db.fxRates, db.activity], async () => {
    // No rate is set ahead of its time.
    await putFxRate(db, { ...rate, asOf: asOf === undefined || asOf > now ? now : asOf, source: 'you' });
    await appendActivity(db, {
      id: deps.newId(),
      at: now,
      kind: 'fx/rate',
      by: 'user',
      entity: null,
      summary: `Rate ${rate.base} to ${rate.quote} set`,
      facts: { rateE8: rate.rateE8 },
    });
  });
}

/**
 * Forgets a rate the person typed in, such as one with a slip in it. Rows stored with it keep it, as they keep every rate.
 *
 * @throws CommandError `not-found` when no such rate is kept, `not-allowed` for one that nobody typed
 */
export async function removeFxRate(deps: CommandDeps, rate: Required<Omit<TypedRate, 'rateE8'>>): Promise<void> {
  const { db } = deps;
  await db.transaction('rw', [db.fxRates, db.activity], async () => {
    const removed = await removeFxRateRow(db, rate);
    if (removed === null) throw new CommandError('not-found', 'This rate is not kept any more.');
    if (removed.source !== 'you')
      throw new CommandError('not-allowed', 'Only a rate that was typed in can be removed. Nothing was changed.');
    await appendActivity(db, {
      id: deps.newId(),
      at: deps.now(),
      kind: 'fx/rate',
      by: 'user',
      entity: null,
      summary: `Rate ${rate.base} to ${rate.quote} removed`,
      facts: { rateE8: removed.rateE8 },
    });
  });
}
