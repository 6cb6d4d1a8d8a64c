import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { isEuCountry } from '@/lib/domain/tax/tax-country';
import type { TaxProfile, TaxScheme } from '@/lib/domain/tax/tax-profile';
import { t } from '../ui/text';
import type { SetupDraft, SetupProblems } from './setup-draft';
import styles from './tax.module.css';

/** The profile as it is filled in, and what changes it. */
export interface SetupPartProps {
  readonly profile: TaxProfile;
  readonly onChange: (part: Partial<TaxProfile>) => void;
}

interface RegistrationProps {
  readonly draft: SetupDraft;
  readonly problems: SetupProblems;
  readonly onDraft: (draft: SetupDraft) => void;
  readonly onChange: SetupPartProps['onChange'];
}

/** Since when the seller is registered, under which schemes, and how often a return is due. */
export function Registration({ draft, problems, onDraft, onChange }: RegistrationProps) {
  const { profile } = draft;
  return (
    <>
      <Switch
        label={t('tax.registered')}
        description={t('tax.registeredHint')}
        checked={profile.registered}
        onChange={(event) => onChange({ registered: event.currentTarget.checked })}
      />
      {profile.registered ? (
        <>
          <TextInput
            type="date"
            label={t('tax.registeredOn')}
            description={t('tax.registeredOnHint')}
            value={draft.registeredOn}
            error={problems.registeredOn}
            onChange={(event) => onDraft({ ...draft, registeredOn: event.currentTarget.value })}
          />
          <Schemes profile={profile} onChange={onChange} />
          <Periods profile={profile} onChange={onChange} />
          <div className={styles['fields']}>
            <TextInput
              label={t('tax.ownRate')}
              description={t('tax.ownRateHint')}
              inputMode="decimal"
              value={draft.rate}
              error={problems.rate}
              onChange={(event) => onDraft({ ...draft, rate: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('tax.ownRateFrom')}
              disabled={draft.rate.trim() === ''}
              value={draft.rateFrom}
              error={problems.rateFrom}
              onChange={(event) => onDraft({ ...draft, rateFrom: event.currentTarget.value })}
            />
          </div>
          {isEuCountry(profile.country) ? (
            <Switch
              label={t('tax.oss')}
              checked={profile.oss}
              onChange={(event) => onChange({ oss: event.currentTarget.checked })}
            />
          ) : null}
        </>
      ) : null}
      <TextInput
        label={t('tax.invoicePrefix')}
        description={t('tax.invoicePrefixHint')}
        maxLength={12}
        value={profile.invoicePrefix}
        onChange={(event) => onChange({ invoicePrefix: event.currentTarget.value })}
      />
    </>
  );
}

function Schemes({ profile, onChange }: SetupPartProps) {
  const inAustralia = profile.country === 'AU';
  const data = [
    { value: 'standard', label: t('tax.schemeStandard') },
    { value: 'margin', label: inAustralia ? t('tax.schemeMarginAu') : t('tax.schemeMargin') },
    ...(inAustralia ? [] : [{ value: 'global', label: t('tax.schemeGlobal') }]),
  ];
  const why =
    profile.country === 'GB' ? t('tax.unusedWhyGb') : inAustralia ? t('tax.unusedWhyAu') : t('tax.unusedWhyEu');
  return (
    <>
      <NativeSelect
        label={t('tax.worn')}
        value={profile.scheme}
        onChange={(event) => onChange({ scheme: event.currentTarget.value as TaxScheme })}
        data={data}
      />
      <NativeSelect
        label={t('tax.unused')}
        value={profile.unused}
        onChange={(event) => onChange({ unused: event.currentTarget.value as TaxScheme })}
        data={data}
      />
      <p className={styles['why']}>{why}</p>
    </>
  );
}

function Periods({ profile, onChange }: SetupPartProps) {
  return (
    <div className={styles['fields']}>
      <NativeSelect
        label={t('tax.period')}
        value={profile.period}
        onChange={(event) => onChange({ period: event.currentTarget.value === 'month' ? 'month' : 'quarter' })}
        data={[
          { value: 'quarter', label: t('tax.periodQuarter') },
          { value: 'month', label: t('tax.periodMonth') },
        ]}
      />
      {profile.period === 'month' ? null : (
        <NativeSelect
          label={t('tax.quarterEnds')}
          value={String(profile.quarterEnds)}
          onChange={(event) => onChange({ quarterEnds: Number(event.currentTarget.value) as 1 | 2 | 3 })}
          data={[
            { value: '3', label: t('tax.quarter3') },
            { value: '1', label: t('tax.quarter1') },
            { value: '2', label: t('tax.quarter2') },
          ]}
        />
      )}
    </div>
  );
}
