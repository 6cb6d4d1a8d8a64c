import { Button, Switch, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { SettingValue } from '@/lib/settings/registry';
import { ask } from '../bridge/ask';
import { useBridge } from '../bridge/bridge';
import { toMinutes, toTimeField } from '../bridge/time-field';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { Part } from './part';
import { quietSpan, type QuietSpan } from './quiet-hours';
import styles from './settings.module.css';
import { useChangedSetting } from './use-changed-setting';
import { WatchingFields } from './watching-fields';

type Notices = SettingValue<'notifications'>;

const KINDS: readonly (readonly [
  kind: Exclude<keyof Notices, 'quietHours'>,
  name: () => string,
  hint: () => string,
])[] = [
  ['sales', () => t('options.sales'), () => t('options.salesHint')],
  ['deadlines', () => t('options.deadlines'), () => t('options.deadlinesHint')],
  ['targets', () => t('options.targets'), () => t('options.targetsHint')],
  ['releases', () => t('options.releases'), () => t('options.releasesHint')],
  ['trouble', () => t('options.trouble'), () => t('options.troubleHint')],
];

const NIGHT = { from: 22 * 60, to: 8 * 60 };

/** What rings, and when it does not. */
export function NotificationsSection({ title }: { readonly title: string }) {
  const [notices, change] = useChangedSetting('notifications');
  return (
    <Part id="notifications" title={title} text={t('options.noticesText')}>
      {notices === null ? null : (
        <div className={styles['form']}>
          {KINDS.map(([kind, name, hint]) => (
            <Switch
              key={kind}
              label={name()}
              description={hint()}
              checked={notices[kind]}
              onChange={(event) => change({ ...notices, [kind]: event.currentTarget.checked }, name())}
            />
          ))}
          <Switch
            label={t('options.quiet')}
            description={t('options.quietHint')}
            checked={notices.quietHours !== null}
            onChange={(event) =>
              change({ ...notices, quietHours: event.currentTarget.checked ? NIGHT : null }, t('options.quiet'))
            }
          />
          {notices.quietHours === null ? null : (
            <QuietHours
              key={`${notices.quietHours.from}-${notices.quietHours.to}`}
              hours={notices.quietHours}
              onChange={(quietHours) => change({ ...notices, quietHours }, t('options.quiet'))}
            />
          )}
          <WatchingFields />
          <TryNotice />
        </div>
      )}
    </Part>
  );
}

interface QuietHoursProps {
  readonly hours: NonNullable<Notices['quietHours']>;
  readonly onChange: (hours: NonNullable<Notices['quietHours']>) => void;
}

/** Kept when a field is left: while one is typed into, half of a time is no time. */
function QuietHours({ hours, onChange }: QuietHoursProps) {
  const [from, setFrom] = useState(toTimeField(hours.from));
  const [to, setTo] = useState(toTimeField(hours.to));
  const [start, end] = [toMinutes(from), toMinutes(to)];
  const span = start === null || end === null ? null : quietSpan(start, end);
  const keep = () => {
    if (span !== null && start !== null && end !== null) onChange({ from: start, to: end });
  };
  return (
    <div>
      <div className={styles['times']} onBlur={keep}>
        <TextInput
          type="time"
          label={t('options.quietFrom')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label={t('options.quietTo')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      {span === null ? (
        <ProblemText text={t('options.quietProblem')} />
      ) : (
        <p className={styles['quiet']} style={{ margin: '8px 0 0' }}>
          {spanText(span)}
        </p>
      )}
    </div>
  );
}

function spanText({ hours, minutes, isOverMidnight }: QuietSpan): string {
  const length =
    minutes === 0 ? t('options.hours', hours, [hours]) : t('options.hoursMinutes', [String(hours), String(minutes)]);
  return isOverMidnight ? t('options.quietSpanOver', [length]) : t('options.quietSpan', [length]);
}

/** Whether a notification reaches the person's eyes only the person can tell. */
function TryNotice() {
  const { device } = useBridge();
  const [shown, setShown] = useState(false);
  const [denied, setDenied] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    device.mayNotify().then(
      (may) => setDenied(may === false),
      () => setDenied(false),
    );
  }, [device]);
  const show = async () => {
    setBusy(true);
    const asked = await ask('notice/test', {});
    setBusy(false);
    setShown(asked.ok);
    if (asked.ok) toast(t('options.noticeShown'));
    else toastProblem(asked.message);
  };
  return (
    <div>
      <Button variant="default" loading={busy} onClick={() => void show()}>
        {t('options.tryNotice')}
      </Button>
      {denied || shown ? (
        <p className={styles['quiet']} style={{ margin: '8px 0 0' }} role="status">
          {denied ? t('options.noticeDenied') : t('options.noticeNone')}
        </p>
      ) : null}
    </div>
  );
}
