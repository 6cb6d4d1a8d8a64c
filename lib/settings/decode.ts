import * as z from 'zod/mini';
import type { Declaration } from './declaration';

/** How a setting lies in storage: value and version change in one write. */
const envelope = z.object({ v: z.int().check(z.minimum(1)), value: z.unknown() });

export interface Decoded<T> {
  readonly value: T;
  /** Why the default is used although something is stored; null when all is well. Never holds the stored value. */
  readonly problem: string | null;
}

export function encodeSetting<T>(declaration: Declaration<T>, value: T): z.infer<typeof envelope> {
  return { v: declaration.version, value };
}

/** Reads what is stored. Nothing stored is the default; something unreadable is the default with a reason. */
export function decodeSetting<T>(declaration: Declaration<T>, stored: unknown): Decoded<T> {
  if (stored === null || stored === undefined) return { value: declaration.fallback, problem: null };
  const parsed = envelope.safeParse(stored);
  if (!parsed.success) return unusable(declaration, 'what is stored has no version');
  if (parsed.data.v > declaration.version) return unusable(declaration, 'a newer version of the extension wrote it');
  const migrated = migrate(declaration, parsed.data.v, parsed.data.value);
  if (!migrated.ok) return unusable(declaration, `it could not be brought to version ${migrated.version}`);
  const result = declaration.schema.safeParse(migrated.value);
  if (result.success) return { value: result.data, problem: null };
  const path = result.error.issues[0]?.path.join('.') ?? '';
  return unusable(declaration, path === '' ? 'it has an unexpected value' : `"${path}" has an unexpected value`);
}

function unusable<T>(declaration: Declaration<T>, reason: string): Decoded<T> {
  return { value: declaration.fallback, problem: `The default is used: ${reason}.` };
}

type Migrated = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly version: number };

function migrate<T>(declaration: Declaration<T>, from: number, stored: unknown): Migrated {
  let value = stored;
  for (let version = from + 1; version <= declaration.version; version++) {
    try {
      const step = declaration.migrations[version];
      if (step === undefined) return { ok: false, version };
      value = step(value);
    } catch {
      return { ok: false, version };
    }
  }
  return { ok: true, value };
}
