import { browser } from 'wxt/browser';
import type { Badge } from './ports';

const COLOURS = { 'needs-you': '#b25e00', trouble: '#c92a2a', news: '#1864ab', none: '#495057' } as const;

/** The badge is always set from the present state, never counted up: it does not survive an update of the extension. */
export function createBadge(): Badge {
  return {
    async set(text, tone) {
      await browser.action.setBadgeBackgroundColor({ color: COLOURS[tone] });
      await browser.action.setBadgeText({ text: text.slice(0, 4) });
    },
  };
}
