import { routeHref, type ScreenName } from '../ui/route';
import { screenText } from '../ui/screen-names';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
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
  return (
    <nav className={styles['tabs']} aria-label={t('nav.selling')}>
      {TABS.map((screen) => (
        <a
          key={screen}
          href={routeHref({ screen })}
          className={styles['tab']}
          aria-current={screen === route.screen ? 'page' : undefined}
          data-testid={`tab-${screen}`}
        >
          {screen === 'selling' ? t('selling.listings') : screenText(screen)}
        </a>
      ))}
      {now === null ? null : (
        <a
          className={styles['standing']}
          href={routeHref({ screen: 'rules' })}
          aria-label={t('repricing.line', [repricingText(now)])}
        >
          <RepricingMark now={now} />
        </a>
      )}
    </nav>
  );
}
