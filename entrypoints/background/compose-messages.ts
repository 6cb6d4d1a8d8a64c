import { importPurchaseLedger, previewPurchaseLedger } from '@/lib/commands/import-purchase-ledger';
import { setFxRate } from '@/lib/commands/set-fx-rate';
import { setPairCost } from '@/lib/commands/set-pair-cost';
import { MarketError } from '@/lib/domain/errors/market-error';
import { money } from '@/lib/domain/money/money';
import { clearRefused } from '@/lib/jobs/token-standing';
import type { DEMO } from '@/lib/messaging/protocol/demo';
import type { MessageHandlers } from '@/lib/messaging/server';
import { clearStored } from '@/lib/settings/clear-stored';
import { cleanToken } from '@/lib/secrets/clean-token';
import { VaultError } from '@/lib/secrets/vault-error';
import { connectSeller } from '@/lib/sync/connect-seller';
import { asResult, attempt, commandDeps, currencyOf, done, type MessageParts } from './attempt';
import type { Ground } from './compose-ground';
import { composeStanding } from './compose-standing';
import { dataHandlers } from './handle-data';
import { accountRefusals } from './handle-demo';
import { marketHandlers } from './handle-market';
import { noticeHandlers } from './handle-notices';
import { pageHandlers } from './handle-page';
import { pairHandlers } from './handle-pairs';
import { siteHandlers } from './handle-sites';
import { viewHandlers } from './handle-views';

/** Every message but those that change which world answers. */
export type WorldHandlers = Omit<MessageHandlers, keyof typeof DEMO>;

/** What the background does for each message. */
export function composeMessages(parts: MessageParts): WorldHandlers {
  return {
    ...connectionHandlers(parts),
    ...vaultHandlers(parts),
    ...bookHandlers(parts),
    ...snapshotHandlers(parts),
    ...pairHandlers(parts),
    ...viewHandlers(parts),
    ...marketHandlers(parts),
    ...dataHandlers(parts),
    ...noticeHandlers(parts),
    ...pageHandlers(parts),
    ...siteHandlers(),
    ...(parts.ground.isDemo ? accountRefusals() : {}),
  };
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

function bookHandlers({ ground }: MessageParts) {
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
    'fx/set-rate': ({ base, quote, rateE8 }) =>
      done(ground, () => setFxRate(deps, { base: currencyOf(base), quote: currencyOf(quote), rateE8 })),
  } satisfies Partial<MessageHandlers>;
}

function snapshotHandlers({ ground }: MessageParts) {
  const { db, snapshots, connection } = ground;
  // Books that do not open cannot be copied first: they are set aside by being replaced.
  const restore = (name: string) =>
    connection.state().kind === 'failed' ? snapshots.rebuild(db, name) : snapshots.restore(db, name);
  return {
    'snapshot/list': async () => ({ snapshots: [...(await snapshots.list())] }),
    'snapshot/take': () => done(ground, () => snapshots.take(db)),
    'snapshot/restore': ({ name }) => done(ground, () => restore(name)),
  } satisfies Partial<MessageHandlers>;
}
