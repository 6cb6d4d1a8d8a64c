import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { profileSource } from '@/lib/domain/sites/default-profiles';
import { SITES, siteName, type SiteId } from '@/lib/domain/sites/site';
import { useSetting } from '../bridge/use-setting';
import { Pill } from '../ui/pill';
import { t } from '../ui/text';
import { Part } from './part';
import styles from './settings.module.css';
import { SiteProfileForm } from './site-profile-form';
import { useChangedSetting } from './use-changed-setting';

/** What each site adds for buyers and takes from sellers: the card counts by it. */
export function SiteProfiles({ title }: { readonly title: string }) {
  const [stored, change] = useChangedSetting('siteProfiles');
  const [currency] = useSetting('displayCurrency');
  const [site, setSite] = useState<SiteId>('stockx');
  const own = stored !== null && Object.hasOwn(stored, site) ? (stored[site] ?? null) : null;
  const { source, asOf } = profileSource(site);
  const reset = () => {
    const { [site]: _own, ...others } = stored ?? {};
    change(others, siteName(site));
  };
  return (
    <Part id="site-fees" title={title} text={t('siteFees.text')}>
      {stored === null || currency === null ? null : (
        <div className={styles['form']}>
          <NativeSelect
            label={t('siteFees.site')}
            value={site}
            onChange={({ currentTarget: { value } }) => setSite(SITES.find(({ id }) => id === value)?.id ?? site)}
            data={SITES.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <p className={styles['quiet']}>
            {own === null ? null : (
              <>
                <Pill tone="accent">{t('siteFees.yours')}</Pill>{' '}
              </>
            )}
            {asOf === null ? t('siteFees.source', [source]) : t('siteFees.sourceOf', [source, asOf])}
          </p>
          <SiteProfileForm
            key={`${site} ${JSON.stringify(own)}`}
            site={site}
            own={own}
            currency={currency}
            onSave={(profile) => change({ ...stored, [site]: profile }, siteName(site))}
            onReset={reset}
          />
        </div>
      )}
    </Part>
  );
}
