import { IconReceiptTax } from '@tabler/icons-react';
import { Screen } from '../ui/screen';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';

export function TaxScreen() {
  return (
    <Screen title={t('nav.tax')}>
      <EmptyState icon={IconReceiptTax} title={t('tax.empty')} text={t('tax.emptyText')} />
    </Screen>
  );
}
