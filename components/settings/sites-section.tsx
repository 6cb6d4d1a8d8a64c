import { Switch } from '@mantine/core';
import { SITES, type SiteId } from '@/lib/domain/sites/site';
import { SiteSwitch } from '../bridge/site-switch';
import { t } from '../ui/text';
import { Part } from './part';
import styles from './settings.module.css';
import { useChangedSetting } from './use-changed-setting';

/** What the switch of a site does. */
const HINTS: Readonly<Record<SiteId, () => string>> = {
  stockx: () => t('sites.stockx'),
  goat: () => t('sites.goat'),
  'flight-club': () => t('sites.flightClub'),
  'stadium-goods': () => t('sites.stadiumGoods'),
  ebay: () => t('sites.ebay'),
  vinted: () => t('sites.vinted'),
  depop: () => t('sites.depop'),
  nike: () => t('sites.nike'),
};

/** What the browser will ask when the switch is turned on. */
function asksFor(id: SiteId): string {
  if (id === 'ebay') return t('sites.asksEbay');
  if (id === 'vinted') return t('sites.asksVinted');
  return t('sites.asks', [new URL(SITES.find((site) => site.id === id)?.origins[0] ?? '').host]);
}

/** On which marketplaces' pages the card may show. */
export function SitesSection({ title }: { readonly title: string }) {
  const [overlay, change] = useChangedSetting('overlay');
  return (
    <Part id="sites" title={title} text={t('options.sitesText')}>
      <div className={styles['form']}>
        {SITES.map(({ id }) => (
          <SiteSwitch key={id} id={id} hint={HINTS[id]()} asks={asksFor(id)} />
        ))}
        {overlay === null ? null : (
          <Switch
            label={t('sites.own')}
            description={t('sites.ownText')}
            checked={overlay.ownCosts}
            onChange={(event) => change({ ...overlay, ownCosts: event.currentTarget.checked }, t('sites.own'))}
          />
        )}
        <p className={styles['quiet']}>{t('sites.reads')}</p>
      </div>
    </Part>
  );
}
