import { importPurchaseLedger, previewPurchaseLedger } from '@/lib/commands/import-purchase-ledger';
import { setFxRate } from '@/lib/commands/set-fx-rate';
import { setPairCost } from '@/lib/commands/set-pair-cost';
import { CommandError, type CommandDeps } from '@/lib/commands/command-deps';
import { MarketError } from '@/lib/domain/errors/market-error';
import { isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currency';
import { money } from '@/lib/domain/money/money';
import type { Engine } from '@/lib/jobs/engine';
import { clearRefused } from '@/lib/jobs/token-standing';
import type { MarketplaceReads } from '@/lib/marketplaces/contract/marketplace';
import type { MessageHandlers } from '@/lib/messaging/server';
import { toFailure, type Failure } from '@/lib/messaging/failure';
import { clearStored } from '@/lib/settings/clear-stored';
import { cleanToken } from '@/lib/secrets/clean-token';
import { VaultError } from '@/lib/secrets/vault-error';
import { connectSeller } from '@/lib/sync/connect-seller';
import type { Ground } from './compose-ground';
import { composeStanding } from './compose-standing';

type Done = { ok: true } | { ok: false; error: Failure };

interface MessageParts {
  readonly ground: Ground;
  readonly engine: Engine;
  readonly marketplaceWith: (token: string) => MarketplaceReads & { readonly id: 'alias' };
}

/** What the background does for each message of our own pages. */
export function composeMessages(parts: MessageParts): MessageHandlers {
  return { ...connectionHandlers(parts), ...vaultHandlers(parts), ...bookHandlers(parts), ...snapshotHandlers(parts) };
}

type Attempt<T> = { ok: true; value: T } | { ok: false; error: Failure };

/**
 * Does what a person asked for. A refusal is an answer, whose words the screen shows; of an error that is not ours the
 * log keeps its kind. Whatever a person does starts the auto-lock anew.
 */
async function attempt<T>({ log, vault }: Ground, run: () => Promise<T>): Promise<Attempt<T>> {
  await quietly(log, () => vault.touch());
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    const failure = toFailure(error);
    log.warn('command failed', { code: failure.code, kind: error instanceof Error ? error.name : typeof error });
    return { ok: false, error: failure };
  }
}

/** A vault that cannot be asked now is not prolonged, and that must not keep anybody from their books. */
async function quietly(log: Ground['log'], run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    log.warn('auto-lock not prolonged', { code: toFailure(error).code });
  }
}

async function done(ground: Ground, run: () => Promise<unknown>): Promise<Done> {
  const tried = await attempt(ground, run);
  return tried.ok ? { ok: true } : tried;
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
  const deps: CommandDeps = { db: ground.db, now: () => ground.clock.now(), newId: () => ground.random.id() };
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

function asResult<T>(tried: Attempt<T>): { ok: true; result: T } | { ok: false; error: Failure } {
  return tried.ok ? { ok: true, result: tried.value } : tried;
}

function currencyOf(text: string): CurrencyCode {
  if (!isCurrencyCode(text))
    throw new CommandError('unknown-currency', 'The companion does not keep that currency. Nothing was changed.');
  return text;
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
