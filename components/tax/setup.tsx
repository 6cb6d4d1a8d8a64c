import { Button, NativeSelect, NumberInput, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isEuCountry, TAX_COUNTRIES, type TaxCountry } from '@/lib/domain/tax/tax-country';
import type { TaxProfile, TaxScheme } from '@/lib/domain/tax/tax-profile';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import { toast } from '../ui/toast';
import { countryText } from './country-words';
import { ExpenseLines } from './expense-lines';
import { draftOf, readDraft, usualFor, type SetupDraft, type SetupProblems } from './setup-draft';
import styles from './tax.module.css';

interface SetupProps {
  readonly profile: TaxProfile;
  readonly onSave: (profile: TaxProfile) => void;
}

/** The few questions everything else follows from. */
export function Setup({ profile, onSave }: SetupProps) {
  const [draft, setDraft] = useState<SetupDraft>(() => draftOf(profile));
  const [problems, setProblems] = useState<SetupProblems>({});
  const { country } = draft.profile;
  const set = (part: Partial<TaxProfile>) =>
    setDraft((before) => ({ ...before, profile: { ...before.profile, ...part } }));
  const save = () => {
    const read = readDraft(draft);
    setProblems(read.problems);
    if (read.profile === null) return;
    onSave(read.profile);
    toast(t('tax.saved'));
  };
  return (
    <Section title={t('tax.setupTitle')}>
      <form
        className={styles['form']}
        aria-label={t('tax.setupTitle')}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
        noValidate
      >
        <p className={styles['quiet']}>
          {t('tax.setupText')} {t('tax.noAdvice')}
        </p>
        <CountryField
          country={country}
          onChange={(next) => set({ country: next, ...(next === null ? {} : usualFor(next)) })}
        />
        {country === null ? null : <YearFields profile={draft.profile} onChange={set} />}
        {country === null || country === 'US' ? null : (
          <Registration draft={draft} problems={problems} onDraft={setDraft} onChange={set} />
        )}
        {country === 'US' ? <ExpenseLines profile={draft.profile} onChange={set} /> : null}
        <div>
          <Button type="submit" disabled={country === null}>
            {t('tax.save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

interface CountryFieldProps {
  readonly country: TaxCountry | null;
  readonly onChange: (country: TaxCountry | null) => void;
}

function CountryField({ country, onChange }: CountryFieldProps) {
  const known = TAX_COUNTRIES.map((value) => ({ value, label: countryText(value) }));
  const data = [...known.slice(0, 3), ...known.slice(3).toSorted((a, b) => (a.label < b.label ? -1 : 1))];
  return (
    <NativeSelect
      label={t('tax.country')}
      value={country ?? ''}
      onChange={(event) => onChange(TAX_COUNTRIES.find((each) => each === event.currentTarget.value) ?? null)}
      data={[{ value: '', label: t('tax.choose') }, ...data]}
    />
  );
}

interface PartProps {
  readonly profile: TaxProfile;
  readonly onChange: (part: Partial<TaxProfile>) => void;
}

const months = Array.from({ length: 12 }, (_, nth) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, nth, 1)),
);

function YearFields({ profile: { yearStart }, onChange }: PartProps) {
  return (
    <div className={styles['fields']}>
      <NativeSelect
        label={t('tax.yearStart')}
        value={String(yearStart.month)}
        onChange={(event) => onChange({ yearStart: { ...yearStart, month: Number(event.currentTarget.value) } })}
        data={months.map((label, nth) => ({ value: String(nth + 1), label }))}
      />
      <NumberInput
        label={t('tax.yearStartDay')}
        value={yearStart.day}
        min={1}
        max={28}
        allowDecimal={false}
        clampBehavior="strict"
        onChange={(day) => onChange({ yearStart: { ...yearStart, day: Number(day) || 1 } })}
      />
    </div>
  );
}

interface RegistrationProps {
  readonly draft: SetupDraft;
  readonly problems: SetupProblems;
  readonly onDraft: (draft: SetupDraft) => void;
  readonly onChange: PartProps['onChange'];
}

function Registration({ draft, problems, onDraft, onChange }: RegistrationProps) {
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

function Schemes({ profile, onChange }: PartProps) {
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

function Periods({ profile, onChange }: PartProps) {
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
