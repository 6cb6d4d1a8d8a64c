import { IconPackageExport } from '@tabler/icons-react';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';

interface NoOrdersProps {
  readonly isSearched: boolean;
  /** The list is of those that wait for the seller. */
  readonly waits: boolean;
}

/** What stands where no order does. */
export function NoOrders({ isSearched, waits }: NoOrdersProps) {
  const [title, text] = isSearched
    ? [t('orders.noMatch'), t('orders.noMatchText')]
    : waits
      ? [t('orders.nothing'), t('orders.nothingText')]
      : [t('orders.empty'), t('orders.emptyText')];
  return <EmptyState icon={IconPackageExport} title={title} text={text} />;
}
