import { Anchor, Loader } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import type { FreshnessScope, ScopeFreshness } from '@/lib/queries/freshness';
import { diagnostics } from '@/lib/queries/diagnostics';
import { useFreshness } from '../bridge/shared-readings';
import { useLive } from '../bridge/use-live';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import styles from './connect.module.css';

const NAMES: Record<FreshnessScope, () => string> = {
  listings: () => t('connect.progressListings'),
  orders: () => t('connect.progressOrders'),
  products: () => t('connect.progressProducts'),
  prices: () => t('connect.progressPrices'),
};

const TABLES: Record<FreshnessScope, string> = {
  listings: 'listings',
  orders: 'orders',
  products: 'products',
  prices: 'marketPrices',
};

/** The first reading of an account: what has come in so far. */
export function FirstSync({ onGoOn }: { readonly onGoOn: () => void }) {
  const fresh = useFreshness();
  const tables = useLive((books) => diagnostics(books).then((answer) => answer.tables), []);
  const rowsOf = (scope: FreshnessScope) => tables.value?.find(({ name }) => name === TABLES[scope])?.rows ?? 0;
  return (
    <div className={`${styles['page']} archvd-scroll`}>
      <div className={styles['card']}>
        <h1>{t('connect.firstTitle')}</h1>
        <p className={styles['lead']}>{t('connect.firstText')}</p>
        <ol className={styles['steps']}>
          {fresh.value?.scopes.map((scope) => (
            <li key={scope.scope}>
              <Mark scope={scope} />
              <span className={styles['name']}>{NAMES[scope.scope]()}</span>
              <span className="archvd-figure archvd-strong">{countText(rowsOf(scope.scope))}</span>
              <span className={styles['state']}>{stateText(scope)}</span>
            </li>
          ))}
        </ol>
        <Anchor component="button" onClick={onGoOn}>
          {t('connect.goOn')}
        </Anchor>
      </div>
    </div>
  );
}

function stateText(scope: ScopeFreshness): string {
  if (scope.running) return t('connect.reading');
  if (scope.lastSuccessAt !== null) return t('connect.done');
  return scope.error === null ? t('connect.waiting') : t('connect.failed');
}

function Mark({ scope }: { readonly scope: ScopeFreshness }) {
  if (scope.running) return <Loader size={16} />;
  const Picture = scope.lastSuccessAt === null ? IconMinus : IconCheck;
  return (
    <Picture
      size={16}
      aria-hidden="true"
      color={scope.lastSuccessAt === null ? undefined : 'var(--archvd-accent-text)'}
    />
  );
}
