import { SegmentedControl, Select, Switch, Text } from '@mantine/core';
import { useId } from 'react';
import type { SettingValue } from '@/lib/settings/registry';
import { t } from '../ui/text';

type Profile = SettingValue<'feeProfile'>;

export interface FeeFieldProps {
  readonly profile: Profile;
  readonly onChange: (part: Partial<Profile>) => void;
}

const regions = new Intl.DisplayNames('en', { type: 'region' });

/** Countries alias names a seller fee for; any other counts as "other", which is dearer. */
const COUNTRIES = ['US', 'GB', 'DE', 'NL', 'CA', 'FR', 'IT', 'ES', 'AU', 'JP', 'HK', 'CN', 'SG', 'KR'];
const OTHER = 'ZZ';

/** Where the seller is registered. */
export function CountryField({ profile, onChange }: FeeFieldProps) {
  const known = [...new Set([...COUNTRIES, profile.country])].filter((code) => code !== OTHER);
  return (
    <Select
      label={t('settings.country')}
      data={[
        ...known.map((code) => ({ value: code, label: regions.of(code) ?? code })),
        { value: OTHER, label: t('settings.otherCountry') },
      ]}
      value={profile.country}
      onChange={(value) => value !== null && onChange({ country: value })}
      allowDeselect={false}
      searchable
    />
  );
}

/** How the pairs reach alias. */
export function MethodField({ profile, onChange }: FeeFieldProps) {
  const id = useId();
  return (
    <div>
      <Text id={id} fw={600} mb={4}>
        {t('settings.method')}
      </Text>
      <SegmentedControl
        aria-labelledby={id}
        value={profile.method}
        onChange={(value) => onChange({ method: value === 'drop-off' ? 'drop-off' : 'prepaid' })}
        data={[
          { value: 'prepaid', label: t('settings.prepaid') },
          { value: 'drop-off', label: t('settings.dropOff') },
        ]}
      />
    </div>
  );
}

/** Whether the proceeds are paid out. */
export function WithdrawsField({ profile, onChange }: FeeFieldProps) {
  return (
    <Switch
      label={t('settings.withdraws')}
      description={t('settings.withdrawsHint')}
      checked={profile.withdraws}
      onChange={(event) => onChange({ withdraws: event.currentTarget.checked })}
    />
  );
}
