import type { Vault } from '@/lib/secrets/vault';
import { DemoError } from './demo-error';

/** Stands where the vault is while the demo is on: it holds nothing, stores nothing and touches no key. */
export function createDemoVault(token: string): Vault {
  const refuse = (): Promise<never> => Promise.reject(new DemoError('demo-is-on'));
  return {
    read: async () => token,
    status: async () => ({ state: 'unlocked', hasPassphrase: false, keyMode: 'device', autoLockMinutes: null }),
    touch: async () => undefined,
    lockIfDue: async () => false,
    store: refuse,
    forget: refuse,
    protect: refuse,
    unlock: refuse,
    lock: refuse,
  };
}
