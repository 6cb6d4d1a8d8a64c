import { IconReceipt } from '@tabler/icons-react';
import { Screen } from '../ui/screen';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';

export function ExpensesScreen() {
  return (
    <Screen title={t('nav.expenses')}>
      <EmptyState icon={IconReceipt} title={t('expenses.empty')} text={t('expenses.emptyText')} />
    </Screen>
  );
}
