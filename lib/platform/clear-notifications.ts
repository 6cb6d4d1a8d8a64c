import { browser } from 'wxt/browser';

/** Takes away every notification of ours that is still shown. Answers how many there were. */
export async function clearNotifications(): Promise<number> {
  const shown = Object.keys(await browser.notifications.getAll());
  await Promise.all(shown.map((id) => browser.notifications.clear(id)));
  return shown.length;
}
