import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { TAX_COUNTRIES, type TaxCountry } from '@/lib/domain/tax/tax-country';
import type { TaxProfile } from '@/lib/domain/tax/tax-profile';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import { toast } from '../ui/toast';
import { countryText } from './country-words';
import { ExpenseLines } from './expense-lines';
import { Registration, type SetupPartProps } from './registration';
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

const months = Array.from({ length: 12 }, (_, nth) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, nth, 1)),
);

function YearFields({ profile: { yearStart }, onChange }: SetupPartProps) {
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
