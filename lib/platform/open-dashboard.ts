import { browser } from 'wxt/browser';
import { ownUrl } from './own-url';

/**
 * Shows the dashboard: an open one comes to the front instead of a second one being opened.
 *
 * @param route what follows `#`, e.g. `/sales`; empty leaves an open dashboard where it is
 */
export async function openDashboard(route: string = ''): Promise<void> {
  const page = ownUrl('/dashboard.html');
  const url = route === '' ? page : `${page}#${route}`;
  const open = (await browser.tabs.query({ url: `${page}*` })).find((tab) => tab.id !== undefined);
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, route === '' ? { active: true } : { active: true, url });
  await browser.windows.update(open.windowId, { focused: true });
}
