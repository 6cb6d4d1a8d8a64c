import type { PageReading } from '@/lib/marketplaces/contract/page-reading';
import type { MessageInput } from '@/lib/messaging/protocol';
import type { PageState, PageStates } from './page-state';

export type ViewReport = MessageInput<'page/report'>;

/** A page is settled when its reading has not changed for so long. */
const SETTLED_MS = 2500;

/** Prices that come late are waited for, so that they are not counted as missing. */
const PENDING_MS = 10_000;

/** Sites that name the style code themselves: a page of theirs without one could not be read. */
const TELL_THEMSELVES: readonly PageReading['site'][] = ['stockx', 'goat', 'flight-club', 'stadium-goods', 'nike'];

/**
 * Tells once for each page view, when it has settled, which layers answered. A view that is left before is not told.
 *
 * @param tell gets nothing of the person and no address
 */
export function reportViews(
  { site, states, page }: { readonly site: PageReading['site']; readonly states: PageStates; readonly page: Window },
  tell: (report: ViewReport) => void,
  signal: AbortSignal,
): void {
  let told = -1;
  let timer: number | undefined;
  const plan = (): void => {
    page.clearTimeout(timer);
    const { generation, status, reading } = states.current();
    if (generation === told || status === 'loading') return;
    const wait = reading?.warnings.includes('PRICE_PENDING') === true ? PENDING_MS : SETTLED_MS;
    timer = page.setTimeout(() => {
      told = generation;
      const report = reportOfView(site, states.current());
      if (report !== null) tell(report);
    }, wait);
  };
  const stop = states.subscribe(plan);
  signal.addEventListener('abort', () => {
    stop();
    page.clearTimeout(timer);
  });
  plan();
}

/** What is counted of a page; null: it is no product page, and nothing was to be read. */
export function reportOfView(site: PageReading['site'], { status, reading }: PageState): ViewReport | null {
  if (status === 'gone' && reading?.pageType !== 'blocked') return null;
  return {
    site,
    outcome: outcomeOf(site, reading),
    styleCode: reading?.report.styleCode ?? null,
    price: reading?.report.price ?? null,
    warnings: [...(reading?.warnings ?? [])].slice(0, 20),
  };
}

function outcomeOf(site: PageReading['site'], reading: PageReading | null): ViewReport['outcome'] {
  if (reading === null) return 'unreadable';
  if (reading.pageType === 'blocked') return 'blocked';
  const { styleCode, title } = reading.identity;
  const isRead = styleCode !== null || (title !== null && !TELL_THEMSELVES.includes(site));
  return isRead ? 'read' : 'unreadable';
}
