import { IconTags } from '@tabler/icons-react';
import { SiteList } from '../bridge/site-list';
import { t } from '../ui/text';

/** The card on marketplaces' pages: the browser asks the person when one is switched on, and only then. */
export function PagesOffer() {
  return (
    <li>
      <IconTags size={18} stroke={1.6} aria-hidden="true" />
      <div>
        <strong>{t('connect.pagesTitle')}</strong>
        <p>{t('connect.pagesText')}</p>
        <SiteList />
      </div>
    </li>
  );
}
