import { Button, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { CURRENCY_CODES, isCurrencyCode } from '@/lib/domain/money/currency';
import { CountryField, MethodField, WithdrawsField } from '../bridge/fee-fields';
import { useRegion } from '../bridge/use-region';
import { useSetting } from '../bridge/use-setting';
import { t } from '../ui/text';
import { SkeletonRows } from '../ui/states';
import styles from './connect.module.css';
import { ExampleSale } from './example-sale';
import { firstDraft, type Draft } from './first-draft';
import { guessPreferences } from './guess-preferences';
import { Step } from './step';

const currencyNames = new Intl.DisplayNames('en', { type: 'currency' });

/** Ids other sellers were seen to use; alias documents neither them nor what they mean. */
const REGIONS = ['3', '2', '1'];
const GLOBAL = 'global';

export interface PreferencesStepProps {
  readonly onNext: () => void;
  readonly onSkip: () => void;
}

/** Currency, region and what alias takes from this seller, with what it means for one sale. */
export function PreferencesStep({ onNext, onSkip }: PreferencesStepProps) {
  const [currency, setCurrency] = useSetting('displayCurrency');
  const [profile, setProfile] = useSetting('feeProfile');
  const [, setRegion] = useSetting('regionId');
  const region = useRegion();
  const [changed, setChanged] = useState<Partial<Draft>>({});
  if (currency === null || profile === null || region === undefined) return <SkeletonRows />;
  const guess = guessPreferences(navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const draft: Draft = { ...firstDraft({ currency, profile, region }, guess), ...changed };
  const change = (part: Partial<Draft>) => setChanged({ ...changed, ...part });
  const changeFees = (part: Partial<Draft['profile']>) => change({ profile: { ...draft.profile, ...part } });
  const keep = () => {
    setCurrency(draft.currency);
    setProfile(draft.profile);
    setRegion(draft.region);
    onNext();
  };
  return (
    <Step title={t('connect.preferencesTitle')} lead={t('connect.preferencesText')} nth={2}>
      <div className={styles['form']}>
        <Select
          label={t('settings.displayCurrency')}
          description={draft.currency === 'USD' ? t('connect.currencyUsd') : t('connect.currencyOther')}
          data={CURRENCY_CODES.map((code) => ({ value: code, label: `${code} · ${currencyNames.of(code) ?? code}` }))}
          value={draft.currency}
          onChange={(value) => value !== null && isCurrencyCode(value) && change({ currency: value })}
          allowDeselect={false}
          searchable
        />
        <Select
          label={t('connect.region')}
          description={t('connect.regionHint')}
          data={regionChoices(draft.region)}
          value={draft.region ?? GLOBAL}
          onChange={(value) => change({ region: value === GLOBAL ? null : value })}
          allowDeselect={false}
        />
        <div className={styles['pair']}>
          <CountryField profile={draft.profile} onChange={changeFees} />
          <NumberInput
            label={t('settings.rating')}
            value={draft.profile.rating}
            onChange={(value) => typeof value === 'number' && changeFees({ rating: Math.trunc(value) })}
            min={0}
            max={100}
            clampBehavior="strict"
            allowDecimal={false}
          />
        </div>
        <MethodField profile={draft.profile} onChange={changeFees} />
        <WithdrawsField profile={draft.profile} onChange={changeFees} />
        <ExampleSale profile={draft.profile} />
      </div>
      <div className={styles['steps']}>
        <Button onClick={keep}>{t('connect.next')}</Button>
        <Button variant="default" onClick={onSkip}>
          {t('connect.skip')}
        </Button>
      </div>
    </Step>
  );
}

function regionChoices(present: string | null) {
  const names: Record<string, string> = { 3: t('connect.region3'), 2: t('connect.region2'), 1: t('connect.region1') };
  const ids = present === null || REGIONS.includes(present) ? REGIONS : [...REGIONS, present];
  return [
    { value: GLOBAL, label: t('connect.regionGlobal') },
    ...ids.map((id) => ({ value: id, label: names[id] ?? t('connect.regionOther', [id]) })),
  ];
}
