import { browser } from 'wxt/browser';

/** What the browser itself keeps for us, beside storage. */
export interface BrowserTraces {
  readonly alarms: number;
  readonly notifications: number;
  /** Sites the person allowed, and scripts registered for them. */
  readonly sites: number;
}

export async function countBrowserTraces(): Promise<BrowserTraces> {
  const [alarms, shown, sites, scripts] = await Promise.all([
    browser.alarms.getAll(),
    browser.notifications.getAll(),
    optionalSites(),
    registeredScripts(),
  ]);
  return { alarms: alarms.length, notifications: Object.keys(shown).length, sites: sites.length + scripts.length };
}

export async function clearAlarms(): Promise<void> {
  await browser.alarms.clearAll();
}

/** Notifications that are still shown, and the badge. */
export async function clearNotifications(): Promise<void> {
  const shown = Object.keys(await browser.notifications.getAll());
  await Promise.all(shown.map((id) => browser.notifications.clear(id)));
  await browser.action.setBadgeText({ text: '' });
}

/** Gives back every permission that was asked for later; what the extension was installed with stays. */
export async function clearSites(): Promise<void> {
  const ids = (await registeredScripts()).map((script) => script.id);
  if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
  const origins = [...(await optionalSites())];
  if (origins.length > 0) await browser.permissions.remove({ origins });
}

/**
 * Sites allowed later. Those of the installation (alias's API) are told apart by their host: browsers write a pattern in
 * their own way, and to ask for the removal of one of these is an error that would end the deletion of everything.
 */
async function optionalSites(): Promise<readonly string[]> {
  const granted = (await browser.permissions.getAll()).origins ?? [];
  const fixed = (browser.runtime.getManifest().host_permissions ?? []).map(hostOf);
  return granted.filter((origin) => !fixed.includes(hostOf(origin)));
}

/** `https://api.alias.org:443/v1/*` is on `api.alias.org`. */
function hostOf(pattern: string): string {
  return /^[^:]+:\/\/([^/:]*)/.exec(pattern)?.[1] ?? pattern;
}

async function registeredScripts(): Promise<readonly { readonly id: string }[]> {
  return browser.scripting.getRegisteredContentScripts();
}
