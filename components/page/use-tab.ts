import { useEffect, useState } from 'react';
import type { SiteId } from '@/lib/domain/sites/site';
import { readPageView, type PageView } from '@/lib/messaging/page-view';
import { useBridge } from '../bridge/bridge';

/** What the tab beside the panel shows. */
export type TabState =
  /** No tab stands beside a dashboard. */
  | { readonly state: 'alone' }
  | { readonly state: 'loading' }
  /** A site that is not allowed, or none at all: browsers do not tell these apart. */
  | { readonly state: 'closed' }
  | { readonly state: 'no-product'; readonly site: SiteId }
  | { readonly state: 'page'; readonly site: SiteId; readonly view: PageView };

/** Follows the tab in front. What a page's card says counts only when it has the shape agreed on. */
export function useTab(): TabState {
  const { tab } = useBridge();
  const [state, setState] = useState<TabState>(tab === undefined ? { state: 'alone' } : { state: 'loading' });
  useEffect(() => tab?.follow(({ site, view }) => setState(stateOf(site, view))), [tab]);
  return state;
}

function stateOf(site: SiteId | null, sent: unknown): TabState {
  if (site === null) return { state: 'closed' };
  const view = sent === null ? null : readPageView(sent);
  if (view === null || view.status === 'gone') return { state: 'no-product', site };
  // A page can say of itself only what its own site is.
  if (view.question !== null && view.question.site !== site) return { state: 'no-product', site };
  return { state: 'page', site, view };
}
