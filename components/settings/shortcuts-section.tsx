import { Button, Kbd } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useBridge } from '../bridge/bridge';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { Part } from './part';
import styles from './settings.module.css';
import { SubPart } from './sub-part';

const BROWSER: Readonly<Record<string, () => string>> = {
  'open-popup': () => t('options.keyPopup'),
  'open-panel': () => t('options.keyPanel'),
  'open-dashboard': () => t('options.keyDashboard'),
};

/** Each with its keys; `or` between the keys of one line is the slash a person reads as such. */
const IN_APP: readonly (readonly [keys: readonly string[], name: () => string])[] = [
  [['Ctrl+K'], () => t('options.keyPalette')],
  [['/'], () => t('options.keySearch')],
  [['A'], () => t('options.keyAdd')],
  [['J', 'K'], () => t('options.keyMove')],
  [['Space'], () => t('options.keySelect')],
  [['E'], () => t('options.keyEdit')],
  [['Ctrl+Z'], () => t('options.keyUndo')],
  [['Ctrl+Enter'], () => t('options.keySave')],
  [['Esc'], () => t('options.keyClose')],
];

interface Line {
  readonly name: string;
  readonly keys: readonly string[];
}

/** Which keys do what, and where those of the browser are changed. */
export function ShortcutsSection({ title }: { readonly title: string }) {
  const { device } = useBridge();
  const [lines, setLines] = useState<readonly Line[]>([]);
  useEffect(() => {
    const read = () =>
      void device.shortcuts().then(
        (found) =>
          setLines(
            found.map(({ name, keys }) => ({ name: BROWSER[name]?.() ?? name, keys: keys === '' ? [] : [keys] })),
          ),
        () => setLines([]),
      );
    read();
    // The person comes back from the browser's page with other keys.
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, [device]);
  const open = () =>
    void device
      .openShortcutSettings()
      .catch((error: unknown) => toastProblem(error instanceof Error ? error.message : String(error)));
  return (
    <Part id="shortcuts" title={title} text={t('options.shortcutsText')}>
      <SubPart title={t('options.browserKeys')}>
        <Keys lines={lines} />
        <p className={styles['quiet']}>{t('options.changeKeysText')}</p>
        <Button variant="default" onClick={open}>
          {t('options.changeKeys')}
        </Button>
      </SubPart>
      <SubPart title={t('options.inAppKeys')}>
        <Keys lines={IN_APP.map(([keys, name]) => ({ keys, name: name() }))} />
      </SubPart>
    </Part>
  );
}

function Keys({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <dl className={styles['keys']}>
      {lines.map(({ name, keys }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {keys.length === 0 ? <span className={styles['quiet']}>{t('options.notSet')}</span> : null}
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
