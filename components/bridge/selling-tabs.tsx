import { routeHref, type ScreenName } from '../ui/route';
import { screenText } from '../ui/screen-names';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { ViewTabs } from '../ui/view-tabs';
import { RepricingMark, repricingText } from './repricing-mark';
import styles from './selling-tabs.module.css';
import { useRepricing } from './use-repricing';

const TABS: readonly ScreenName[] = ['selling', 'rules', 'activity'];

/**
 * The three screens of selling, as the first of a screen's tools: listings, the rules over them, and what was done; and
 * whether those rules change prices.
 */
export function SellingTabs() {
  const { route } = useRoute();
  const { value: now } = useRepricing();
  const tabs = TABS.map((screen) => ({
    id: screen,
    href: routeHref({ screen }),
    isCurrent: screen === route.screen,
    testId: `tab-${screen}`,
    label: screen === 'selling' ? t('selling.listings') : screenText(screen),
  }));
  return (
    <ViewTabs label={t('nav.selling')} tabs={tabs}>
      {now === null ? null : (
        <a
          className={styles['standing']}
          href={routeHref({ screen: 'rules' })}
          aria-label={t('repricing.line', [repricingText(now)])}
        >
          <RepricingMark now={now} />
        </a>
      )}
    </ViewTabs>
  );
}
