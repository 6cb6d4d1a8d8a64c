import { MarketError } from '@/lib/domain/errors/market-error';
import { attempt, done } from '@/lib/desk/attempt';
import type { Ground, MessageParts } from '@/lib/desk/ports';
import { clearRefused } from '@/lib/jobs/token-standing';
import { MESSAGE_NAMES } from '@/lib/messaging/declared';
import { DEMO } from '@/lib/messaging/protocol/demo';
import type { MessageHandlers } from '@/lib/messaging/server';
import { clearStored } from '@/lib/settings/clear-stored';
import { cleanToken } from '@/lib/secrets/clean-token';
import { VaultError } from '@/lib/secrets/vault-error';
import { connectSeller } from '@/lib/sync/connect-seller';
import { handToDesk, type OpenDesk } from './compose-desk';
import { composeStanding } from './compose-standing';
import { accountRefusals } from './handle-demo';
import { noticeHandlers } from './handle-notices';
import { siteHandlers } from './handle-sites';

/** Every message but those that are answered before there is a world, or change which world answers. */
export type WorldHandlers = Omit<MessageHandlers, keyof typeof DEMO | 'page/open-panel'>;

/** What the background does for each message: account, token, reading and notices by itself, the rest at the desk. */
export function composeMessages(parts: MessageParts, openDesk: OpenDesk): WorldHandlers {
  const own = {
    ...connectionHandlers(parts),
    ...vaultHandlers(parts),
    ...noticeHandlers(parts),
    ...siteHandlers(openDesk),
  };
  return {
    ...handToDesk(openDesk, namesBeside(own)),
    ...own,
    ...(parts.ground.isDemo ? accountRefusals() : {}),
  };
}

function namesBeside(own: object): readonly string[] {
  const elsewhere = { ...own, ...DEMO, 'page/open-panel': null };
  return MESSAGE_NAMES.filter((name) => !Object.hasOwn(elsewhere, name));
}

function connectionHandlers({ ground, engine, marketplaceWith }: MessageParts) {
  const { db, clock, vault, snapshots } = ground;
  return {
    'connection/test': ({ token }) =>
      done(ground, async () => marketplaceWith(usable(token)).checkConnection({ priority: 'user' })),
    'connection/connect': async ({ token, whenDifferent }) => {
      const parts = {
        db,
        snapshots,
        clock,
        marketplaceWith,
        makeReady: () => readyToKeep(vault),
        keep: (accepted: string) => vault.store(accepted),
      };
      const tried = await attempt(ground, () => connectSeller(parts, usable(token), whenDifferent));
      if (!tried.ok) return { kind: 'failed', error: tried.error };
      if (tried.value.kind === 'connected') {
        await clearRefused({ db, clock });
        engine.syncNow({ full: true });
      }
      return tried.value;
    },
    'connection/disconnect': () =>
      done(ground, async () => {
        engine.cancel();
        await vault.forget();
        await clearStored('disconnect');
      }),
    'sync/now': ({ full }) => done(ground, async () => engine.syncNow({ full })),
    'sync/cancel': () => done(ground, async () => engine.cancel()),
  } satisfies Partial<MessageHandlers>;
}

function usable(pasted: string): string {
  const cleaned = cleanToken(pasted);
  if (!cleaned.ok) throw new VaultError('bad-token', cleaned.message);
  return cleaned.token;
}

/** Asked before anything is changed: a vault that is locked or damaged takes no token. */
async function readyToKeep(vault: Ground['vault']): Promise<void> {
  const { state } = await vault.status();
  if (state === 'damaged') throw new VaultError('damaged');
  if (state === 'locked')
    throw new MarketError('locked', { message: 'The vault is locked. Unlock it first. Nothing was changed.' });
}

function vaultHandlers({ ground, engine }: MessageParts) {
  const { vault } = ground;
  const standing = composeStanding(ground);
  return {
    'vault/status': async () => ({ ...(await vault.status()), standing: await standing() }),
    'vault/lock': () =>
      done(ground, async () => {
        engine.cancel();
        await vault.lock();
      }),
    'vault/unlock': ({ passphrase }) =>
      done(ground, async () => {
        await vault.unlock(passphrase);
        engine.wake();
      }),
    'vault/protect': ({ currentPassphrase, passphrase, keyMode, autoLockMinutes }) =>
      done(ground, () => vault.protect({ current: currentPassphrase, passphrase, keyMode, autoLockMinutes })),
  } satisfies Partial<MessageHandlers>;
}
