import { useEffect, useState } from 'react';
import type { Freshness } from '@/lib/queries/freshness';
import type { SettingValue } from '@/lib/settings/registry';
import { useBridge } from '../bridge/bridge';
import { useFreshness } from '../bridge/shared-readings';
import { useSetting } from '../bridge/use-setting';
import { useVault, type Vault } from '../bridge/vault-store';

type Step = SettingValue<'onboarding'>;

export type FirstRun = 'unknown' | 'over' | Exclude<Step, 'done'>;

/**
 * Where the first run stands. Books with something in them are never hidden behind a connect screen, and a background
 * that does not answer hides nothing either. What was left is taken up where it was left.
 */
export function firstRunOf(vault: Vault | null, fresh: Freshness | null, step: Step | null): FirstRun {
  if (fresh === null || step === null) return 'unknown';
  const read = readScopes(fresh);
  if (read.length === 0 && vault === null) return 'unknown';
  const isConnected = vault !== null && vault.state !== 'empty';
  if (!isConnected) return read.length > 0 ? 'over' : step === 'connect' ? 'connect' : 'welcome';
  if (step === 'first-sync') return isFilled(fresh) ? 'next' : 'first-sync';
  return step === 'preferences' || step === 'extras' || step === 'next' ? step : 'over';
}

/** The demo asks for nothing: it is read, and then it is there. */
export function demoRunOf(fresh: Freshness | null, left: boolean): FirstRun {
  if (fresh === null) return 'unknown';
  return left || isFilled(fresh) ? 'over' : 'first-sync';
}

function readScopes(fresh: Freshness): readonly string[] {
  return fresh.scopes.filter((scope) => scope.lastSuccessAt !== null).map((scope) => scope.scope);
}

/** Whether what the screens need has been read. */
function isFilled(fresh: Freshness): boolean {
  const read = readScopes(fresh);
  return ['orders', 'listings', 'products'].every((scope) => read.includes(scope));
}

export function useFirstRun(): { readonly standing: FirstRun; readonly go: (step: Step) => void } {
  const { isDemo } = useBridge();
  const vault = useVault();
  const { value: fresh, state } = useFreshness();
  const [step, setStep] = useSetting('onboarding');
  const [left, setLeft] = useState(false);
  // Books that cannot be read hide nothing: the screen says so in its own words.
  const known = isDemo ? demoRunOf(fresh, left) : firstRunOf(vault, fresh, step);
  const standing = state === 'failed' ? 'over' : known;
  useEffect(() => {
    if (!isDemo && standing === 'next' && step === 'first-sync') setStep('next');
  }, [isDemo, standing, step, setStep]);
  return { standing, go: isDemo ? () => setLeft(true) : setStep };
}
