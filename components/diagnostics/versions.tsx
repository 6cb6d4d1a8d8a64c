import { useEffect, useState } from 'react';
import type { Diagnostics } from '@/lib/queries/diagnostics';
import { settingProblems } from '@/lib/settings/stored-settings';
import { useBridge } from '../bridge/bridge';
import { t } from '../ui/text';
import { browserText } from './browser-text';
import styles from './diagnostics.module.css';

/** What is installed, and settings that could not be read. */
export function Versions({ schema }: { readonly schema: Diagnostics['schema'] }) {
  const { device } = useBridge();
  const problems = useSettingProblems();
  const facts: readonly (readonly [string, string])[] = [
    [t('checks.extension'), device.version],
    [
      t('checks.layout'),
      schema.installed === schema.code ? String(schema.code) : `${schema.installed} / ${schema.code}`,
    ],
    [t('checks.browser'), browserText(navigator.userAgent)],
    ...problems.map(({ name, reason }) => [t('checks.setting', [name]), reason] as const),
  ];
  return (
    <dl className={styles['plainFacts']}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type SettingProblems = Awaited<ReturnType<typeof settingProblems>>;

export function useSettingProblems(): SettingProblems {
  const [problems, setProblems] = useState<SettingProblems>([]);
  useEffect(() => {
    settingProblems().then(setProblems, () => setProblems([]));
  }, []);
  return problems;
}
