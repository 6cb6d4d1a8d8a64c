import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { ViewTabs } from '../ui/view-tabs';

const TABS = ['overview', 'groups', 'stock', 'missing', 'what-if', 'reports'] as const;

export type PnlTab = (typeof TABS)[number];

const WORDS: Record<PnlTab, () => string> = {
  overview: () => t('pnl.tabOverview'),
  groups: () => t('pnl.tabGroups'),
  stock: () => t('pnl.tabStock'),
  missing: () => t('pnl.tabMissing'),
  'what-if': () => t('pnl.tabWhatIf'),
  reports: () => t('pnl.tabReports'),
};

/** Which part of the screen the address means; the first when it names none. */
export function pnlTabOf(filter: string | null): PnlTab {
  return TABS.find((tab) => tab === filter) ?? 'overview';
}

/** The parts of profit and loss; the time stays as it is chosen. */
export function PnlTabs({ current }: { readonly current: PnlTab }) {
  const { route } = useRoute();
  const tabs = TABS.map((tab) => ({
    id: tab,
    href: routeHref({ screen: 'pnl', view: route.view, filter: tab === 'overview' ? null : tab }),
    isCurrent: tab === current,
    testId: `pnl-${tab}`,
    label: WORDS[tab](),
  }));
  return <ViewTabs label={t('pnl.tabs')} tabs={tabs} />;
}
