import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { AlertOptions } from '@/lib/domain/alerts/alert';
import { useSetting } from '../../bridge/use-setting';
import { countText, dateText } from '../../ui/format';
import { t } from '../../ui/text';
import type { AlertDraft, DraftProblems } from './alert-draft';
import styles from './alerts.module.css';

interface OptionFieldsProps {
  readonly draft: AlertDraft;
  readonly problems: DraftProblems;
  readonly onChange: (part: Partial<AlertDraft>) => void;
}

const REARM: readonly (readonly [minutes: number | null, text: () => string])[] = [
  [null, () => t('watchAlert.rearmOnce')],
  [0, () => t('watchAlert.rearmAny')],
  [60, () => t('watchAlert.rearmHour')],
  [720, () => t('watchAlert.rearmHalf')],
  [1440, () => t('watchAlert.rearmDay')],
  [10_080, () => t('watchAlert.rearmWeek')],
];

const EXPIRES: readonly (readonly [days: number | null, text: () => string])[] = [
  [null, () => t('watchAlert.expiresNever')],
  [7, () => t('watchAlert.expires7')],
  [30, () => t('watchAlert.expires30')],
  [90, () => t('watchAlert.expires90')],
];

/** How it rings: at once or confirmed, how often, until when, and where it tells. */
export function OptionFields({ draft, problems, onChange }: OptionFieldsProps) {
  const { options } = draft;
  const [watching] = useSetting('watching');
  const set = (part: Partial<AlertOptions>) => onChange({ options: { ...options, ...part } });
  const kept = draft.expires === 'keep' && options.expiresAt !== null ? options.expiresAt : null;
  return (
    <fieldset className={styles['options']}>
      <legend>{t('watchAlert.options')}</legend>
      <Checkbox
        label={t('watchAlert.confirm')}
        description={t('watchAlert.confirmHint')}
        checked={options.confirm}
        onChange={(event) => set({ confirm: event.currentTarget.checked })}
      />
      <div className={styles['pairs']}>
        <NativeSelect
          label={t('watchAlert.rearm')}
          value={String(options.rearmMinutes)}
          data={rearmChoices(options.rearmMinutes).map(([minutes, text]) => ({
            value: String(minutes),
            label: text(),
          }))}
          onChange={(event) => {
            const { value } = event.currentTarget;
            set({ rearmMinutes: value === 'null' ? null : Number(value) });
          }}
        />
        <NativeSelect
          label={t('watchAlert.expires')}
          value={String(draft.expires)}
          data={[
            ...(kept === null ? [] : [{ value: 'keep', label: t('watchAlert.expiresOn', [dateText(kept)]) }]),
            ...EXPIRES.map(([days, text]) => ({ value: String(days), label: text() })),
          ]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange({ expires: value === 'keep' ? 'keep' : value === 'null' ? null : Number(value) });
          }}
        />
        <TextInput
          label={t('watchAlert.cap')}
          value={draft.cap}
          inputMode="numeric"
          autoComplete="off"
          placeholder={watching === null ? '' : t('watchAlert.capUsual', [countText(watching.mostPerDay)])}
          error={problems.cap === undefined ? undefined : <span role="alert">{problems.cap}</span>}
          onChange={(event) => onChange({ cap: event.currentTarget.value })}
        />
      </div>
      <Channels channels={options.channels} onChange={(channels) => set({ channels })} />
    </fieldset>
  );
}

/** An interval that is none of the usual ones stays to be chosen. */
function rearmChoices(minutes: number | null): typeof REARM {
  return REARM.some(([each]) => each === minutes)
    ? REARM
    : [...REARM, [minutes, () => `${countText(minutes ?? 0)} min`]];
}

interface ChannelsProps {
  readonly channels: AlertOptions['channels'];
  readonly onChange: (channels: AlertOptions['channels']) => void;
}

function Channels({ channels, onChange }: ChannelsProps) {
  const words: Record<keyof AlertOptions['channels'], string> = {
    notification: t('watchAlert.notification'),
    badge: t('watchAlert.badge'),
    digest: t('watchAlert.digest'),
  };
  const isSilent = !channels.notification && !channels.badge && !channels.digest;
  return (
    <div role="group" aria-label={t('watchAlert.channels')} className={styles['channels']}>
      <span className={styles['label']}>{t('watchAlert.channels')}</span>
      {(['notification', 'badge', 'digest'] as const).map((channel) => (
        <Checkbox
          key={channel}
          label={words[channel]}
          checked={channels[channel]}
          onChange={(event) => onChange({ ...channels, [channel]: event.currentTarget.checked })}
        />
      ))}
      {isSilent ? <span className={styles['quiet']}>{t('watchAlert.onlyHistory')}</span> : null}
    </div>
  );
}
