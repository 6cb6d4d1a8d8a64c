import { appendActivity } from '@/lib/db/repositories/activity';
import { ecbCross, type EcbDay } from '@/lib/domain/fx/ecb';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { CommandError, type CommandDeps } from './command-deps';
import { recordRates, type RatesFile } from './record-rates';

export interface EcbWish {
  readonly days: readonly EcbDay[];
  readonly displayCurrency: CurrencyCode;
  /** Where the seller is taxed in another currency than is shown, rates into that one are needed too. */
  readonly taxCurrency?: CurrencyCode | null;
  readonly currencies: ReadonlySet<CurrencyCode>;
  /** When the oldest thing in the books was; rates long before it are left out. */
  readonly since: Instant | null;
  readonly by: 'user' | 'system';
  /** The file they came in, which can be taken back; left out: they were asked for. */
  readonly file?: RatesFile | undefined;
}

export interface KeptRates {
  /** Days taken over, and rates of them. */
  readonly days: number;
  readonly rates: number;
  /** Days before everything in the books. */
  readonly older: number;
  /** Currencies of the books that the ECB does not name. */
  readonly missing: readonly CurrencyCode[];
}

/** Rates are kept from so long before the oldest row, and at least for so long. */
const BEFORE_MS = 14 * DAY_MS;
const LEAST_MS = 366 * DAY_MS;

/**
 * Keeps the ECB's rates of the currencies the books use, into the seller's own and that of the taxes. The same day again
 * changes nothing; what was typed by hand stays, and is in force until a newer day.
 *
 * @throws CommandError `bad-value` when no day names what the books need
 */
export async function keepEcbRates(deps: CommandDeps, wish: EcbWish): Promise<KeptRates> {
  const { db } = deps;
  const { days } = wish;
  const joins = joinsOf(wish);
  const needed = [...new Set(joins.map(([base]) => base))].toSorted();
  const young = shiftInstant(deps.now(), -LEAST_MS);
  const old = wish.since === null ? young : shiftInstant(wish.since, -BEFORE_MS);
  const from = Math.min(young, old);
  const kept = days.filter(({ day }) => Date.parse(day) >= from && Date.parse(day) <= deps.now());
  const rates = kept.flatMap((day) => joins.flatMap(([base, quote]) => ecbCross(day, base, quote) ?? []));
  if (needed.length > 0 && rates.length === 0)
    throw new CommandError('bad-value', 'It names no rate that your books need. Nothing was changed.');
  const named = new Set(rates.map(({ base }) => base));
  const told = {
    days: new Set(rates.map(({ asOf }) => asOf)).size,
    rates: rates.length,
    older: days.length - kept.length,
    missing: needed.filter((currency) => !named.has(currency)),
  };
  const rows = rates.map((rate) => ({ ...rate, id: `${rate.base}/${rate.quote}@${rate.asOf}` }));
  await db.transaction('rw', [db.fxRates, db.imports, db.importChanges, db.activity], async () => {
    if (wish.file !== undefined) await recordRates(deps, wish.file, rows);
    await db.fxRates.bulkPut(rows);
    await appendActivity(db, {
      id: deps.newId(),
      at: deps.now(),
      kind: 'fx/ecb',
      by: wish.by,
      entity: null,
      summary: 'Rates of the European Central Bank kept',
      facts: { days: told.days, rates: told.rates },
    });
  });
  return told;
}

/** What is to be joined with what; a limit of the taxes may be told in euros. */
function joinsOf({ displayCurrency, taxCurrency = null, currencies }: EcbWish) {
  const joins = (quote: CurrencyCode, bases: Iterable<CurrencyCode>) =>
    [...new Set(bases)].filter((base) => base !== quote).map((base) => [base, quote] as const);
  const shown = joins(displayCurrency, currencies);
  if (taxCurrency === null || taxCurrency === displayCurrency) return shown;
  return [...shown, ...joins(taxCurrency, [...currencies, displayCurrency, 'EUR'])];
}
