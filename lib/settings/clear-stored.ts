import { storage } from 'wxt/utils/storage';
import type { ClearedOn, OpaqueDeclaration } from './declaration';
import { OPAQUE, SETTINGS } from './registry';
import { asideKey, itemKey } from './stored-settings';

/** Takes away everything whose declaration says so. Keys in the key database are the vault's to forget. */
export async function clearStored(event: ClearedOn): Promise<void> {
  const declared: readonly OpaqueDeclaration[] = [...Object.values(SETTINGS), ...Object.values(OPAQUE)];
  const gone = declared.filter((declaration) => declaration.clearedOn.includes(event));
  await storage.removeItems(gone.flatMap((declaration) => [itemKey(declaration), asideKey(declaration)]));
}
