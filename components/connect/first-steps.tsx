import type { SettingValue } from '@/lib/settings/registry';
import { ExtrasStep } from './extras-step';
import { FirstSync } from './first-sync';
import { NextStep } from './next-step';
import { PreferencesStep } from './preferences-step';
import styles from './connect.module.css';

export interface FirstStepsProps {
  readonly step: 'preferences' | 'extras' | 'first-sync' | 'next';
  readonly onStep: (step: SettingValue<'onboarding'>) => void;
}

/** The first run once there is a connection: in the place of Today, so that every other screen can be looked at. */
export function FirstSteps({ step, onStep }: FirstStepsProps) {
  return (
    <div className={`${styles['page']} archvd-scroll`}>
      {step === 'preferences' ? (
        <PreferencesStep onNext={() => onStep('extras')} onSkip={() => onStep('first-sync')} />
      ) : null}
      {step === 'extras' ? (
        <ExtrasStep onNext={() => onStep('first-sync')} onBack={() => onStep('preferences')} />
      ) : null}
      {step === 'first-sync' ? <FirstSync onGoOn={() => onStep('done')} /> : null}
      {step === 'next' ? <NextStep onEnd={() => onStep('done')} /> : null}
    </div>
  );
}
