import * as z from 'zod/mini';
import { sealedBox } from './sealed-box';

const SCHEMA = 1;

/** How the passphrase becomes a key. Kept with the record, so that the cost can be raised without losing old ones. */
const derivation = z.object({
  name: z.literal('PBKDF2-SHA-256'),
  iterations: z.int().check(z.minimum(1000), z.maximum(20_000_000)),
  salt: z.base64().check(z.length(24)),
});

const vaultRecord = z.object({
  schema: z.literal(SCHEMA),
  /** New with every key; bound into each box, so that boxes of two records cannot be mixed. */
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Where the unlocked key is: in memory until the browser closes, or as a sealed key on this device. */
  keyMode: z.enum(['session', 'device']),
  autoLockMinutes: z.nullable(z.int().check(z.minimum(1), z.maximum(1440))),
  /** Null: no passphrase; the key lies on this device and is always usable. */
  passphrase: z.nullable(z.object({ derivation, wrappedKey: sealedBox })),
  token: sealedBox,
});

export type VaultRecord = z.infer<typeof vaultRecord>;
export type Derivation = z.infer<typeof derivation>;

/** What a person chose. Bound into the wrapped key: whoever changes it on disk makes the passphrase fail. */
export type Protection = Pick<VaultRecord, 'id' | 'keyMode' | 'autoLockMinutes'>;

export const RECORD_SCHEMA = SCHEMA;

/** Null when what is stored is not a record this version can read. */
export function parseRecord(stored: unknown): VaultRecord | null {
  return vaultRecord.safeParse(stored).data ?? null;
}

export function tokenBinding(id: string): string {
  return JSON.stringify([SCHEMA, id, 'token']);
}

export function keyBinding(protection: Protection, { name, iterations, salt }: Derivation): string {
  const { id, keyMode, autoLockMinutes } = protection;
  return JSON.stringify([SCHEMA, id, 'key', keyMode, autoLockMinutes, name, iterations, salt]);
}
