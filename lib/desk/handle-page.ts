import { addPairs } from '@/lib/commands/add-pairs';
import { CommandError } from '@/lib/commands/command-deps';
import { countSiteRead } from '@/lib/commands/count-site-read';
import { runUndo } from '@/lib/commands/undo';
import { watchProduct } from '@/lib/commands/watch-product';
import { parseStyleCode } from '@/lib/domain/catalog/style-code';
import { ageOf, HOUR_MS } from '@/lib/domain/time/instant';
import { toFailure } from '@/lib/messaging/failure';
import type { MessageHandlers } from '@/lib/messaging/server';
import type { PageSettings } from '@/lib/queries/page-look-up';
import { soughtAt } from '@/lib/sync/find-product';
import { commandDeps } from './attempt';
import { attemptOfCard } from './attempt-of-card';
import { toDraft } from './page-draft';
import { answerLook } from './page-look';
import { createPageRefresh } from './page-refresh';
import type { DeskParts, Ground } from './ports';

type PageParts = Pick<DeskParts, 'ground' | 'reading' | 'standing' | 'stored'>;

/** What the card on marketplace pages asks. Whoever sends may be a forged page: it learns and does no more than this. */
export function pageHandlers(parts: PageParts) {
  return {
    ...readHandlers(parts),
    ...commandHandlers(parts),
    ...placeHandlers(parts),
  } satisfies Partial<MessageHandlers>;
}

function readHandlers({ ground, reading, standing, stored }: PageParts) {
  const { db, isDemo } = ground;
  const refresh = createPageRefresh(reading);
  return {
    // Nobody's wish either: a count that cannot be kept is worth no word.
    'page/report': async (read) => {
      await countSiteRead(db, read, ground.clock.now()).catch(() => undefined);
      return { ok: true };
    },
    'page/look-up': async (input) =>
      answerLook(
        {
          db,
          settings: await pageSettings(ground, stored),
          standing: await standing(),
          isDemo,
          soughtAt: (styleCode) => soughtAt(reading, styleCode),
        },
        input,
      ),
    // Nobody's click: it neither prolongs the auto-lock nor is worth a line of trouble in the log.
    'page/refresh': async ({ styleCode, catalogId, usSize }) => {
      const code = parseStyleCode(styleCode);
      if (code === null) return { state: 'unknown-product' };
      try {
        return { state: await refresh({ styleCode: code, catalogId, usSize }) };
      } catch (error) {
        return { state: 'failed', error: toFailure(error) };
      }
    },
  } satisfies Partial<MessageHandlers>;
}

async function pageSettings({ clock }: Ground, stored: DeskParts['stored']): Promise<PageSettings> {
  const [profile, regionId, targetRoiBasisPoints, overlay, profiles] = await Promise.all([
    stored.get('feeProfile'),
    stored.get('regionId'),
    stored.get('targetRoi'),
    stored.get('overlay'),
    stored.get('siteProfiles'),
  ]);
  return { now: clock.now(), profile, regionId, targetRoiBasisPoints, profiles, ownCosts: overlay.ownCosts };
}

/** Only what a card itself has just done can be taken back from a page. */
const FROM_A_CARD = ['pairs/add', 'watch/add', 'releases/save'];

function commandHandlers({ ground, stored }: PageParts) {
  const deps = commandDeps(ground);
  const { db } = ground;
  return {
    'page/add': async (input, sender) => {
      const tried = await attemptOfCard(ground, async () =>
        addPairs(deps, { drafts: [await toDraft(deps, input, sender, await stored.get('siteProfiles'))] }),
      );
      return tried.ok ? { ok: true, undoId: tried.value.undoId } : tried;
    },
    'page/watch': async ({ catalogId, usSize }) => {
      const tried = await attemptOfCard(ground, async () => {
        if ((await db.products.where('catalogId').equals(catalogId).count()) === 0)
          throw new CommandError('not-found', 'The companion does not know this product yet. Nothing was changed.');
        return watchProduct(deps, { catalogId, usSize, targetPrice: null });
      });
      return tried.ok ? { ok: true, undoId: tried.value.undoId, already: tried.value.already } : tried;
    },
    'page/undo': async ({ undoId }) => {
      const tried = await attemptOfCard(ground, async () => {
        const undo = await db.undos.get(undoId);
        if (undo === undefined || !FROM_A_CARD.includes(undo.kind) || ageOf(undo.at, deps.now()) > HOUR_MS)
          throw new CommandError('not-found', 'That cannot be taken back here any more. Nothing was changed.');
        const { left } = await runUndo(deps, undoId);
        if (left > 0) throw new CommandError('not-allowed', 'It was changed since, and so stays as it is.');
      });
      return tried.ok ? { ok: true } : tried;
    },
  } satisfies Partial<MessageHandlers>;
}

function placeHandlers({ ground: { log }, stored }: PageParts) {
  const OPEN = { folded: false, top: null };
  return {
    'page/place': async ({ site }) => (await stored.get('overlay')).sites[site] ?? OPEN,
    'page/remember': async ({ site, place }) => {
      try {
        const overlay = await stored.get('overlay');
        await stored.set('overlay', { ...overlay, sites: { ...overlay.sites, [site]: place } });
        return { ok: true };
      } catch (error) {
        log.warn('card place not kept');
        return { ok: false, error: toFailure(error) };
      }
    },
  } satisfies Partial<MessageHandlers>;
}
