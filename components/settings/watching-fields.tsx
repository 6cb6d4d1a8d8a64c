import { NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { countWatched } from '@/lib/queries/count-watched';
import type { SettingValue } from '@/lib/settings/registry';
import { toMinutes, toTimeField } from '../bridge/time-field';
import { useLive } from '../bridge/use-live';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import styles from './settings.module.css';
import { useChangedSetting } from './use-changed-setting';

type Watching = SettingValue<'watching'>;

/** From a quarter of an hour to a day. */
const FRESHNESS = [15, 30, 60, 120, 240, 480, 1440] as const;

const MOST = 100;

/** How often what is watched is read, and how alerts on it are told. */
export function WatchingFields() {
  const [watching, change] = useChangedSetting('watching');
  if (watching === null) return null;
  return (
    <>
      <Freshness watching={watching} onChange={(next) => change(next, t('options.freshness'))} />
      <Cap
        key={`cap-${watching.mostPerDay}`}
        most={watching.mostPerDay}
        onChange={(mostPerDay) => change({ ...watching, mostPerDay }, t('options.mostPerDay'))}
      />
      <DigestTime
        key={`digest-${watching.digestAt}`}
        at={watching.digestAt}
        onChange={(digestAt) => change({ ...watching, digestAt }, t('options.digestAt'))}
      />
      <Switch
        label={t('options.alertBadge')}
        description={t('options.alertBadgeHint')}
        checked={watching.badge}
        onChange={(event) => change({ ...watching, badge: event.currentTarget.checked }, t('options.alertBadge'))}
      />
    </>
  );
}

interface FreshnessProps {
  readonly watching: Watching;
  readonly onChange: (next: Watching) => void;
}

/** One request answers all sizes of a product, so products are what counts. */
function Freshness({ watching, onChange }: FreshnessProps) {
  const counted = useLive((books) => countWatched(books), []);
  const { freshnessMinutes } = watching;
  const known = FRESHNESS.some((minutes) => minutes === freshnessMinutes);
  const choices = known ? FRESHNESS : [...FRESHNESS, freshnessMinutes].toSorted((a, b) => a - b);
  const products = counted.state === 'ready' ? counted.value : null;
  const hourly = products === null ? null : Math.ceil((products * 60) / freshnessMinutes);
  return (
    <div>
      <Select
        label={t('options.freshness')}
        description={t('options.freshnessHint')}
        data={choices.map((minutes) => ({ value: String(minutes), label: spanText(minutes) }))}
        value={String(freshnessMinutes)}
        onChange={(value) => value !== null && onChange({ ...watching, freshnessMinutes: Number(value) })}
        allowDeselect={false}
      />
      {products === null || hourly === null ? null : (
        <p className={styles['quiet']} style={{ margin: '8px 0 0' }} role="status">
          {t('options.freshnessCost', products, [countText(products), countText(hourly)])}
        </p>
      )}
    </div>
  );
}

function spanText(minutes: number): string {
  return minutes < 60 ? t('options.everyMinutes', [minutes]) : t('options.everyHours', minutes / 60, [minutes / 60]);
}

/** Kept when the field is left: one is on the way to ten. */
function Cap({ most, onChange }: { readonly most: number; readonly onChange: (most: number) => void }) {
  const [typed, setTyped] = useState<string | number>(most);
  const keep = () => {
    if (typeof typed === 'number' && typed >= 1) onChange(Math.trunc(typed));
    else setTyped(most);
  };
  return (
    <NumberInput
      label={t('options.mostPerDay')}
      description={t('options.mostPerDayHint')}
      value={typed}
      onChange={setTyped}
      onBlur={keep}
      min={1}
      max={MOST}
      clampBehavior="strict"
      allowDecimal={false}
    />
  );
}

/** Kept when the field is left: while it is typed into, half of a time is no time. */
function DigestTime({ at, onChange }: { readonly at: number; readonly onChange: (at: number) => void }) {
  const [typed, setTyped] = useState(toTimeField(at));
  const keep = () => {
    const minutes = toMinutes(typed);
    if (minutes === null) setTyped(toTimeField(at));
    else onChange(minutes);
  };
  return (
    <TextInput
      type="time"
      label={t('options.digestAt')}
      description={t('options.digestAtHint')}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
    />
  );
}
