import { browser } from 'wxt/browser';

/** Part of a storage area that only some browsers have. */
interface AccessLevelArea {
  setAccessLevel(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Closes `local` and `sync` to content scripts, which may read them by default. First call of every worker start.
 *
 * @returns the areas that were closed; an area is missing where the browser cannot do it, then nothing secret may be there
 */
export async function restrictStorage(): Promise<readonly string[]> {
  const areas: Readonly<Record<string, object | undefined>> = {
    local: browser.storage.local,
    sync: browser.storage.sync,
  };
  const closed: string[] = [];
  for (const [name, area] of Object.entries(areas)) {
    if (area === undefined || !hasAccessLevel(area)) continue;
    try {
      await area.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
      closed.push(name);
    } catch {
      // The caller sees it in the answer; the vault does not depend on it, since only ciphertext is stored.
    }
  }
  return closed;
}

function hasAccessLevel(area: object): area is AccessLevelArea {
  return 'setAccessLevel' in area && typeof area.setAccessLevel === 'function';
}
