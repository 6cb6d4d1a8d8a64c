import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clearStored } from './clear-stored';
import { createOpaqueStore } from './opaque-store';
import { OPAQUE } from './opaque-values';
import { SETTINGS } from './registry';
import { getSetting, setSetting, settingProblems, watchSetting } from './stored-settings';

const local = fakeBrowser.storage.local;

beforeEach(() => fakeBrowser.reset());

describe('the registry', () => {
  const all = [...Object.values(SETTINGS), ...Object.values(OPAQUE)];

  test('no two entries share a key', () => {
    const keys = all.map((entry) => `${entry.area}:${entry.key}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('every default fits its own schema', () => {
    for (const { schema, fallback } of Object.values(SETTINGS)) {
      expect(schema.safeParse(fallback)).toEqual({ success: true, data: fallback });
    }
  });
});

test('a fresh profile has the defaults', async () => {
  expect(await getSetting('displayCurrency')).toBe('USD');
  expect(await getSetting('feeProfile')).toEqual({ rating: 90, country: 'US', method: 'prepaid', withdraws: true });
  expect(await getSetting('regionId')).toBeNull();
  expect(await settingProblems()).toEqual([]);
});

test('what is set is read back, also when it is null over something', async () => {
  await setSetting('regionId', '2');
  expect(await getSetting('regionId')).toBe('2');
  await setSetting('regionId', null);
  expect(await getSetting('regionId')).toBeNull();
  expect(await local.get('region-id')).toEqual({ 'region-id': { v: 1, value: null } });
});

test('a value that does not fit is refused and nothing changes', async () => {
  await setSetting('feeProfile', { rating: 75, country: 'GB', method: 'drop-off', withdraws: false });
  const attempt = setSetting('feeProfile', { rating: 75.5, country: 'GB', method: 'drop-off', withdraws: false });
  await expect(attempt).rejects.toMatchObject({ code: 'setting-refused' });
  expect((await getSetting('feeProfile')).rating).toBe(75);
});

describe('a stored value that cannot be used', () => {
  const stored = { v: 9, value: 'XYZ' };

  test('gives the default with its reason, and is still there afterwards', async () => {
    await local.set({ 'display-currency': stored });
    expect(await getSetting('displayCurrency')).toBe('USD');
    expect(await settingProblems()).toEqual([
      { name: 'displayCurrency', reason: 'The default is used: a newer version of the extension wrote it.' },
    ]);
    expect(await local.get('display-currency')).toEqual({ 'display-currency': stored });
  });

  test('is kept aside when it is replaced', async () => {
    await local.set({ 'display-currency': stored });
    await setSetting('displayCurrency', 'EUR');
    expect(await getSetting('displayCurrency')).toBe('EUR');
    expect(await local.get('aside.display-currency')).toEqual({ 'aside.display-currency': stored });
    expect(await settingProblems()).toEqual([]);
  });
});

test('watchers hear the value in force, until they stop', async () => {
  const heard: string[] = [];
  const stop = watchSetting('displayCurrency', (value) => heard.push(value));
  await setSetting('displayCurrency', 'EUR');
  await local.set({ 'display-currency': 'nonsense' });
  stop();
  await setSetting('displayCurrency', 'GBP');
  expect(heard).toEqual(['EUR', 'USD']);
});

test('disconnecting clears what belongs to the token and leaves what the person chose', async () => {
  await setSetting('displayCurrency', 'EUR');
  await createOpaqueStore('vault').write({ sealed: true });
  await createOpaqueStore('vaultKeys').write({ any: 'key' });
  await clearStored('disconnect');
  expect(await getSetting('displayCurrency')).toBe('EUR');
  expect(await createOpaqueStore('vault').read()).toBeNull();
  expect(await fakeBrowser.storage.session.get()).toEqual({});
});

test('deleting everything leaves nothing, also nothing that was kept aside', async () => {
  await local.set({ 'display-currency': 'nonsense' });
  await setSetting('displayCurrency', 'EUR');
  await createOpaqueStore('answeredMessages').write({ a: 1 });
  await clearStored('delete-all');
  expect({ ...(await local.get()), ...(await fakeBrowser.storage.session.get()) }).toEqual({});
});
