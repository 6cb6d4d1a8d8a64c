import { Anchor, Button, PasswordInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ALIAS_API_URL, IS_OFFICIAL_API } from '@/lib/settings/build';
import { ask } from './ask';
import { refreshVault } from './vault-store';
import { t } from '../ui/text';
import { checkToken } from './check-token';
import { DifferentSeller, type Choice } from './different-seller';

const TOKEN_HELP = 'https://docs.alias.org';

type Standing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'different'; readonly stored: number; readonly fresh: number };

export interface ConnectFormProps {
  readonly onConnected: () => void;
}

/** One field and one button. The token lives in this form only until it is kept, and never comes back. */
export function ConnectForm({ onConnected }: ConnectFormProps) {
  const [pasted, setPasted] = useState('');
  const [standing, setStanding] = useState<Standing>({ kind: 'idle' });
  const connect = async (whenDifferent: 'ask' | Choice) => {
    const { token, problem } = checkToken(pasted);
    if (problem !== null) {
      setStanding({ kind: 'refused', message: problem === 'empty' ? t('connect.empty') : t('connect.spaces') });
      return;
    }
    setStanding({ kind: 'asking' });
    const asked = await ask('connection/connect', { token, whenDifferent });
    if (!asked.ok) setStanding({ kind: 'refused', message: asked.message });
    else if (asked.value.kind === 'failed') {
      setStanding({ kind: 'refused', message: t('connect.refused', [asked.value.error.message]) });
    } else if (asked.value.kind === 'different-seller') {
      setStanding({ kind: 'different', stored: asked.value.storedListings, fresh: asked.value.newListings });
    } else {
      setPasted('');
      setStanding({ kind: 'idle' });
      await refreshVault();
      onConnected();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void connect('ask');
  };
  return (
    <form onSubmit={submit} noValidate>
      <PasswordInput
        label={t('connect.label')}
        description={IS_OFFICIAL_API ? t('connect.hint') : t('connect.local', [new URL(ALIAS_API_URL).host])}
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
        error={standing.kind === 'refused' ? <span role="alert">{standing.message}</span> : null}
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        visibilityToggleButtonProps={{ 'aria-label': t('connect.show') }}
        data-testid="access-token"
      />
      <Button type="submit" fullWidth mt="md" loading={standing.kind === 'asking'} data-testid="connect">
        {t('action.connect')}
      </Button>
      <p aria-live="polite" className="archvd-hidden">
        {standing.kind === 'asking' ? t('connect.testing') : ''}
      </p>
      <Anchor href={TOKEN_HELP} target="_blank" rel="noreferrer" size="sm" mt="md" display="inline-block">
        {t('connect.where')}
      </Anchor>
      <DifferentSeller
        counts={standing.kind === 'different' ? standing : null}
        onChoose={(choice) => void connect(choice)}
        onCancel={() => setStanding({ kind: 'idle' })}
      />
    </form>
  );
}
