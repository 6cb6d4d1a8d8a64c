import { importPurchaseLedger, previewPurchaseLedger } from '@/lib/commands/import-purchase-ledger';
import { setFxRate } from '@/lib/commands/set-fx-rate';
import { setPairCost } from '@/lib/commands/set-pair-cost';
import type { CommandDeps } from '@/lib/commands/command-deps';
import { isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currency';
import { money } from '@/lib/domain/money/money';
import type { Engine } from '@/lib/jobs/engine';
import { clearRefused } from '@/lib/jobs/token-standing';
import type { MarketplaceReads } from '@/lib/marketplaces/contract/marketplace';
import type { MessageHandlers } from '@/lib/messaging/server';
import { toFailure, type Failure } from '@/lib/messaging/failure';
import { cleanToken } from '@/lib/secrets/clean-token';
import { VaultError } from '@/lib/secrets/vault-error';
import { connectSeller } from '@/lib/sync/connect-seller';
import type { Ground } from './compose-ground';

type Done = { ok: true } | { ok: false; error: Failure };

interface MessageParts {
  readonly ground: Ground;
  readonly engine: Engine;
  marketplaceWith(token: string): MarketplaceReads & { readonly id: 'alias' };
}

/** What the background does for each message of our own pages. */
export function composeMessages(parts: MessageParts): MessageHandlers {
  return { ...connectionHandlers(parts), ...vaultHandlers(parts), ...bookHandlers(parts), ...snapshotHandlers(parts) };
}

/** A refusal is an answer: the screen shows its words. */
async function done(run: () => Promise<unknown>): Promise<Done> {
  try {
    await run();
    return { ok: true };
  } catch (error) {
    return { ok: false, error: toFailure(error) };
  }
}

function usable(pasted: string): string {
  const cleaned = cleanToken(pasted);
  if (!cleaned.ok) throw new VaultError('bad-token', cleaned.message);
  return cleaned.token;
}

function connectionHandlers({ ground, engine, marketplaceWith }: MessageParts) {
  const { db, clock, vault, snapshots } = ground;
  return {
    'connection/test': ({ token }) =>
      done(async () => marketplaceWith(usable(token)).checkConnection({ priority: 'user' })),
    'connection/connect': async ({ token, whenDifferent }) => {
      try {
        const deps = { db, snapshots, marketplaceWith, keep: (accepted: string) => vault.store(accepted) };
        const result = await connectSeller(deps, usable(token), whenDifferent);
        if (result.kind !== 'connected') return result;
        await clearRefused({ db, clock });
        void engine.syncNow({ full: true });
        return result;
      } catch (error) {
        return { kind: 'failed', error: toFailure(error) };
      }
    },
    'connection/disconnect': () =>
      done(async () => {
        engine.cancel();
        await vault.forget();
      }),
    'sync/now': ({ full }) =>
      done(async () => {
        await vault.touch();
        void engine.syncNow({ full });
      }),
    'sync/cancel': () => done(async () => engine.cancel()),
  } satisfies Partial<MessageHandlers>;
}

function vaultHandlers({ ground, engine }: MessageParts) {
  const { vault } = ground;
  return {
    'vault/status': () => vault.status(),
    'vault/lock': () =>
      done(async () => {
        engine.cancel();
        await vault.lock();
      }),
    'vault/unlock': ({ passphrase }) =>
      done(async () => {
        await vault.unlock(passphrase);
        void engine.tick();
      }),
    'vault/protect': ({ currentPassphrase, passphrase, keyMode, autoLockMinutes }) =>
      done(() => vault.protect({ current: currentPassphrase, passphrase, keyMode, autoLockMinutes })),
  } satisfies Partial<MessageHandlers>;
}

function bookHandlers({ ground }: MessageParts) {
  const deps: CommandDeps = { db: ground.db, now: () => ground.clock.now(), newId: () => ground.random.id() };
  return {
    'ledger/preview': ({ text }) => answering(() => previewPurchaseLedger(deps, text)),
    'ledger/import': ({ fileName, text }) => answering(() => importPurchaseLedger(deps, fileName, text)),
    'pair/set-cost': async ({ pairId, cost }) => {
      try {
        const previous = await setPairCost(
          deps,
          pairId,
          cost === null ? null : money(cost.minor, currencyOf(cost.currency)),
        );
        if (previous === undefined)
          return {
            ok: false,
            error: { code: 'not-found', message: 'That pair is no longer in the books. Nothing was changed.' },
          };
        return {
          ok: true,
          previous: previous === null ? null : { minor: previous.minor, currency: previous.currency },
        };
      } catch (error) {
        return { ok: false, error: toFailure(error) };
      }
    },
    'fx/set-rate': ({ base, quote, rateE8 }) =>
      done(() => setFxRate(deps, { base: currencyOf(base), quote: currencyOf(quote), rateE8 })),
  } satisfies Partial<MessageHandlers>;
}

async function answering<T>(run: () => Promise<T>): Promise<{ ok: true; result: T } | { ok: false; error: Failure }> {
  try {
    return { ok: true, result: await run() };
  } catch (error) {
    return { ok: false, error: toFailure(error) };
  }
}

class UnknownCurrency extends Error {
  readonly code = 'unknown-currency';
}

function currencyOf(text: string): CurrencyCode {
  if (!isCurrencyCode(text))
    throw new UnknownCurrency('The companion does not keep that currency. Nothing was changed.');
  return text;
}

function snapshotHandlers({ ground }: MessageParts) {
  const { db, snapshots } = ground;
  return {
    'snapshot/list': async () => ({ snapshots: [...(await snapshots.list())] }),
    'snapshot/take': () => done(() => snapshots.take(db)),
    'snapshot/restore': ({ name }) => done(() => snapshots.restore(db, name)),
  } satisfies Partial<MessageHandlers>;
}
