import { IconBuildingBank } from '@tabler/icons-react';
import { Screen } from '../ui/screen';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';

export function BankScreen() {
  return (
    <Screen title={t('nav.bank')}>
      <EmptyState icon={IconBuildingBank} title={t('bank.empty')} text={t('bank.emptyText')} />
    </Screen>
  );
}
