import { CommandError } from '@/lib/commands/command-deps';
import { fileTaxReport, unfileTaxReport } from '@/lib/commands/file-tax-report';
import { numberStock } from '@/lib/commands/number-stock';
import { setPairTax, type PairTaxChanges } from '@/lib/commands/set-pair-tax';
import { money } from '@/lib/domain/money/money';
import { pairsToNumber, stockBook } from '@/lib/domain/tax/stock-book';
import type { CalendarDate } from '@/lib/domain/time/instant';
import type { MessageInput } from '@/lib/messaging/protocol';
import type { MessageHandlers } from '@/lib/messaging/server';
import { readTax, type TaxReading } from '@/lib/queries/tax-books';
import { reportAt } from '@/lib/queries/tax-filed';
import { attempt, commandDeps, currencyOf, done, flat } from './attempt';
import type { DeskParts } from './ports';

type Parts = Pick<DeskParts, 'ground' | 'stored' | 'repricing'>;

/** What the seller said for the tax office. */
export function taxHandlers(parts: Parts) {
  const { ground, repricing } = parts;
  const deps = commandDeps(ground);
  return {
    'tax/set-pairs': async ({ pairIds, changes }) =>
      flat(await attempt(ground, async () => setPairTax(deps, pairIds, toChanges(changes)))),
    'tax/number-stock': async () =>
      flat(
        await attempt(ground, async () => {
          const { settled, books, numbers, profile } = await readBooks(parts);
          const lines = stockBook(settled, books.pairs, numbers, profile, repricing.offsetAt);
          return numberStock(deps, pairsToNumber(lines));
        }),
      ),
    'tax/file': async ({ kind, first }) =>
      flat(
        await attempt(ground, async () => {
          const reading = await readBooks(parts);
          const report = reportAt(reading, kind, first as CalendarDate, repricing.offsetAt);
          return fileTaxReport(deps, report, reading.profile);
        }),
      ),
    'tax/unfile': ({ id }) => done(ground, () => unfileTaxReport(deps, id)),
  } satisfies Partial<MessageHandlers>;
}

/** @throws CommandError `not-allowed` while nobody said where they are taxed */
async function readBooks({ ground, stored, repricing }: Parts): Promise<TaxReading> {
  const reading = await readTax(ground.db, await stored.get('taxProfile'), repricing.offsetAt);
  if (reading === null)
    throw new CommandError('not-allowed', 'Say first in which country you are taxed. Nothing was changed.');
  return reading;
}

/** @throws CommandError `unknown-currency` */
function toChanges({ treatment, note, purchaseInvoice, inputTax }: MessageInput<'tax/set-pairs'>['changes']) {
  const changes: PairTaxChanges = {
    ...(treatment === undefined ? {} : { treatment }),
    ...(note === undefined ? {} : { note }),
    ...(purchaseInvoice === undefined ? {} : { purchaseInvoice }),
    ...(inputTax === undefined
      ? {}
      : { inputTax: inputTax === null ? null : money(inputTax.minor, currencyOf(inputTax.currency)) }),
  };
  return changes;
}
