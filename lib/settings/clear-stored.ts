import { storage } from 'wxt/utils/storage';
import type { ClearedOn, OpaqueDeclaration, StorageArea } from './declaration';
import { OPAQUE } from './opaque-values';
import { SETTINGS } from './registry';
import { asideKey, itemKey } from './stored-settings';

/** Takes away everything whose declaration says so. Keys in the key database are the vault's to forget. */
export async function clearStored(event: ClearedOn): Promise<void> {
  const declared: readonly OpaqueDeclaration[] = [...Object.values(SETTINGS), ...Object.values(OPAQUE)];
  const gone = declared.filter((declaration) => declaration.clearedOn.includes(event));
  await storage.removeItems(gone.flatMap((declaration) => [itemKey(declaration), asideKey(declaration)]));
}

const AREAS: readonly StorageArea[] = ['local', 'session'];

/** Kept while everything else goes: the note that a deletion is under way, and the answer to whoever asked for it. */
const KEPT: readonly string[] = [itemKey(OPAQUE.deletion), itemKey(OPAQUE.answeredMessages)];

/** How many values are stored, known to this build or not. */
export async function countStored(): Promise<number> {
  return (await storedKeys()).length;
}

/** Takes away every stored value, also those of older builds that no declaration knows any more. */
export async function clearAllStored(): Promise<void> {
  await storage.removeItems([...(await storedKeys())]);
}

async function storedKeys(): Promise<readonly `${StorageArea}:${string}`[]> {
  const areas = await Promise.all(
    AREAS.map(async (area) => Object.keys(await storage.snapshot(area)).map((key) => `${area}:${key}` as const)),
  );
  return areas.flat().filter((key) => !KEPT.includes(key));
}
