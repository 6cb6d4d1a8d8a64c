import { aimWatched } from '@/lib/commands/aim-watched';
import { chooseWatched } from '@/lib/commands/choose-watched';
import { CommandError } from '@/lib/commands/command-deps';
import { moveWatched } from '@/lib/commands/move-watched';
import { orderWatchlists } from '@/lib/commands/order-watchlists';
import { removeWatched } from '@/lib/commands/remove-watched';
import { removeWatchlist } from '@/lib/commands/remove-watchlist';
import { saveWatchlist } from '@/lib/commands/save-watchlist';
import { watchMany, type WatchLine } from '@/lib/commands/watch-many';
import { cancelSearch, dismissSearch, searchAgain } from '@/lib/commands/watch-search';
import { makeDue } from '@/lib/db/repositories/jobs';
import { parseStyleCode } from '@/lib/domain/catalog/style-code';
import { money, type Money } from '@/lib/domain/money/money';
import type { MessageInput } from '@/lib/messaging/protocol';
import type { MessageHandlers } from '@/lib/messaging/server';
import { attempt, commandDeps, currencyOf, done, flat } from './attempt';
import type { DeskParts } from './ports';

/** Lists of what is watched, and many watched things at once. */
export function watchHandlers({ ground, engine }: Pick<DeskParts, 'ground' | 'engine'>) {
  const deps = commandDeps(ground);
  /** What was written down is searched for now, and what was added is priced. */
  const search = async () => {
    await makeDue(ground.db, ['find-watched', 'prices'], ground.clock.now());
    engine.wake();
  };
  return {
    'watchlists/save': async (change) => flat(await attempt(ground, () => saveWatchlist(deps, change))),
    'watchlists/remove': async ({ id }) => flat(await attempt(ground, () => removeWatchlist(deps, id))),
    'watchlists/order': async ({ ids }) => flat(await attempt(ground, () => orderWatchlists(deps, ids))),
    'watch/move': async (input) => flat(await attempt(ground, () => moveWatched(deps, input))),
    'watch/aim': async ({ itemIds, targetPrice }) =>
      flat(await attempt(ground, async () => aimWatched(deps, { itemIds, targetPrice: toMoney(targetPrice) }))),
    'watch/remove-many': async ({ itemIds }) => flat(await attempt(ground, () => removeWatched(deps, itemIds))),
    'watch/add-many': async ({ watchlistId, lines }) =>
      flat(
        await attempt(ground, async () => {
          const added = await watchMany(deps, { watchlistId, lines: lines.map(toLine) });
          await search();
          return added;
        }),
      ),
    'watch/choose': async (input) => flat(await attempt(ground, () => chooseWatched(deps, input))),
    'watch/cancel-search': ({ batchId }) => done(ground, () => cancelSearch(deps, batchId)),
    'watch/search-again': ({ batchId }) =>
      done(ground, async () => {
        await searchAgain(deps, batchId);
        await search();
      }),
    'watch/dismiss-search': ({ batchId }) => done(ground, () => dismissSearch(deps, batchId)),
  } satisfies Partial<MessageHandlers>;
}

/** @throws CommandError `bad-value` for what is no style code; `unknown-currency` */
function toLine(line: MessageInput<'watch/add-many'>['lines'][number]): WatchLine {
  const styleCode = parseStyleCode(line.styleCode);
  if (styleCode === null)
    throw new CommandError('bad-value', `${line.styleCode} is no style code. Nothing was changed.`);
  return { ...line, styleCode, targetPrice: toMoney(line.targetPrice) };
}

/** @throws CommandError `unknown-currency` */
function toMoney(sent: { readonly minor: number; readonly currency: string } | null): Money | null {
  return sent === null ? null : money(sent.minor, currencyOf(sent.currency));
}
