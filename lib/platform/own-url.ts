import { browser } from 'wxt/browser';

interface UrlSource {
  getURL(path: string): string;
}

/**
 * Address of a file of this extension, e.g. `ownUrl('/dashboard.html')`.
 *
 * WXT types `getURL` by the files of the last build; code that must also compile before the first build asks here.
 */
export function ownUrl(path: `/${string}`): string {
  const runtime: object = browser.runtime;
  if (!isUrlSource(runtime)) throw new Error('Not running inside an extension');
  return runtime.getURL(path);
}

function isUrlSource(runtime: object): runtime is UrlSource {
  return 'getURL' in runtime && typeof runtime.getURL === 'function';
}
