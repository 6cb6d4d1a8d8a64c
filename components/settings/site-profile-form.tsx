import { Button, Select, Switch, TextInput } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import { CURRENCY_CODES, isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currency';
import { defaultProfile } from '@/lib/domain/sites/default-profiles';
import type { SiteId } from '@/lib/domain/sites/site';
import type { SiteProfile } from '@/lib/domain/sites/site-profile';
import { t } from '../ui/text';
import styles from './settings.module.css';
import { SiteExample } from './site-example';
import { draftOf, readDraft, type ProfileDraft, type ProfileField, type ProfileProblem } from './site-profile-draft';

interface SiteProfileFormProps {
  readonly site: SiteId;
  /** The seller's own; null: what the companion knows counts. */
  readonly own: SiteProfile | null;
  readonly currency: CurrencyCode;
  readonly onSave: (profile: SiteProfile) => void;
  readonly onReset: () => void;
}

/** What buying and selling on one site costs; empty is not known, and the card says so. */
export function SiteProfileForm({ site, own, currency, onSave, onReset }: SiteProfileFormProps) {
  const first = draftOf(own ?? defaultProfile(site, currency), currency);
  const [draft, setDraft] = useState(first);
  const read = readDraft(draft);
  const change = (part: Partial<ProfileDraft>) => setDraft({ ...draft, ...part });
  const changeCurrency = (next: CurrencyCode) => {
    // What nobody has touched follows: fees differ from country to country.
    const isUntouched = own === null && JSON.stringify(draft) === JSON.stringify(pristine(site, draft.currency));
    setDraft(isUntouched ? pristine(site, next) : { ...draft, currency: next });
  };
  const save = () => {
    if (read.ok) onSave(read.profile);
  };
  const problems = read.ok ? {} : read.problems;
  const field = (name: ProfileField, kind: 'percent' | 'amount') => (
    <Field key={name} name={name} kind={kind} draft={draft} problem={problems[name]} onChange={change} />
  );
  return (
    <form
      className={styles['form']}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={getHotkeyHandler([['mod+Enter', save]])}
    >
      <Select
        label={t('siteFees.currency')}
        data={CURRENCY_CODES}
        value={draft.currency}
        onChange={(code) => code !== null && isCurrencyCode(code) && changeCurrency(code)}
        allowDeselect={false}
        searchable
      />
      <Switch
        label={t('siteFees.bare', [draft.currency])}
        description={t('siteFees.bareHint')}
        checked={draft.isBare}
        onChange={(event) => change({ isBare: event.currentTarget.checked })}
      />
      <fieldset className={styles['pairs']}>
        <legend>{t('siteFees.buying')}</legend>
        {field('buyerFee', 'percent')}
        {field('buyerFixed', 'amount')}
        {field('buyerShipping', 'amount')}
        {field('duty', 'percent')}
      </fieldset>
      <Switch
        label={t('siteFees.sellsHere')}
        checked={draft.sells}
        onChange={(event) => change({ sells: event.currentTarget.checked })}
      />
      {draft.sells ? (
        <fieldset className={styles['pairs']}>
          <legend>{t('siteFees.selling')}</legend>
          {field('commission', 'percent')}
          {field('payment', 'percent')}
          {field('minimum', 'amount')}
          {field('fixed', 'amount')}
          {field('shipping', 'amount')}
          <span />
          {field('stepFrom', 'amount')}
          {field('stepCommission', 'percent')}
        </fieldset>
      ) : null}
      <SiteExample site={site} currency={draft.currency} profile={read.ok ? read.profile : null} />
      <div className={styles['actions']}>
        <Button type="submit" disabled={!read.ok}>
          {t('siteFees.save')}
        </Button>
        {own === null ? null : (
          <Button type="button" variant="default" onClick={onReset}>
            {t('siteFees.reset')}
          </Button>
        )}
      </div>
    </form>
  );
}

function pristine(site: SiteId, currency: CurrencyCode): ProfileDraft {
  return draftOf(defaultProfile(site, currency), currency);
}

const LABELS: Readonly<Record<ProfileField, () => string>> = {
  buyerFee: () => t('siteFees.buyerFee'),
  buyerFixed: () => t('siteFees.fixed'),
  buyerShipping: () => t('siteFees.buyerShipping'),
  duty: () => t('siteFees.duty'),
  commission: () => t('siteFees.commission'),
  payment: () => t('siteFees.payment'),
  minimum: () => t('siteFees.minimum'),
  fixed: () => t('siteFees.fixed'),
  shipping: () => t('siteFees.shipping'),
  stepFrom: () => t('siteFees.stepFrom'),
  stepCommission: () => t('siteFees.stepCommission'),
};

const PROBLEMS: Readonly<Record<ProfileProblem, (currency: string) => string>> = {
  percent: () => t('siteFees.problemPercent'),
  amount: (currency) => t('siteFees.problemAmount', [currency]),
  needed: () => t('siteFees.problemNeeded'),
  both: () => t('siteFees.problemBoth'),
};

/** Empty is none there; everywhere else it is not known. */
const NONE_WHEN_EMPTY: readonly ProfileField[] = ['minimum', 'stepFrom', 'stepCommission'];

interface FieldProps {
  readonly name: ProfileField;
  readonly kind: 'percent' | 'amount';
  readonly draft: ProfileDraft;
  readonly problem: ProfileProblem | undefined;
  readonly onChange: (part: Partial<ProfileDraft>) => void;
}

function Field({ name, kind, draft, problem, onChange }: FieldProps) {
  return (
    <TextInput
      label={LABELS[name]()}
      placeholder={NONE_WHEN_EMPTY.includes(name) ? t('siteFees.none') : t('siteFees.notKnown')}
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      error={problem === undefined ? null : <span role="alert">{PROBLEMS[problem](draft.currency)}</span>}
      rightSection={kind === 'percent' ? '%' : draft.currency}
      rightSectionWidth={kind === 'percent' ? 32 : 52}
      inputMode="decimal"
      autoComplete="off"
    />
  );
}
