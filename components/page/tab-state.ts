import { siteOf, type SiteId } from '@/lib/domain/sites/site';
import { readPageView, type PageView } from '@/lib/messaging/page-view';

/** What the tab beside the panel shows. */
export type TabState =
  /** No tab stands beside a dashboard. */
  | { readonly state: 'alone' }
  | { readonly state: 'loading' }
  /** A site that is not allowed, or none at all: browsers do not tell these apart. */
  | { readonly state: 'closed' }
  | { readonly state: 'no-product'; readonly site: SiteId }
  | { readonly state: 'page'; readonly site: SiteId; readonly view: PageView };

/** What a card said, as far as it may be believed. */
export function stateOfTab(site: SiteId | null, sent: unknown): TabState {
  if (site === null) return { state: 'closed' };
  const view = sent === null ? null : readPageView(sent);
  if (view === null || view.status === 'gone') return { state: 'no-product', site };
  // A page can say of itself only what its own site is, and lead nowhere else.
  if (view.question !== null && view.question.site !== site) return { state: 'no-product', site };
  if (view.url !== '' && siteOf(view.url) !== site) return { state: 'no-product', site };
  return { state: 'page', site, view };
}
