import { IconBrowser } from '@tabler/icons-react';
import { Screen } from '../ui/screen';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';

/** The product of the tab beside the panel. */
export function PageScreen() {
  return (
    <Screen title={t('nav.page')}>
      <EmptyState icon={IconBrowser} title={t('thisPage.none')} text={t('thisPage.noneText')} />
    </Screen>
  );
}
