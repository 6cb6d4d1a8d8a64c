import { CommandError } from '@/lib/commands/command-deps';
import { hideRelease } from '@/lib/commands/hide-release';
import { importReleases } from '@/lib/commands/import-releases';
import { captureRelease } from '@/lib/commands/capture-release';
import { removeReleases, saveRelease, type ReleaseDraft } from '@/lib/commands/save-release';
import { parseStyleCode } from '@/lib/domain/catalog/style-code';
import { money } from '@/lib/domain/money/money';
import { siteName } from '@/lib/domain/sites/site';
import { instant } from '@/lib/domain/time/instant';
import type { MessageInput } from '@/lib/messaging/protocol';
import type { MessageHandlers } from '@/lib/messaging/server';
import { toMoney } from '@/lib/queries/page-question';
import { attempt, commandDeps, currencyOf, flat } from './attempt';
import { attemptOfCard } from './attempt-of-card';
import { addressOf } from './page-address';
import type { DeskParts } from './ports';

type Told = MessageInput<'releases/save'>['release'];

/** Releases: what comes out when. */
export function releaseHandlers({ ground }: Pick<DeskParts, 'ground'>) {
  const deps = commandDeps(ground);
  return {
    'releases/save': async ({ id, release }) =>
      flat(await attempt(ground, async () => saveRelease(deps, { id, draft: toDraft(release) }))),
    'releases/remove': async ({ ids }) => flat(await attempt(ground, () => removeReleases(deps, ids))),
    'releases/hide': async (wish) => flat(await attempt(ground, () => hideRelease(deps, wish))),
    'releases/import': async ({ fileName, digest, entries }) =>
      flat(
        await attempt(ground, async () =>
          importReleases(deps, {
            fileName,
            digest,
            entries: entries.map(({ ref, release }) => ({ ref, draft: toDraft(release) })),
          }),
        ),
      ),
    'page/add-release': async ({ site, styleCode, catalogId, name, brand, date, price }, sender) =>
      flat(
        await attemptOfCard(ground, async () => {
          if (name.trim() === '')
            throw new CommandError('bad-value', 'This page names no product. Nothing was changed.');
          const draft: ReleaseDraft = {
            catalogId,
            styleCode: styleCode === null ? null : parseStyleCode(styleCode),
            name,
            brand,
            date,
            at: null,
            // A `$` that may be any dollar is no retail price.
            retailPrice: toMoney(price, null),
            url: addressOf(sender.url),
            note: siteName(site),
            remind: true,
          };
          return captureRelease(deps, draft);
        }),
      ),
  } satisfies Partial<MessageHandlers>;
}

function toDraft({ styleCode, at, retailPrice, ...told }: Told): ReleaseDraft {
  return {
    ...told,
    styleCode: styleCode === null ? null : parseStyleCode(styleCode),
    at: at === null ? null : instant(at),
    retailPrice: retailPrice === null ? null : money(retailPrice.minor, currencyOf(retailPrice.currency)),
  };
}
