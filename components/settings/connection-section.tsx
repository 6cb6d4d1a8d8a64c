import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { ALIAS_API_URL, IS_OFFICIAL_API } from '@/lib/settings/build';
import { ask } from '../bridge/ask';
import { useBridge } from '../bridge/bridge';
import { refreshVault, useVault } from '../bridge/vault-store';
import { ConnectForm } from '../bridge/connect-form';
import { Confirm } from '../ui/confirm';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { InDemo, TryDemo } from './demo-part';
import { Part } from './part';
import styles from './settings.module.css';

/** The account behind the books; in the demo there is none, and the ways out of it stand in its place. */
export function ConnectionSection({ title }: { readonly title: string }) {
  const { isDemo } = useBridge();
  if (isDemo) {
    return (
      <Part id="connection" title={title}>
        <InDemo />
      </Part>
    );
  }
  return (
    <Part id="connection" title={title} text={t('settings.connectionText')}>
      <Token />
      <TryDemo />
    </Part>
  );
}

/** The token: kept or not, replaced, forgotten. */
function Token() {
  const vault = useVault();
  const [replacing, setReplacing] = useState(false);
  const [asking, setAsking] = useState(false);
  const market = IS_OFFICIAL_API ? 'alias' : new URL(ALIAS_API_URL).host;
  const disconnect = async () => {
    const asked = await ask('connection/disconnect', {});
    setAsking(false);
    if (asked.ok) toast(t('settings.disconnected'));
    else toastProblem(asked.message);
    await refreshVault();
  };
  const connected = vault !== null && vault.state !== 'empty';
  const connectedNow = () => {
    setReplacing(false);
    toast(t('settings.connectedNow'));
  };
  return (
    <>
      {vault === null ? <Text c="dimmed">{t('settings.asking')}</Text> : null}
      {connected ? (
        <>
          <Text component="div" mb="md">
            {vault.state === 'locked' ? t('settings.connectedLocked', [market]) : t('settings.connected', [market])}
          </Text>
          <div className={styles['actions']}>
            <Button variant="default" onClick={() => setReplacing(!replacing)} aria-expanded={replacing}>
              {t('settings.replace')}
            </Button>
            <Button variant="default" onClick={() => setAsking(true)}>
              {t('settings.disconnect')}
            </Button>
          </div>
        </>
      ) : null}
      {replacing || vault?.state === 'empty' ? (
        <div style={{ maxWidth: 400, marginTop: 16 }}>
          <ConnectForm onConnected={connectedNow} />
        </div>
      ) : null}
      <Confirm
        opened={asking}
        title={t('settings.disconnectTitle')}
        verb={t('settings.disconnect')}
        onConfirm={() => void disconnect()}
        onClose={() => setAsking(false)}
      >
        {t('settings.disconnectText')}
      </Confirm>
    </>
  );
}
