import { IconBrowser, IconLayoutSidebarRight } from '@tabler/icons-react';
import { siteName } from '@/lib/domain/sites/site';
import { SiteList } from '../bridge/site-list';
import { Screen } from '../ui/screen';
import { EmptyState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { PageProduct } from './page-product';
import { UnnamedPage } from './unnamed-page';
import { UnreadablePage } from './unreadable-page';
import type { TabState } from './tab-state';
import { useTab } from './use-tab';
import styles from './page.module.css';

/** The product of the tab beside the panel. */
export function PageScreen() {
  const tab = useTab();
  return (
    <Screen title={t('nav.page')} aside={'site' in tab ? siteName(tab.site) : null}>
      <div aria-live="polite">
        <Shown tab={tab} />
      </div>
    </Screen>
  );
}

function Shown({ tab }: { readonly tab: TabState }) {
  switch (tab.state) {
    case 'alone':
      return <EmptyState icon={IconLayoutSidebarRight} title={t('thisPage.alone')} text={t('thisPage.aloneText')} />;
    case 'loading':
      return <SkeletonRows count={4} />;
    case 'closed':
      return (
        <>
          <EmptyState icon={IconBrowser} title={t('thisPage.closed')} text={t('thisPage.closedText')} />
          <section className={styles['sites']} aria-label={t('options.sites')}>
            <SiteList />
          </section>
        </>
      );
    case 'no-product':
      return <EmptyState icon={IconBrowser} title={t('thisPage.none')} text={t('thisPage.noneText')} />;
    case 'page': {
      const { view, site } = tab;
      if (view.status === 'loading') return <SkeletonRows count={4} />;
      if (view.status === 'unreadable') return <UnreadablePage view={view} />;
      if (view.question === null) return <UnnamedPage view={view} />;
      // A size or an item that was chosen belongs to one navigation and one shoe.
      return <PageProduct key={`${site}|${view.generation}|${view.question.styleCode}`} site={site} view={view} />;
    }
  }
}
