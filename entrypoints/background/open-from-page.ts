import type { MessageInput } from '@/lib/messaging/protocol';
import { openDashboard } from '@/lib/platform/open-dashboard';
import { openPanel } from '@/lib/platform/open-panel';
import { askPanel } from '@/lib/settings/panel-route';

/** What the browser says about the tab a message came from. */
export interface PageSender {
  readonly tabId?: number | undefined;
  readonly windowId?: number | undefined;
  readonly url?: string | undefined;
}

/**
 * Opens the side panel on the product's market, or the dashboard where there is no panel. The panel is opened in the
 * turn of the call: awaiting anything before it loses the click the browser wants to see.
 *
 * @returns what is left to be done
 */
export function openFromPage(
  { catalogId, query }: Pick<MessageInput<'page/open-panel'>, 'catalogId' | 'query'>,
  { windowId }: PageSender,
): () => Promise<void> {
  const opening = windowId === undefined ? Promise.resolve(false) : openPanel(windowId);
  const route = marketRoute(catalogId, query);
  return async () => {
    if (windowId !== undefined) await askPanel(windowId, route);
    if (!(await opening)) await openDashboard(route);
  };
}

/** What follows the `#`, as the app writes it. */
function marketRoute(catalogId: string | null, query: string): string {
  const params = new URLSearchParams(catalogId === null ? { q: query } : { product: catalogId });
  return `/market?${params}`;
}
