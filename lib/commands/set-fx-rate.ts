import { appendActivity } from '@/lib/db/repositories/activity';
import { putFxRate } from '@/lib/db/repositories/fx';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { CommandDeps } from './command-deps';

interface TypedRate {
  readonly base: CurrencyCode;
  readonly quote: CurrencyCode;
  /** Units of `quote` for one `base`, times 10^8. */
  readonly rateE8: number;
}

/** Keeps a rate the person typed in, in force from now on; sales made earlier keep the rate of their day. */
export async function setFxRate(deps: CommandDeps, rate: TypedRate): Promise<void> {
  const { db } = deps;
  const now = deps.now();
  await db.transaction('rw', [db.fxRates, db.activity], async () => {
    await putFxRate(db, { ...rate, asOf: now, source: 'you' });
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
