import { Button, PasswordInput, Switch, Text } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import { passphraseProblem } from '@/lib/domain/passphrase/passphrase-problem';
import { ask } from '../bridge/ask';
import { refreshVault, useVault, type Vault } from '../bridge/vault-store';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { Part } from './part';
import styles from './settings.module.css';
import { UnlockTimes, type Times } from './unlock-times';

/** Four or five unrelated words are about this long. */
const LONG = 20;

/** How the token is protected on this device. */
export function VaultSection({ title }: { readonly title: string }) {
  const vault = useVault();
  return (
    <Part id="vault" title={title} text={t('settings.vaultText')}>
      {vault === null || vault.state === 'empty' ? (
        <Text component="div" c="dimmed">
          {vault === null ? t('settings.asking') : t('settings.vaultEmpty')}
        </Text>
      ) : (
        <ProtectForm key={`${vault.hasPassphrase}${vault.keyMode}${vault.autoLockMinutes}`} vault={vault} />
      )}
    </Part>
  );
}

async function lock(): Promise<void> {
  const asked = await ask('vault/lock', {});
  if (!asked.ok) toastProblem(asked.message);
  await refreshVault();
}

function ProtectForm({ vault }: { readonly vault: Vault }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [remove, setRemove] = useState(false);
  const [times, setTimes] = useState<Times>({
    keyMode: vault.hasPassphrase ? vault.keyMode : 'session',
    autoLockMinutes: vault.autoLockMinutes,
  });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const protectedNext = !remove && (vault.hasPassphrase || next !== '');
  const weak = next === '' || remove ? null : passphraseProblem(next);
  const save = async () => {
    if (weak !== null) return setProblem(null);
    setBusy(true);
    const asked = await ask('vault/protect', {
      currentPassphrase: vault.hasPassphrase ? current : null,
      passphrase: remove ? null : next === '' ? current : next,
      ...times,
    });
    setBusy(false);
    setProblem(asked.ok ? null : asked.message);
    if (!asked.ok) return;
    setCurrent('');
    setNext('');
    toast(t('settings.vaultSaved'));
    await refreshVault();
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={getHotkeyHandler([['mod+Enter', () => void save()]])}
    >
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
        disabled={remove}
        onChange={(event) => setNext(event.currentTarget.value)}
        error={weak}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('settings.showPassphrase') }}
      />
      {next === '' || remove || weak !== null ? null : (
        <p className={styles['quiet']} role="status">
          {[...next].length >= LONG ? t('options.strengthGood') : t('options.strengthFair')}
        </p>
      )}
      {vault.hasPassphrase ? (
        <Switch
          label={t('settings.removePassphrase')}
          description={t('settings.removePassphraseText')}
          checked={remove}
          onChange={(event) => setRemove(event.currentTarget.checked)}
        />
      ) : null}
      {protectedNext ? <UnlockTimes times={times} onChange={setTimes} /> : null}
      <ProblemText text={problem} />
      <div className={styles['actions']}>
        <Button
          type="submit"
          loading={busy}
          disabled={weak !== null || (vault.hasPassphrase ? current === '' : next === '')}
        >
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
