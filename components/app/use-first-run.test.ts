import { describe, expect, test } from 'vitest';
import { instant } from '@/lib/domain/time/instant';
import type { Freshness, FreshnessScope } from '@/lib/queries/freshness';
import { firstRunOf } from './use-first-run';

const SCOPES: readonly FreshnessScope[] = ['orders', 'listings', 'products', 'prices'];

function makeFreshness(...read: readonly FreshnessScope[]): Freshness {
  return {
    scopes: SCOPES.map((scope) => ({
      scope,
      lastSuccessAt: read.includes(scope) ? instant(1) : null,
      dueAt: null,
      running: false,
      error: null,
    })),
    syncedAt: null,
    running: false,
    error: null,
    offeredProducts: 0,
    withoutPrices: 0,
    oldestPricesAt: null,
  };
}

const makeVault = (state: 'empty' | 'locked' | 'unlocked') => ({
  state,
  hasPassphrase: state === 'locked',
  keyMode: 'device' as const,
  autoLockMinutes: null,
  standing:
    state === 'empty' ? ('not-connected' as const) : state === 'locked' ? ('locked' as const) : ('ready' as const),
});

describe('first run', () => {
  test('no token and nothing read: connect', () => {
    expect(firstRunOf(makeVault('empty'), makeFreshness(), 'welcome')).toBe('connect');
  });

  test('books with something in them are never hidden behind the connect screen', () => {
    expect(firstRunOf(makeVault('empty'), makeFreshness('orders'), 'done')).toBe('over');
  });

  test('a background that has not answered hides nothing that was read, and is waited for otherwise', () => {
    expect(firstRunOf(null, makeFreshness('orders'), 'done')).toBe('over');
    expect(firstRunOf(null, makeFreshness(), 'welcome')).toBe('unknown');
  });

  test('the first sync is over when what the screens need has been read', () => {
    expect(firstRunOf(makeVault('unlocked'), makeFreshness('orders', 'listings'), 'first-sync')).toBe('first-sync');
    expect(firstRunOf(makeVault('unlocked'), makeFreshness('orders', 'listings', 'products'), 'first-sync')).toBe(
      'over',
    );
  });

  test('before the books or the settings have been read nothing is decided', () => {
    expect(firstRunOf(makeVault('empty'), null, 'welcome')).toBe('unknown');
    expect(firstRunOf(makeVault('empty'), makeFreshness(), null)).toBe('unknown');
  });
});
