import { browser } from 'wxt/browser';

/** The window this page stands in; -1 where the browser does not tell. */
export async function currentWindow(): Promise<number> {
  return (await browser.windows.getCurrent()).id ?? -1;
}
