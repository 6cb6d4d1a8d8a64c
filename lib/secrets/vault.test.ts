import { describe, expect, test } from 'vitest';
import { HOUR_MS, shiftInstant } from '@/lib/domain/time/instant';
import { VaultError } from './vault-error';
import { fakeVault, type FakeVault } from '@/tests/fakes/fake-vault';

const TOKEN = 'goatapi_canary_9f8e7d6c5b4a39281706';
const OTHER = 'goatapi_second_0a1b2c3d4e5f60718293';
const PASS = 'tin harbour seldom';
const NEXT = 'quiet ladder of seven';

const LOCKED = { name: 'MarketError', code: 'locked' };

async function connected(): Promise<FakeVault> {
  const fake = fakeVault();
  await fake.vault.store(TOKEN);
  return fake;
}

async function protectedBy(keyMode: 'session' | 'device', autoLockMinutes: number | null = null): Promise<FakeVault> {
  const fake = await connected();
  await fake.vault.protect({ current: null, passphrase: PASS, keyMode, autoLockMinutes });
  return fake;
}

describe('without a passphrase', () => {
  test('an empty vault says so', async () => {
    const { vault } = fakeVault();
    expect(await vault.status()).toEqual({
      state: 'empty',
      hasPassphrase: false,
      keyMode: 'device',
      autoLockMinutes: null,
    });
    await expect(vault.read()).rejects.toMatchObject({ name: 'MarketError', code: 'not-connected' });
    await expect(vault.unlock(PASS)).rejects.toMatchObject({ code: 'not-connected' });
    await expect(
      vault.protect({ current: null, passphrase: PASS, keyMode: 'device', autoLockMinutes: null }),
    ).rejects.toMatchObject({ code: 'not-connected' });
  });

  test('a token stays usable over restarts of worker and browser', async () => {
    const fake = await connected();
    expect(await fake.restartWorker().read()).toBe(TOKEN);
    expect(await fake.restartBrowser().read()).toBe(TOKEN);
    expect(await fake.vault.status()).toEqual({
      state: 'unlocked',
      hasPassphrase: false,
      keyMode: 'device',
      autoLockMinutes: null,
    });
  });

  test('it cannot be locked, and says why', async () => {
    const { vault } = await connected();
    await expect(vault.lock()).rejects.toMatchObject({ code: 'no-passphrase' });
    expect(await vault.read()).toBe(TOKEN);
  });

  test('a new token replaces the old one; what cannot be a token does not', async () => {
    const { vault } = await connected();
    await vault.store(` "Bearer ${OTHER}" `);
    expect(await vault.read()).toBe(OTHER);
    await expect(vault.store('two words')).rejects.toMatchObject({ code: 'bad-token' });
    expect(await vault.read()).toBe(OTHER);
  });

  test('forgetting leaves nothing behind', async () => {
    const fake = await protectedBy('device', 15);
    await fake.vault.forget();
    expect(await fake.vault.status()).toMatchObject({ state: 'empty' });
    expect([fake.boxes.record.value, fake.boxes.lockAt.value, fake.boxes.session.value]).toEqual([null, null, null]);
    expect(await fake.dump()).not.toContain('CryptoKey');
  });
});

test('a key database that does not open keeps nobody connected: the token goes all the same', async () => {
  const fake = await protectedBy('device', 15);
  fake.deviceKeys.keepOnly = () => Promise.reject(new VaultError('keys-unavailable'));
  await fake.vault.forget();
  expect(await fake.vault.status()).toMatchObject({ state: 'empty' });
  expect([fake.boxes.record.value, fake.boxes.lockAt.value, fake.boxes.session.value]).toEqual([null, null, null]);
});

describe.each(['session', 'device'] as const)('with a passphrase, key mode %s', (keyMode) => {
  test('it stays open for the person who just set it, and tells its protection', async () => {
    const fake = await protectedBy(keyMode, 15);
    expect(await fake.vault.read()).toBe(TOKEN);
    expect(await fake.restartWorker().read()).toBe(TOKEN);
    expect(await fake.vault.status()).toEqual({ state: 'unlocked', hasPassphrase: true, keyMode, autoLockMinutes: 15 });
  });

  test('locked means that no request can be signed and no token stored, until the passphrase is given', async () => {
    const fake = await protectedBy(keyMode);
    await fake.vault.lock();
    await expect(fake.vault.read()).rejects.toMatchObject(LOCKED);
    await expect(fake.restartWorker().read()).rejects.toMatchObject(LOCKED);
    await expect(fake.vault.store(OTHER)).rejects.toMatchObject(LOCKED);
    expect(await fake.vault.status()).toMatchObject({ state: 'locked', hasPassphrase: true });
    await fake.vault.unlock(PASS);
    expect(await fake.vault.read()).toBe(TOKEN);
  });

  test('a wrong passphrase opens nothing and changes nothing', async () => {
    const fake = await protectedBy(keyMode);
    await fake.vault.lock();
    const before = await fake.dump();
    for (const wrong of ['', 'tin harbour seldoM', `${PASS} `]) {
      await expect(fake.vault.unlock(wrong)).rejects.toMatchObject({ name: 'VaultError', code: 'wrong-passphrase' });
    }
    expect(await fake.dump()).toBe(before);
  });

  test('the same letters typed on another keyboard open it', async () => {
    const fake = await connected();
    await fake.vault.protect({ current: null, passphrase: 'caf\u00e9 unter dem Dach', keyMode, autoLockMinutes: null });
    await fake.vault.lock();
    await fake.vault.unlock('cafe\u0301 unter dem Dach');
    expect(await fake.vault.read()).toBe(TOKEN);
  });

  test('only who knows the passphrase changes it, even while it is open', async () => {
    const fake = await protectedBy(keyMode);
    for (const current of [null, NEXT]) {
      const attempt = fake.vault.protect({ current, passphrase: NEXT, keyMode, autoLockMinutes: null });
      await expect(attempt).rejects.toMatchObject({ code: 'wrong-passphrase' });
    }
    await fake.vault.protect({ current: PASS, passphrase: NEXT, keyMode, autoLockMinutes: null });
    await fake.vault.lock();
    await expect(fake.vault.unlock(PASS)).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await fake.vault.unlock(NEXT);
    expect(await fake.vault.read()).toBe(TOKEN);
  });

  test('it can be taken away again', async () => {
    const fake = await protectedBy(keyMode, 5);
    await fake.vault.lock();
    await fake.vault.protect({ current: PASS, passphrase: null, keyMode: 'session', autoLockMinutes: 5 });
    expect(await fake.restartBrowser().read()).toBe(TOKEN);
    expect(await fake.vault.status()).toEqual({
      state: 'unlocked',
      hasPassphrase: false,
      keyMode: 'device',
      autoLockMinutes: null,
    });
  });

  test('a token stored later keeps the protection', async () => {
    const fake = await protectedBy(keyMode);
    await fake.vault.store(OTHER);
    await fake.vault.lock();
    await expect(fake.vault.read()).rejects.toMatchObject(LOCKED);
    await fake.vault.unlock(PASS);
    expect(await fake.vault.read()).toBe(OTHER);
  });
});

test('closing the browser locks in mode session and does not in mode device', async () => {
  await expect((await protectedBy('session')).restartBrowser().read()).rejects.toMatchObject(LOCKED);
  expect(await (await protectedBy('device')).restartBrowser().read()).toBe(TOKEN);
});

test('a weak passphrase is refused with words, and nothing changes', async () => {
  const fake = await connected();
  const before = await fake.dump();
  const attempt = fake.vault.protect({
    current: null,
    passphrase: 'password1',
    keyMode: 'session',
    autoLockMinutes: null,
  });
  await expect(attempt).rejects.toMatchObject({
    code: 'weak-passphrase',
    message: expect.stringMatching(/at least 10/),
  });
  expect(await fake.dump()).toBe(before);
});

describe.each(['session', 'device'] as const)('auto-lock, key mode %s', (keyMode) => {
  test('is checked on every use, whether or not an alarm came', async () => {
    const fake = await protectedBy(keyMode, 15);
    fake.now = shiftInstant(fake.now, 15 * 60_000 - 1);
    expect(await fake.vault.read()).toBe(TOKEN);
    fake.now = shiftInstant(fake.now, 1);
    await expect(fake.restartWorker().read()).rejects.toMatchObject(LOCKED);
    fake.now = shiftInstant(fake.now, -60_000);
    await expect(fake.vault.read()).rejects.toMatchObject(LOCKED);
  });

  test('reading does not put it off; a person does', async () => {
    const fake = await protectedBy(keyMode, 15);
    fake.now = shiftInstant(fake.now, 10 * 60_000);
    await fake.vault.read();
    await fake.vault.touch();
    fake.now = shiftInstant(fake.now, 10 * 60_000);
    expect(await fake.vault.read()).toBe(TOKEN);
    fake.now = shiftInstant(fake.now, 5 * 60_000);
    await expect(fake.vault.read()).rejects.toMatchObject(LOCKED);
  });

  test('by alarm says once that it locked', async () => {
    const fake = await protectedBy(keyMode, 15);
    expect(await fake.vault.lockIfDue(fake.now)).toBe(false);
    expect(await fake.vault.lockIfDue(shiftInstant(fake.now, HOUR_MS))).toBe(true);
    expect(await fake.vault.lockIfDue(shiftInstant(fake.now, HOUR_MS))).toBe(false);
    await expect(fake.vault.read()).rejects.toMatchObject(LOCKED);
  });

  test('a clock set back, or a time that is gone, locks rather than waits', async () => {
    const back = await protectedBy(keyMode, 15);
    back.now = shiftInstant(back.now, -HOUR_MS);
    await expect(back.vault.read()).rejects.toMatchObject(LOCKED);
    const gone = await protectedBy(keyMode, 15);
    gone.boxes.lockAt.value = null;
    await expect(gone.vault.read()).rejects.toMatchObject(LOCKED);
  });

  test('starts anew when it is unlocked', async () => {
    const fake = await protectedBy(keyMode, 15);
    fake.now = shiftInstant(fake.now, HOUR_MS);
    expect(await fake.vault.status()).toMatchObject({ state: 'locked' });
    await fake.vault.unlock(PASS);
    fake.now = shiftInstant(fake.now, 14 * 60_000);
    expect(await fake.vault.read()).toBe(TOKEN);
  });
});

test('a record made when guessing cost less is brought up to date by the next unlock', async () => {
  const fake = await protectedBy('session');
  await fake.vault.lock();
  const later = fake.restartWorker(2000);
  await later.unlock(PASS);
  expect(fake.boxes.record.value).toMatchObject({ passphrase: { derivation: { iterations: 2000 } } });
  await later.lock();
  await later.unlock(PASS);
  expect(await later.read()).toBe(TOKEN);
});
