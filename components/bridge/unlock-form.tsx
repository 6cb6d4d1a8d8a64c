import { Button, PasswordInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { t } from '../ui/text';
import { ask } from './ask';
import { refreshVault } from './vault-store';
import styles from './unlock-form.module.css';

/** The passphrase, where it is needed. */
export function UnlockForm() {
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const unlock = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const asked = await ask('vault/unlock', { passphrase });
    setBusy(false);
    setProblem(asked.ok ? null : asked.message);
    if (!asked.ok) return;
    setPassphrase('');
    await refreshVault();
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void unlock(event)}>
      <PasswordInput
        aria-label={t('banner.passphrase')}
        placeholder={t('banner.passphrase')}
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        error={problem === null ? null : <span role="alert">{problem}</span>}
        autoComplete="off"
        size="xs"
        visibilityToggleButtonProps={{ 'aria-label': t('settings.showPassphrase') }}
      />
      <Button type="submit" h={30} loading={busy} disabled={passphrase === ''}>
        {t('action.unlock')}
      </Button>
    </form>
  );
}
