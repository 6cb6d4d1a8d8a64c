import { Button, NumberInput, PasswordInput, Radio, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ask } from '../bridge/ask';
import { refreshVault, useVault, type Vault } from '../bridge/vault-store';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { Part } from './part';
import styles from './settings.module.css';

/** How the token is protected on this device. */
export function VaultSection({ title }: { readonly title: string }) {
  const vault = useVault();
  return (
    <Part id="vault" title={title} text={t('settings.vaultText')}>
      {vault === null || vault.state === 'empty' ? (
        <Text c="dimmed">{vault === null ? t('settings.asking') : t('settings.vaultEmpty')}</Text>
      ) : (
        <ProtectForm key={`${vault.hasPassphrase}${vault.keyMode}${vault.autoLockMinutes}`} vault={vault} />
      )}
    </Part>
  );
}

function ProtectForm({ vault }: { readonly vault: Vault }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [mode, setMode] = useState(vault.keyMode);
  const [minutes, setMinutes] = useState<number | null>(vault.autoLockMinutes);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const asked = await ask('vault/protect', {
      currentPassphrase: vault.hasPassphrase ? current : null,
      passphrase: next === '' ? (vault.hasPassphrase ? current : null) : next,
      keyMode: mode,
      autoLockMinutes: minutes,
    });
    setBusy(false);
    if (!asked.ok) return setProblem(asked.message);
    setCurrent('');
    setNext('');
    toast(t('settings.vaultSaved'));
    await refreshVault();
  };
  const lock = async () => {
    const asked = await ask('vault/lock', {});
    if (!asked.ok) toastProblem(asked.message);
    await refreshVault();
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void save(event)}>
      {vault.hasPassphrase ? (
        <PasswordInput
          label={t('settings.currentPassphrase')}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('settings.showPassphrase') }}
        />
      ) : null}
      <PasswordInput
        label={vault.hasPassphrase ? t('settings.newPassphrase') : t('settings.setPassphrase')}
        description={t('settings.passphraseHint')}
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('settings.showPassphrase') }}
      />
      <Radio.Group
        label={t('settings.keyMode')}
        value={mode}
        onChange={(value) => setMode(value === 'device' ? 'device' : 'session')}
      >
        <Stack gap="sm" mt="sm">
          <Radio value="session" label={t('settings.keySession')} description={t('settings.keySessionText')} />
          <Radio value="device" label={t('settings.keyDevice')} description={t('settings.keyDeviceText')} />
        </Stack>
      </Radio.Group>
      <NumberInput
        label={t('settings.autoLock')}
        description={t('settings.autoLockHint')}
        value={minutes ?? ''}
        onChange={(value) => setMinutes(typeof value === 'number' && value >= 1 ? Math.min(1440, Math.trunc(value)) : null)}
        min={1}
        max={1440}
        allowDecimal={false}
        suffix={t('settings.minutesSuffix')}
      />
      {problem === null ? null : (
        <Text c="var(--archvd-needs-you)" role="alert">
          {problem}
        </Text>
      )}
      <div className={styles['actions']}>
        <Button type="submit" loading={busy}>
          {t('action.save')}
        </Button>
        {vault.hasPassphrase && vault.state === 'unlocked' ? (
          <Button variant="default" onClick={() => void lock()}>
            {t('settings.lockNow')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
