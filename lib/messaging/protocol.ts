import { z } from 'zod';

/**
 * Every message an extension page may send to the background, by name: what goes in, what comes out, who may send.
 * Both ends parse with these schemas; a message that does not fit is refused. Nothing here carries a token back.
 *
 * `effect: 'read'` may be sent again when nobody answered; a `command` is sent once and carried out at most once.
 */

const failure = z.object({ code: z.string(), message: z.string() });

/** `ok: false` is an answer, not an exception: the screen shows `message` as it stands. */
const done = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: failure }),
]);

const vaultStatus = z.object({
  /** `empty`: no token is kept; `locked`: one is kept but cannot be used now; `damaged`: it cannot be read any more. */
  state: z.enum(['empty', 'locked', 'unlocked', 'damaged']),
  hasPassphrase: z.boolean(),
  /** `session`: unlocked once per browser start; `device`: stays unlocked on this device. */
  keyMode: z.enum(['session', 'device']),
  autoLockMinutes: z.number().int().nullable(),
});

const ledgerProblem = z.object({ line: z.number().int(), message: z.string() });

/** What a purchase ledger would do, or did. Counts are pairs. */
const ledgerResult = z.object({
  rows: z.number().int(),
  /** Pairs that were waiting for their cost and got it. */
  filled: z.number().int(),
  /** Pairs that were not known and are now in stock. */
  added: z.number().int(),
  /** Lines that had been read before. */
  alreadyKnown: z.number().int(),
  problems: z.array(ledgerProblem),
});

export const PROTOCOL = {
  /** Tries a token with one request and keeps nothing. */
  'connection/test': { from: 'page', effect: 'read', input: z.object({ token: z.string().max(500) }), output: done },
  /**
   * Tests, then keeps the token. When the new token's listings share nothing with the stored ones, nothing is kept and
   * the answer is `different-seller`, unless `whenDifferent` says what the person chose.
   */
  'connection/connect': {
    from: 'page',
    effect: 'command',
    input: z.object({ token: z.string().max(500), whenDifferent: z.enum(['ask', 'keep-both', 'start-over']) }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('connected') }),
      z.object({
        kind: z.literal('different-seller'),
        storedListings: z.number().int(),
        newListings: z.number().int(),
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
    input: z.object({ passphrase: z.string().max(1000) }),
    output: done,
  },
  /** Sets or changes the passphrase, the key mode and the auto-lock. */
  'vault/protect': {
    from: 'page',
    effect: 'command',
    input: z.object({
      currentPassphrase: z.string().max(1000).nullable(),
      passphrase: z.string().max(1000).nullable(),
      keyMode: z.enum(['session', 'device']),
      autoLockMinutes: z.number().int().min(1).max(1440).nullable(),
    }),
    output: done,
  },
  /** Makes every reading job due and starts it; answers at once, progress is in the `jobRuns` table. */
  'sync/now': { from: 'page', effect: 'command', input: z.object({ full: z.boolean() }), output: done },
  'sync/cancel': { from: 'page', effect: 'command', input: z.object({}), output: done },
  'ledger/preview': {
    from: 'page',
    effect: 'read',
    input: z.object({ fileName: z.string().max(300), text: z.string().max(20_000_000) }),
    output: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), result: ledgerResult }),
      z.object({ ok: z.literal(false), error: failure }),
    ]),
  },
  'ledger/import': {
    from: 'page',
    effect: 'command',
    input: z.object({ fileName: z.string().max(300), text: z.string().max(20_000_000) }),
    output: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), result: ledgerResult }),
      z.object({ ok: z.literal(false), error: failure }),
    ]),
  },
  /** `cost: null` makes it unknown again. `previous` is what undo sends back. */
  'pair/set-cost': {
    from: 'page',
    effect: 'command',
    input: z.object({
      pairId: z.string().max(64),
      cost: z.object({ minor: z.number().int().min(0), currency: z.string().length(3) }).nullable(),
    }),
    output: z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        previous: z.object({ minor: z.number().int(), currency: z.string() }).nullable(),
      }),
      z.object({ ok: z.literal(false), error: failure }),
    ]),
  },
  /** How one unit of `base` converts, typed in by the person; kept with its date and `source: 'you'`. */
  'fx/set-rate': {
    from: 'page',
    effect: 'command',
    input: z.object({ base: z.string().length(3), quote: z.string().length(3), rateE8: z.number().int().positive() }),
    output: done,
  },
  'snapshot/list': {
    from: 'page',
    effect: 'read',
    input: z.object({}),
    output: z.object({
      snapshots: z.array(
        z.object({ name: z.string(), at: z.number().int(), bytes: z.number().int(), rows: z.number().int() }),
      ),
    }),
  },
  'snapshot/take': { from: 'page', effect: 'command', input: z.object({}), output: done },
  'snapshot/restore': { from: 'page', effect: 'command', input: z.object({ name: z.string().max(100) }), output: done },
} as const;

export type Protocol = typeof PROTOCOL;
export type MessageName = keyof Protocol;
export type MessageInput<N extends MessageName> = z.input<Protocol[N]['input']>;
export type MessageOutput<N extends MessageName> = z.output<Protocol[N]['output']>;
