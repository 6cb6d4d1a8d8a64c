import { IconFiles } from '@tabler/icons-react';
import { Screen } from '../ui/screen';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';

export function FilesScreen() {
  return (
    <Screen title={t('nav.files')}>
      <EmptyState icon={IconFiles} title={t('files.empty')} text={t('files.emptyText')} />
    </Screen>
  );
}
