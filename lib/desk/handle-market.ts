import { editWatchItem } from '@/lib/commands/edit-watch-item';
import { removeWatchItem } from '@/lib/commands/remove-watch-item';
import { watchProduct } from '@/lib/commands/watch-product';
import { money, type Money } from '@/lib/domain/money/money';
import type { MessageHandlers } from '@/lib/messaging/server';
import { refreshProduct } from '@/lib/sync/refresh-product';
import { searchCatalogue } from '@/lib/sync/search-catalogue';
import { attempt, commandDeps, currencyOf, done, doneUnasked, flat } from './attempt';
import { lookAgain, toRefresh } from './look-again';
import type { DeskParts } from './ports';

/** Looking into the catalogue and the market, and what is watched. */
export function marketHandlers({ ground, reading }: Pick<DeskParts, 'ground' | 'reading'>) {
  const deps = commandDeps(ground);
  return {
    'catalog/search': async ({ query, token }) => {
      const tried = await attempt(ground, () => searchCatalogue(reading, query, token));
      if (!tried.ok) return tried;
      const { products, next } = tried.value;
      return {
        ok: true,
        products: products.map((each) => ({ ...each, allowedSizes: [...each.allowedSizes] })),
        next,
      };
    },
    'market/refresh': ({ unasked = false, ...asked }) =>
      unasked
        ? doneUnasked(ground, () => lookAgain(reading, asked))
        : done(ground, () => refreshProduct(reading, toRefresh(asked))),
    'watch/add': async ({ catalogId, usSize, targetPrice, watchlistId }) =>
      flat(
        await attempt(ground, async () =>
          watchProduct(deps, { catalogId, usSize, targetPrice: toTarget(targetPrice) ?? null, watchlistId }),
        ),
      ),
    'watch/edit': async ({ itemId, usSize, targetPrice, note }) =>
      flat(
        await attempt(ground, async () =>
          editWatchItem(deps, { itemId, usSize, targetPrice: toTarget(targetPrice), note }),
        ),
      ),
    'watch/remove': async ({ itemId }) => flat(await attempt(ground, () => removeWatchItem(deps, itemId))),
  } satisfies Partial<MessageHandlers>;
}

type Sent = { readonly minor: number; readonly currency: string } | null | undefined;

/** @throws CommandError `unknown-currency` */
function toTarget(sent: Sent): Money | null | undefined {
  return sent === null || sent === undefined ? sent : money(sent.minor, currencyOf(sent.currency));
}
