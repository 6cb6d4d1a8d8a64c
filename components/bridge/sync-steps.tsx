import { Loader } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import type { FreshnessScope, ScopeFreshness } from '@/lib/queries/freshness';
import { diagnostics } from '@/lib/queries/diagnostics';
import { useFreshness } from './shared-readings';
import { useLive } from './use-live';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import styles from './sync-steps.module.css';

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

/** What a first reading has brought in so far, kind by kind. */
export function SyncSteps() {
  const fresh = useFreshness();
  const tables = useLive((books) => diagnostics(books).then((answer) => answer.tables), []);
  const rowsOf = (scope: FreshnessScope) => tables.value?.find(({ name }) => name === TABLES[scope])?.rows ?? 0;
  return (
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
