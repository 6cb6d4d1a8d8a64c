import { Dexie } from 'dexie';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { FxRate } from '@/lib/domain/money/fx';
import { instant, type Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import type { FxRateRow } from '../rows';

/**
 * The rate in force at `at`: the newest one from that instant or before. Null when none was known by then: a later
 * rate is never used for an earlier sale.
 *
 * @example rates of 1 May and 1 June, asked for 20 May: the one of 1 May
 */
export async function latestFxRate(
  db: ArchvdDatabase,
  base: CurrencyCode,
  quote: CurrencyCode,
  at: Instant,
): Promise<FxRate | null> {
  const row = await db.fxRates
    .where('[base+quote+asOf]')
    .between([base, quote, Dexie.minKey], [base, quote, at], true, true)
    .last();
  return row === undefined ? null : rateOf(row);
}

/** No rate is set ahead of its time: the newest there is, is the one in force. */
const EVER = instant(Number.MAX_SAFE_INTEGER);

/** The newer of the two directions in which a rate may be kept; null when they are one currency or none is known. */
export async function rateBetween(db: ArchvdDatabase, a: CurrencyCode, b: CurrencyCode): Promise<FxRate | null> {
  if (a === b) return null;
  const [there, back] = await Promise.all([latestFxRate(db, a, b, EVER), latestFxRate(db, b, a, EVER)]);
  if (there === null || back === null) return there ?? back;
  return back.asOf > there.asOf ? back : there;
}

/**
 * Rates for what happened at many moments, read once: the one in force then or, for what is older than every rate, the
 * first one after it. So what is read late gets the rate of its day, and what is read again the rate it had.
 */
export async function fxRatesByDay(
  db: ArchvdDatabase,
  base: CurrencyCode,
  quote: CurrencyCode,
): Promise<(at: Instant) => FxRate | null> {
  const rows = await db.fxRates
    .where('[base+quote+asOf]')
    .between([base, quote, Dexie.minKey], [base, quote, Dexie.maxKey])
    .toArray();
  const rates = rows.map(rateOf);
  return (at) => rates.findLast((rate) => rate.asOf <= at) ?? rates[0] ?? null;
}

type RateKey = Pick<FxRate, 'base' | 'quote' | 'asOf'>;

const idOf = ({ base, quote, asOf }: RateKey): string => `${base}/${quote}@${asOf}`;

/** Keeps a rate; one of the same pair of currencies and instant is replaced. */
export async function putFxRate(db: ArchvdDatabase, rate: Omit<FxRateRow, 'id'>): Promise<FxRateRow> {
  const row = { ...rate, id: idOf(rate) };
  await db.fxRates.put(row);
  return row;
}

/** The rate of these currencies that is in force from this very instant on. */
export async function fxRateRow(db: ArchvdDatabase, rate: RateKey): Promise<FxRateRow | null> {
  return (await db.fxRates.get(idOf(rate))) ?? null;
}

/** A row as the rate it holds: what is stored with a rate keeps nothing of the row. */
export function rateOf({ id: _id, updatedAt: _updatedAt, ...rate }: FxRateRow): FxRate {
  return rate;
}
