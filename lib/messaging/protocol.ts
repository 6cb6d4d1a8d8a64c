import * as z from 'zod/mini';

/**
 * Every message an extension page may send to the background, by name: what goes in, what comes out, who may send.
 * Both ends parse with these schemas; a message that does not fit is refused. Nothing here carries a token back.
 *
 * `effect: 'read'` may be sent again when nobody answered; a `command` is sent once and carried out at most once.
 */

/** A text of at most so many characters. */
const text = (most: number) => z.string().check(z.maxLength(most));

const currencyCode = z.string().check(z.length(3));

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
  autoLockMinutes: z.nullable(z.int()),
  /** Whether alias may be asked now. `refused`: it does not accept the token; `no-access`: the browser forbids it. */
  standing: z.enum(['ready', 'not-connected', 'locked', 'refused', 'no-access']),
});

const ledgerProblem = z.object({ line: z.int(), message: z.string() });

/** What a purchase ledger would do, or did. Counts are pairs. */
const ledgerResult = z.object({
  rows: z.int(),
  /** Pairs that were waiting for their cost and got it. */
  filled: z.int(),
  /** Pairs that were not known and are now in stock. */
  added: z.int(),
  /** Lines that had been read before. */
  alreadyKnown: z.int(),
  problems: z.array(ledgerProblem),
});

export const PROTOCOL = {
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
  /** Makes every reading job due and starts it; answers at once, progress is in the `jobRuns` table. */
  'sync/now': { from: 'page', effect: 'command', input: z.object({ full: z.boolean() }), output: done },
  'sync/cancel': { from: 'page', effect: 'command', input: z.object({}), output: done },
  'ledger/preview': {
    from: 'page',
    effect: 'read',
    input: z.object({ fileName: text(300), text: text(20_000_000) }),
    output: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), result: ledgerResult }),
      z.object({ ok: z.literal(false), error: failure }),
    ]),
  },
  'ledger/import': {
    from: 'page',
    effect: 'command',
    input: z.object({ fileName: text(300), text: text(20_000_000) }),
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
      pairId: text(64),
      cost: z.nullable(z.object({ minor: z.int().check(z.minimum(0)), currency: currencyCode })),
    }),
    output: z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        previous: z.nullable(z.object({ minor: z.int(), currency: z.string() })),
      }),
      z.object({ ok: z.literal(false), error: failure }),
    ]),
  },
  /** How one unit of `base` converts, typed in by the person; kept with its date and `source: 'you'`. */
  'fx/set-rate': {
    from: 'page',
    effect: 'command',
    input: z.object({ base: currencyCode, quote: currencyCode, rateE8: z.int().check(z.positive()) }),
    output: done,
  },
  'snapshot/list': {
    from: 'page',
    effect: 'read',
    input: z.object({}),
    output: z.object({
      snapshots: z.array(z.object({ name: z.string(), at: z.int(), bytes: z.int(), rows: z.int() })),
    }),
  },
  'snapshot/take': { from: 'page', effect: 'command', input: z.object({}), output: done },
  'snapshot/restore': { from: 'page', effect: 'command', input: z.object({ name: text(100) }), output: done },
} as const;

export type Protocol = typeof PROTOCOL;
export type MessageName = keyof Protocol;
export type MessageInput<N extends MessageName> = z.input<Protocol[N]['input']>;
export type MessageOutput<N extends MessageName> = z.output<Protocol[N]['output']>;
