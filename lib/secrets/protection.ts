import type { Instant } from '@/lib/domain/time/instant';
import type { Bytes } from './bytes';
import { passphraseProblem } from '@/lib/domain/passphrase/passphrase-problem';
import { importKey } from './sealed-box';
import { dropKeys, dropStrays, keyHomeOf, readStanding, type Standing, type VaultCore } from './standing';
import { notConnected, openToken, type WantedProtection, writeAnew } from './token-box';
import { VaultError } from './vault-error';
import type { VaultRecord } from './vault-record';
import { unwrapKey, wrapKey } from './wrapped-key';

export interface ProtectInput extends WantedProtection {
  /** The passphrase in force; null when there is none. */
  readonly current: string | null;
}

export async function protect(core: VaultCore, { current, ...wanted }: ProtectInput): Promise<void> {
  const standing = await readStanding(core, core.clock.now());
  const token = await proveToken(standing, current);
  const problem = wanted.passphrase === null ? null : passphraseProblem(wanted.passphrase);
  if (problem !== null) throw new VaultError('weak-passphrase', problem);
  await writeAnew(core, token, wanted);
}

/** The token, for whoever may change its protection: with a passphrase only who knows it, even while it is unlocked. */
async function proveToken(standing: Standing, current: string | null): Promise<string> {
  const record = recordOf(standing);
  if (record.passphrase === null && standing.kind === 'unlocked') return openToken(standing.key, record);
  const raw = current === null ? null : await unwrapKey(record, current);
  if (raw === null) throw new VaultError('wrong-passphrase');
  return openToken(await importKey(raw), record);
}

export async function unlock(core: VaultCore, passphrase: string): Promise<void> {
  const record = recordOf(await readStanding(core, core.clock.now()));
  if (record.passphrase === null) return;
  const raw = await unwrapKey(record, passphrase);
  if (raw === null) throw new VaultError('wrong-passphrase');
  try {
    await openToken(await importKey(raw), record);
    await core.lockTimes.restart(record, core.clock.now());
    await keyHomeOf(core, record).put(record.id, raw);
    await raiseWork(core, record, raw, passphrase);
  } finally {
    raw.fill(0);
  }
  await dropStrays(core, record);
}

/** A record written when guessing was made less costly gets today's number of rounds, now that its passphrase is at hand. */
async function raiseWork(core: VaultCore, record: VaultRecord, raw: Bytes, passphrase: string): Promise<void> {
  if (record.passphrase === null || record.passphrase.derivation.iterations >= core.iterations) return;
  try {
    await core.record.write({ ...record, passphrase: await wrapKey(raw, passphrase, core.iterations, record) });
  } catch {
    // It is unlocked all the same; the next unlock tries again.
  }
}

export async function lock(core: VaultCore): Promise<void> {
  const standing = await readStanding(core, core.clock.now());
  if (standing.kind === 'unlocked' && standing.record.passphrase === null) throw new VaultError('no-passphrase');
  await dropKeys(core);
}

export async function touch(core: VaultCore): Promise<void> {
  const now = core.clock.now();
  const standing = await readStanding(core, now);
  if (standing.kind === 'unlocked') await core.lockTimes.restart(standing.record, now);
}

export async function lockIfDue(core: VaultCore, now: Instant): Promise<boolean> {
  const standing = await readStanding(core, now);
  return standing.kind === 'locked' && standing.byThisCall;
}

function recordOf(standing: Standing): VaultRecord {
  if (standing.kind === 'empty') throw notConnected();
  if (standing.kind === 'unreadable' || standing.kind === 'keyless') throw new VaultError('damaged');
  return standing.record;
}
