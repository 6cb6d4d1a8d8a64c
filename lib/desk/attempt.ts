import { CommandError, type CommandDeps } from '@/lib/commands/command-deps';
import { isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currency';
import { toFailure, type Failure } from '@/lib/messaging/failure';
import type { Ground } from './ports';

export type Done = { ok: true } | { ok: false; error: Failure };

export type Attempt<T> = { ok: true; value: T } | { ok: false; error: Failure };

/**
 * Does what a person asked for. A refusal is an answer, whose words the screen shows; of an error that is not ours the
 * log keeps its kind. Whatever a person does starts the auto-lock anew.
 */
export async function attempt<T>({ log, vault }: Ground, run: () => Promise<T>): Promise<Attempt<T>> {
  await quietly(log, () => vault.touch());
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    const failure = toFailure(error);
    log.warn('command failed', { code: failure.code, kind: error instanceof Error ? error.name : typeof error });
    return { ok: false, error: failure };
  }
}

/** A vault that cannot be asked now is not prolonged, and that must not keep anybody from their books. */
async function quietly(log: Ground['log'], run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    log.warn('auto-lock not prolonged', { code: toFailure(error).code });
  }
}

/** The answer of a command that tells something: what it told stands beside `ok`. */
export function flat<T extends object>(tried: Attempt<T>): ({ ok: true } & T) | { ok: false; error: Failure } {
  return tried.ok ? { ok: true, ...tried.value } : tried;
}

export async function done(ground: Ground, run: () => Promise<unknown>): Promise<Done> {
  const tried = await attempt(ground, run);
  return tried.ok ? { ok: true } : tried;
}

/** The same for what a screen asks by itself: nobody did anything, so the auto-lock goes on. */
export async function doneUnasked({ log }: Ground, run: () => Promise<unknown>): Promise<Done> {
  try {
    await run();
    return { ok: true };
  } catch (error) {
    const failure = toFailure(error);
    log.warn('look failed', { code: failure.code });
    return { ok: false, error: failure };
  }
}

export function commandDeps({ db, clock, random }: Ground): CommandDeps {
  return { db, now: () => clock.now(), newId: () => random.id() };
}

export function asResult<T>(tried: Attempt<T>): { ok: true; result: T } | { ok: false; error: Failure } {
  return tried.ok ? { ok: true, result: tried.value } : tried;
}

/** @throws CommandError `unknown-currency` */
export function currencyOf(text: string): CurrencyCode {
  if (!isCurrencyCode(text))
    throw new CommandError('unknown-currency', 'The companion does not keep that currency. Nothing was changed.');
  return text;
}
