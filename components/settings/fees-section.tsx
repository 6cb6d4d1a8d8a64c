import type { SettingValue } from '@/lib/settings/registry';
import { FeeVariancePart } from '../bridge/fee-variance';
import { CountryField, MethodField, WithdrawsField } from '../bridge/fee-fields';
import { t } from '../ui/text';
import { FeeExample } from './fee-example';
import { FeeTables } from './fee-tables';
import { Part } from './part';
import { RatingField } from './rating-field';
import styles from './settings.module.css';
import { SubPart } from './sub-part';
import { TargetRoi } from './target-roi';
import { useChangedSetting } from './use-changed-setting';

/** What alias takes from this seller: estimates of profit follow at once. */
export function FeesSection({ title }: { readonly title: string }) {
  const [profile, setProfile] = useChangedSetting('feeProfile');
  const change = (part: Partial<SettingValue<'feeProfile'>>) => {
    if (profile !== null) setProfile({ ...profile, ...part }, t('settings.fees'));
  };
  return (
    <Part id="fees" title={title} text={t('settings.feesText')}>
      {profile === null ? null : (
        <div className={styles['form']}>
          <RatingField key={profile.rating} rating={profile.rating} onChange={(rating) => change({ rating })} />
          <CountryField profile={profile} onChange={change} />
          <MethodField profile={profile} onChange={change} />
          <WithdrawsField profile={profile} onChange={change} />
          <FeeExample profile={profile} />
        </div>
      )}
      {profile === null ? null : <FeeTables profile={profile} />}
      <SubPart title={t('feeVariance.title')}>
        <FeeVariancePart />
      </SubPart>
      <SubPart title={t('options.roiTitle')}>
        <TargetRoi />
      </SubPart>
    </Part>
  );
}
