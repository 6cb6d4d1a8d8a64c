import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useBridge } from '../bridge/bridge';
import { appKeys, inventoryKeys, KeyList, rowKeys, type KeyLine } from '../ui/key-list';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { Part } from './part';
import styles from './settings.module.css';
import { SubPart } from './sub-part';

const BROWSER: Readonly<Record<string, () => string>> = {
  'open-popup': () => t('options.keyPopup'),
  'open-panel': () => t('options.keyPanel'),
  'open-dashboard': () => t('options.keyDashboard'),
  'pause-repricing': () => t('repricing.pauseLong'),
};

/** Which keys do what, and where those of the browser are changed. */
export function ShortcutsSection({ title }: { readonly title: string }) {
  const { device } = useBridge();
  const [lines, setLines] = useState<readonly KeyLine[]>([]);
  useEffect(() => {
    const read = () =>
      void device.shortcuts().then(
        (found) =>
          setLines(
            found.map(({ name, keys }) => ({ does: BROWSER[name]?.() ?? name, keys: keys === '' ? [] : [keys] })),
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
        <KeyList lines={lines} />
        <p className={styles['quiet']}>{t('options.changeKeysText')}</p>
        <Button variant="default" onClick={open}>
          {t('options.changeKeys')}
        </Button>
      </SubPart>
      <SubPart title={t('options.inAppKeys')}>
        <KeyList lines={appKeys()} />
      </SubPart>
      <SubPart title={t('keys.inLists')}>
        <KeyList lines={rowKeys()} />
      </SubPart>
      <SubPart title={t('keys.inInventory')}>
        <KeyList lines={inventoryKeys()} />
      </SubPart>
    </Part>
  );
}
