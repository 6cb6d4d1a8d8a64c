import { browser } from 'wxt/browser';

/**
 * Whether requests to this host are allowed now. People can revoke it, and Firefox does not grant it again on update, so
 * it is asked before each sync.
 *
 * @param pattern the manifest's match pattern, e.g. `https://api.alias.org/*`
 */
export async function hasHostAccess(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}

/** Asks the person for several at once; must be called straight from a click. Answers whether all of it is allowed now. */
export async function requestHosts(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...patterns] });
}

/** Asks the person for it; must be called straight from a click. Answers whether it is allowed now. */
export async function requestHostAccess(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] });
}
