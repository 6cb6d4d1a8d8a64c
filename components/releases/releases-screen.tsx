import { IconCalendarEvent } from '@tabler/icons-react';
import { Screen } from '../ui/screen';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';

/** What comes out when. */
export function ReleasesScreen() {
  return (
    <Screen title={t('nav.releases')}>
      <EmptyState icon={IconCalendarEvent} title={t('releases.empty')} text={t('releases.emptyText')} />
    </Screen>
  );
}
