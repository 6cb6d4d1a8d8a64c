import { importPurchaseLedger, previewPurchaseLedger } from '@/lib/commands/import-purchase-ledger';
import { removeFxRate, setFxRate } from '@/lib/commands/set-fx-rate';
import { setPairCost } from '@/lib/commands/set-pair-cost';
import { money } from '@/lib/domain/money/money';
import { instant } from '@/lib/domain/time/instant';
import type { MessageHandlers } from '@/lib/messaging/server';
import { asResult, attempt, commandDeps, currencyOf, flat } from './attempt';
import type { DeskParts } from './ports';

/** What pairs cost, one by one or from a ledger, and exchange rates. */
export function bookHandlers({ ground }: Pick<DeskParts, 'ground'>) {
  const deps = commandDeps(ground);
  return {
    'ledger/preview': async ({ text }) => asResult(await attempt(ground, () => previewPurchaseLedger(deps, text))),
    'ledger/import': async ({ fileName, text }) =>
      asResult(await attempt(ground, () => importPurchaseLedger(deps, fileName, text))),
    'pair/set-cost': async ({ pairId, cost }) => {
      const amount = cost === null ? null : () => money(cost.minor, currencyOf(cost.currency));
      const tried = await attempt(ground, () => setPairCost(deps, pairId, amount?.() ?? null));
      if (!tried.ok) return tried;
      return { ok: true, previous: tried.value === null ? null : { ...tried.value } };
    },
    'fx/set-rate': async ({ base, quote, rateE8, asOf }) =>
      flat(
        await attempt(ground, async () => {
          const since = asOf === undefined ? {} : { asOf: instant(asOf) };
          const typed = { base: currencyOf(base), quote: currencyOf(quote), rateE8, ...since };
          return { undoId: await setFxRate(deps, typed) };
        }),
      ),
    'fx/remove-rate': async ({ base, quote, asOf }) =>
      flat(
        await attempt(ground, async () => {
          const typed = { base: currencyOf(base), quote: currencyOf(quote), asOf: instant(asOf) };
          return { undoId: await removeFxRate(deps, typed) };
        }),
      ),
  } satisfies Partial<MessageHandlers>;
}
