import { IconPackageExport } from '@tabler/icons-react';
import { Screen } from '../ui/screen';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';

export function OrdersScreen() {
  return (
    <Screen title={t('nav.orders')}>
      <EmptyState icon={IconPackageExport} title={t('orders.empty')} text={t('orders.emptyText')} />
    </Screen>
  );
}
