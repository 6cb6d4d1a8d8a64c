import { SegmentedControl, Select, Switch, Text } from '@mantine/core';
import type { SettingValue } from '@/lib/settings/registry';
import { t } from '../ui/text';
import { FeeExample } from './fee-example';
import { FeeTables } from './fee-tables';
import { Part } from './part';
import { RatingField } from './rating-field';
import styles from './settings.module.css';
import { SubPart } from './sub-part';
import { TargetRoi } from './target-roi';
import { useChangedSetting } from './use-changed-setting';

const regions = new Intl.DisplayNames('en', { type: 'region' });

/** Countries alias names a seller fee for; any other counts as "other", which is dearer. */
const COUNTRIES = ['US', 'GB', 'DE', 'NL', 'CA', 'FR', 'IT', 'ES', 'AU', 'JP', 'HK', 'CN', 'SG', 'KR'];

/** What alias takes from this seller: estimates of profit follow at once. */
export function FeesSection({ title }: { readonly title: string }) {
  const [profile, setProfile] = useChangedSetting('feeProfile');
  const change = (part: Partial<SettingValue<'feeProfile'>>) => {
    if (profile !== null) setProfile({ ...profile, ...part }, t('settings.fees'));
  };
  const known = profile === null || COUNTRIES.includes(profile.country) ? COUNTRIES : [...COUNTRIES, profile.country];
  return (
    <Part id="fees" title={title} text={t('settings.feesText')}>
      {profile === null ? null : (
        <div className={styles['form']}>
          <RatingField key={profile.rating} rating={profile.rating} onChange={(rating) => change({ rating })} />
          <Select
            label={t('settings.country')}
            data={[
              ...known.map((code) => ({ value: code, label: regions.of(code) ?? code })),
              ...(known.includes('ZZ') ? [] : [{ value: 'ZZ', label: t('settings.otherCountry') }]),
            ]}
            value={profile.country}
            onChange={(value) => value !== null && change({ country: value })}
            allowDeselect={false}
            searchable
          />
          <div>
            <Text id="method-label" fw={500} mb={4}>
              {t('settings.method')}
            </Text>
            <SegmentedControl
              aria-labelledby="method-label"
              value={profile.method}
              onChange={(value) => change({ method: value === 'drop-off' ? 'drop-off' : 'prepaid' })}
              data={[
                { value: 'prepaid', label: t('settings.prepaid') },
                { value: 'drop-off', label: t('settings.dropOff') },
              ]}
            />
          </div>
          <Switch
            label={t('settings.withdraws')}
            description={t('settings.withdrawsHint')}
            checked={profile.withdraws}
            onChange={(event) => change({ withdraws: event.currentTarget.checked })}
          />
          <FeeExample profile={profile} />
        </div>
      )}
      {profile === null ? null : <FeeTables profile={profile} />}
      <SubPart title={t('options.roiTitle')}>
        <TargetRoi />
      </SubPart>
    </Part>
  );
}
