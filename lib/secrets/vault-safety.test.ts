import { describe, expect, test } from 'vitest';
import { shiftInstant } from '@/lib/domain/time/instant';
import { fakeVault, type FakeVault } from '@/tests/fakes/fake-vault';
import type { Vault } from './vault';

const TOKEN = 'goatapi_canary_9f8e7d6c5b4a39281706';
const PASS = 'tin harbour seldom';
const NEXT = 'quiet ladder of seven';

const UNPROTECTED = { passphrase: null, keyMode: 'device', autoLockMinutes: null } as const;
const SESSION = { passphrase: PASS, keyMode: 'session', autoLockMinutes: 15 } as const;
const DEVICE = { passphrase: PASS, keyMode: 'device', autoLockMinutes: 15 } as const;

/** A secret as it could lie in a dump: as text, reversed, hex, and base64 at each of its three offsets. */
function disguises(secret: string): readonly string[] {
  const inner = (prefix: string) =>
    Buffer.from(prefix + secret)
      .toString('base64')
      .slice(4, -4);
  const utf16 = Buffer.from(secret, 'utf16le').toString('hex');
  return [secret, secret.slice(8, 24), Buffer.from(secret).toString('hex'), utf16, inner(''), inner('x'), inner('xx')];
}

test('the search finds a secret in each disguise', () => {
  const planted = Buffer.from(`..${TOKEN}..`).toString('base64');
  expect(disguises(TOKEN).some((form) => planted.includes(form))).toBe(true);
});

describe('I18: the token does not leak', () => {
  const steps: readonly (readonly [string, (vault: Vault, fake: FakeVault) => Promise<unknown>])[] = [
    ['store', (vault) => vault.store(TOKEN)],
    ['read', (vault) => vault.read()],
    ['protect, session', (vault) => vault.protect({ current: null, ...SESSION })],
    ['read while protected', (vault) => vault.read()],
    ['lock', (vault) => vault.lock()],
    ['unlock', (vault) => vault.unlock(PASS)],
    ['change to device', (vault) => vault.protect({ current: PASS, ...DEVICE, passphrase: NEXT })],
    ['touch', (vault) => vault.touch()],
    ['lock by time', (vault, fake) => vault.lockIfDue(shiftInstant(fake.now, 86_400_000))],
    ['unlock again', (vault) => vault.unlock(NEXT)],
    ['store again', (vault) => vault.store(TOKEN)],
    ['unprotect', (vault) => vault.protect({ current: NEXT, ...UNPROTECTED })],
    ['forget', (vault) => vault.forget()],
  ];

  test('nor does the passphrase: neither lies anywhere after any operation', async () => {
    const fake = fakeVault();
    for (const [name, step] of steps) {
      await step(fake.vault, fake);
      const dump = await fake.dump();
      const found = [TOKEN, PASS, NEXT].flatMap(disguises).filter((form) => dump.includes(form));
      expect([name, found]).toEqual([name, []]);
    }
  });

  test('errors name neither', async () => {
    const fake = fakeVault();
    await fake.vault.store(TOKEN);
    const failures = await Promise.allSettled([
      fake.vault.store(`${TOKEN} ${TOKEN}`),
      fake.vault.protect({ current: null, ...SESSION, passphrase: 'canary' }),
      fake.vault.lock(),
    ]);
    expect(failures.every(({ status }) => status === 'rejected')).toBe(true);
    expect(failures.map((failure) => String(Reflect.get(failure, 'reason'))).join()).not.toContain('canary');
  });

  test('keys on the device cannot be read out, and no key bytes are on the disk', async () => {
    const fake = fakeVault();
    await fake.vault.store(TOKEN);
    await fake.vault.protect({ current: null, ...DEVICE });
    const { id } = fake.boxes.record.value as { id: string };
    const key = await fake.deviceKeys.get(id);
    expect(key?.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key as CryptoKey)).rejects.toThrow(/not extractable/);
    expect(fake.boxes.session.value).toBeNull();
  });

  test('locking takes every key away, from memory and from the device', async () => {
    for (const protection of [SESSION, DEVICE]) {
      const fake = fakeVault();
      await fake.vault.store(TOKEN);
      await fake.vault.protect({ current: null, ...protection });
      await fake.vault.lock();
      expect(fake.boxes.session.value).toBeNull();
      expect(await fake.dump()).not.toContain('CryptoKey');
    }
  });

  test('the same token is never the same ciphertext', async () => {
    const fake = fakeVault();
    const seen = new Set<unknown>();
    for (let round = 0; round < 5; round++) {
      await fake.vault.store(TOKEN);
      const { token } = fake.boxes.record.value as { token: { iv: string; data: string } };
      seen.add(token.iv).add(token.data);
    }
    expect(seen.size).toBe(10);
  });
});

describe('whoever changes what is stored is found out', () => {
  async function tampered(change: (record: Record<string, unknown>) => void): Promise<FakeVault> {
    const fake = fakeVault();
    await fake.vault.store(TOKEN);
    await fake.vault.protect({ current: null, ...SESSION });
    change(fake.boxes.record.value as Record<string, unknown>);
    return fake;
  }
  const flip = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);

  test.each(['iv', 'data'])('a changed %s of the token does not open, and is left as it is', async (part) => {
    const fake = await tampered((record) => {
      const token = record['token'] as Record<string, string>;
      token[part] = flip(token[part] ?? '');
    });
    const before = JSON.stringify(fake.boxes.record.value);
    await expect(fake.vault.read()).rejects.toMatchObject({
      name: 'MarketError',
      code: 'locked',
      message: /cannot be read/,
    });
    await fake.vault.lock();
    await expect(fake.vault.unlock(PASS)).rejects.toMatchObject({ code: 'damaged' });
    expect(JSON.stringify(fake.boxes.record.value)).toBe(before);
  });

  test.each([
    ['key mode', 'keyMode', 'device'],
    ['auto-lock', 'autoLockMinutes', null],
    ['id', 'id', 'another'],
  ])('a changed %s makes the passphrase fail', async (_name, field, value) => {
    const fake = await tampered((record) => (record[field] = value));
    await expect(fake.restartBrowser().unlock(PASS)).rejects.toMatchObject({ code: 'wrong-passphrase' });
  });

  test('the token of another vault does not open in this one', async () => {
    const fake = await tampered(() => undefined);
    const other = fakeVault();
    await other.vault.store(TOKEN);
    Object.assign(fake.boxes.record.value as object, {
      token: Reflect.get(other.boxes.record.value as object, 'token'),
    });
    await expect(fake.vault.read()).rejects.toMatchObject({ code: 'locked' });
  });
});

describe('a record that cannot be read', () => {
  test.each([
    ['text', 'garbled'],
    ['a newer schema', { schema: 2 }],
    ['a number', 7],
    ['an empty object', {}],
  ])('(%s) is told, is not overwritten, and can be forgotten', async (_name, value) => {
    const fake = fakeVault();
    fake.boxes.record.value = value;
    expect(await fake.vault.status()).toMatchObject({ state: 'damaged' });
    await expect(fake.vault.read()).rejects.toMatchObject({ code: 'locked' });
    await expect(fake.vault.store(TOKEN)).rejects.toMatchObject({ code: 'damaged', message: /left as it was/ });
    await expect(fake.vault.unlock(PASS)).rejects.toMatchObject({ code: 'damaged' });
    await expect(fake.vault.protect({ current: PASS, ...SESSION })).rejects.toMatchObject({ code: 'damaged' });
    expect(fake.boxes.record.value).toEqual(value);
    await fake.vault.forget();
    await fake.vault.store(TOKEN);
    expect(await fake.vault.read()).toBe(TOKEN);
  });

  test('a key that is gone is told, and a new token may replace what nobody can open', async () => {
    const fake = fakeVault();
    await fake.vault.store(TOKEN);
    await fake.deviceKeys.keepOnly(null);
    expect(await fake.vault.status()).toMatchObject({ state: 'damaged' });
    await fake.vault.store(TOKEN);
    expect(await fake.vault.read()).toBe(TOKEN);
  });
});

describe('an operation that dies at any step leaves a vault that opens', () => {
  const changes = [
    ['set a passphrase, session', UNPROTECTED, SESSION],
    ['set a passphrase, device', UNPROTECTED, DEVICE],
    ['change it', SESSION, { ...SESSION, passphrase: NEXT }],
    ['move from session to device', SESSION, { ...DEVICE, passphrase: NEXT }],
    ['move from device to session', DEVICE, { ...SESSION, passphrase: NEXT }],
    ['take it away', DEVICE, UNPROTECTED],
  ] as const;

  test.each(changes)('%s', async (_name, from, to) => {
    let completed = false;
    for (let steps = 0; !completed; steps++) {
      const fake = fakeVault();
      await fake.vault.store(TOKEN);
      await fake.vault.protect({ current: null, ...from });
      const before = JSON.stringify(fake.boxes.record.value);
      fake.stepsLeft = steps;
      const succeeded = await fake.vault.protect({ current: from.passphrase, ...to }).then(
        () => true,
        () => false,
      );
      completed = fake.stepsLeft > 0;
      fake.stepsLeft = Infinity;
      const switched = JSON.stringify(fake.boxes.record.value) !== before;
      // Who was told that it failed still has the old passphrase; who was told that it is done has the new one.
      expect(switched).toBe(succeeded);
      const passphrase = succeeded ? to.passphrase : from.passphrase;
      const reopened = fake.restartWorker();
      expect(await reopened.read()).toBe(TOKEN);
      if (passphrase !== null) {
        await reopened.lock();
        await reopened.unlock(passphrase);
        expect(await reopened.read()).toBe(TOKEN);
      }
      expect(steps).toBeLessThan(20);
    }
  });
});
