import { HOUR_MS, MINUTE_MS } from '@/lib/domain/time/instant';
import type { FreshnessScope } from '@/lib/queries/freshness';
import { useFreshness } from '../bridge/shared-readings';
import { Age } from '../ui/age-text';
import { t } from '../ui/text';
import styles from './today.module.css';

const NAMES: Record<FreshnessScope, () => string> = {
  listings: () => t('connect.progressListings'),
  orders: () => t('connect.progressOrders'),
  products: () => t('connect.progressProducts'),
  prices: () => t('connect.progressPrices'),
};

/** Older than this is stale: a few times the period each kind is read in. */
const USE_BY_MS: Record<FreshnessScope, number> = {
  orders: 10 * MINUTE_MS,
  listings: HOUR_MS,
  products: 48 * HOUR_MS,
  prices: 6 * HOUR_MS,
};

/** What was read when. */
export function ScopeAges() {
  const { value } = useFreshness();
  return (
    <dl className={styles['ages']}>
      {value?.scopes.map(({ scope, lastSuccessAt, running }) => (
        <div key={scope}>
          <dt>{NAMES[scope]()}</dt>
          <dd>
            {lastSuccessAt === null ? (
              running ? (
                t('connect.reading')
              ) : (
                t('sync.notYet')
              )
            ) : (
              <Age at={lastSuccessAt} useByMs={USE_BY_MS[scope]} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
