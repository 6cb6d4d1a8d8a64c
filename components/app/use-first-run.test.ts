import { describe, expect, test } from 'vitest';
import { instant } from '@/lib/domain/time/instant';
import type { Freshness, FreshnessScope } from '@/lib/queries/freshness';
import { demoRunOf, firstRunOf } from './use-first-run';

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
  test('no token and nothing read: welcome, or connect when that was reached; a later step needs its token again', () => {
    expect(firstRunOf(makeVault('empty'), makeFreshness(), 'welcome')).toBe('welcome');
    expect(firstRunOf(makeVault('empty'), makeFreshness(), 'connect')).toBe('connect');
    expect(firstRunOf(makeVault('empty'), makeFreshness(), 'preferences')).toBe('welcome');
  });

  test.each(['preferences', 'extras', 'next'] as const)('left at %s, taken up there, whatever was read', (step) => {
    expect(firstRunOf(makeVault('unlocked'), makeFreshness(), step)).toBe(step);
    expect(firstRunOf(makeVault('locked'), makeFreshness('orders', 'listings', 'products'), step)).toBe(step);
    expect(firstRunOf(makeVault('empty'), makeFreshness('orders'), step)).toBe('over');
  });

  test('connected in another way, nothing stands before the screens', () => {
    expect(firstRunOf(makeVault('unlocked'), makeFreshness(), 'welcome')).toBe('over');
    expect(firstRunOf(makeVault('unlocked'), makeFreshness(), 'done')).toBe('over');
  });

  test('the demo is read and then it is there, or as soon as somebody wants to see it', () => {
    expect(demoRunOf(null, false)).toBe('unknown');
    expect(demoRunOf(makeFreshness('orders'), false)).toBe('first-sync');
    expect(demoRunOf(makeFreshness('orders'), true)).toBe('over');
    expect(demoRunOf(makeFreshness('orders', 'listings', 'products'), false)).toBe('over');
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
      'next',
    );
  });

  test('before the books or the settings have been read nothing is decided', () => {
    expect(firstRunOf(makeVault('empty'), null, 'welcome')).toBe('unknown');
    expect(firstRunOf(makeVault('empty'), makeFreshness(), null)).toBe('unknown');
  });
});
