import { useEffect } from 'react';
import type { Freshness } from '@/lib/queries/freshness';
import { useFreshness } from '../bridge/shared-readings';
import { useSetting } from '../bridge/use-setting';
import { useVault, type Vault } from '../bridge/vault-store';

export type FirstRun = 'unknown' | 'connect' | 'first-sync' | 'over';

/**
 * Where the first run stands. Books with something in them are never hidden behind a connect screen, and a background
 * that does not answer hides nothing either.
 */
export function firstRunOf(vault: Vault | null, fresh: Freshness | null, step: string | null): FirstRun {
  if (fresh === null || step === null) return 'unknown';
  const read = fresh.scopes.filter((scope) => scope.lastSuccessAt !== null).map((scope) => scope.scope);
  if (read.length === 0 && vault === null) return 'unknown';
  if (read.length === 0 && vault?.state === 'empty') return 'connect';
  if (step !== 'first-sync') return 'over';
  return read.includes('orders') && read.includes('listings') && read.includes('products') ? 'over' : 'first-sync';
}

export function useFirstRun(): { readonly standing: FirstRun; readonly begin: () => void; readonly end: () => void } {
  const vault = useVault();
  const { value: fresh } = useFreshness();
  const [step, setStep] = useSetting('onboarding');
  const standing = firstRunOf(vault, fresh, step);
  useEffect(() => {
    if (standing === 'over' && step === 'first-sync') setStep('done');
  }, [standing, step, setStep]);
  return { standing, begin: () => setStep('first-sync'), end: () => setStep('done') };
}
