import { fakeMarketplace } from '@/tests/fakes/fake-marketplace';
import { describe, expect, test } from 'vitest';
import { composeDesk } from '@/entrypoints/background/compose-desk';
import { composeMessages } from '@/entrypoints/background/compose-messages';
import type { Ground, MessageParts } from '@/lib/desk/ports';
import { MarketError } from '@/lib/domain/errors/market-error';
import { createAliasMarketplace } from '@/lib/marketplaces/alias/client';
import { createLog } from '@/lib/platform/log';
import { fakeClock, fakeRandom, START } from '../fakes/fake-platform';
import { fakeSnapshotStore } from '../fixtures/fake-snapshot-store';
import { createSnapshots } from '@/lib/db/backup/snapshots';
import { makeDatabase } from '../fixtures/test-database';
import { testDesk } from '../fixtures/test-desk';
import { fakeVault } from '../fakes/fake-vault';
import { VaultError } from '@/lib/secrets/vault-error';

/** The key database of a browser may be broken. That concerns the token, and nothing else a person does. */

function handlers() {
  const fake = fakeVault();
  const broken = () => Promise.reject(new VaultError('keys-unavailable'));
  const clock = fakeClock(START);
  const db = makeDatabase();
  const ground: Ground = {
    clock,
    db,
    random: fakeRandom(),
    log: createLog({ clock }),
    vault: fake.vault,
    snapshots: createSnapshots(fakeSnapshotStore(), clock),
    connection: { db } as Ground['connection'],
    isDemo: false,
  };
  const engine = { tick: async () => {}, wake: () => {}, syncNow: () => {}, cancel: () => {} };
  const marketplaceWith = () => {
    throw new MarketError('offline', { message: 'not asked' });
  };
  const marketplace = { ...createAliasMarketplace({ send: marketplaceWith }), ...fakeMarketplace() };
  const parts: MessageParts = { ground, engine, marketplace, marketplaceWith };
  return {
    fake,
    breakKeys: () => Object.assign(fake.deviceKeys, { get: broken, put: broken, keepOnly: broken }),
    messages: composeMessages(
      parts,
      composeDesk(parts, async () => testDesk),
    ),
  };
}

describe('with a key database that does not open', () => {
  test('the books can be worked on and the token can be forgotten', async () => {
    const { fake, breakKeys, messages } = handlers();
    await fake.vault.store('goatapi_canary_9f8e7d6c5b4a39281706');
    breakKeys();
    const rate = { base: 'EUR', quote: 'USD', rateE8: 110_000_000 };
    expect(await messages['fx/set-rate'](rate, {})).toMatchObject({ ok: true });
    expect(await messages['connection/disconnect']({}, {})).toEqual({ ok: true });
    expect(await messages['vault/status']({}, {})).toMatchObject({ state: 'empty' });
  });
});
