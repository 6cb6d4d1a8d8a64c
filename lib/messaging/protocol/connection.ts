import * as z from 'zod/mini';
import { done, failure, text } from './parts';

const vaultStatus = z.object({
  /** `empty`: no token is kept; `locked`: one is kept but cannot be used now; `damaged`: it cannot be read any more. */
  state: z.enum(['empty', 'locked', 'unlocked', 'damaged']),
  hasPassphrase: z.boolean(),
  /** `session`: unlocked once per browser start; `device`: stays unlocked on this device. */
  keyMode: z.enum(['session', 'device']),
  autoLockMinutes: z.nullable(z.int()),
  /** Whether alias may be asked now. `refused`: it does not accept the token; `no-access`: the browser forbids it. */
  standing: z.enum(['ready', 'not-connected', 'locked', 'refused', 'no-access']),
});

/** The connection to the marketplace, and the vault that keeps its token. */
export const CONNECTION = {
  /** Tries a token with one request and keeps nothing. */
  'connection/test': { from: 'page', effect: 'read', input: z.object({ token: text(500) }), output: done },
  /**
   * Tests, then keeps the token. When the new token's listings share nothing with the stored ones, nothing is kept and
   * the answer is `different-seller`, unless `whenDifferent` says what the person chose.
   */
  'connection/connect': {
    from: 'page',
    effect: 'command',
    input: z.object({ token: text(500), whenDifferent: z.enum(['ask', 'keep-both', 'start-over']) }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('connected') }),
      z.object({
        kind: z.literal('different-seller'),
        storedListings: z.int(),
        newListings: z.int(),
      }),
      z.object({ kind: z.literal('failed'), error: failure }),
    ]),
  },
  /** Forgets the token; the books stay. */
  'connection/disconnect': { from: 'page', effect: 'command', input: z.object({}), output: done },
  'vault/status': { from: 'page', effect: 'read', input: z.object({}), output: vaultStatus },
  'vault/lock': { from: 'page', effect: 'command', input: z.object({}), output: done },
  'vault/unlock': {
    from: 'page',
    effect: 'command',
    input: z.object({ passphrase: text(1000) }),
    output: done,
  },
  /** Sets or changes the passphrase, the key mode and the auto-lock. */
  'vault/protect': {
    from: 'page',
    effect: 'command',
    input: z.object({
      currentPassphrase: z.nullable(text(1000)),
      passphrase: z.nullable(text(1000)),
      keyMode: z.enum(['session', 'device']),
      autoLockMinutes: z.nullable(z.int().check(z.minimum(1), z.maximum(1440))),
    }),
    output: done,
  },
} as const;
