import { MarketMark } from '../bridge/market-mark';
import { Brand } from '../ui/brand';
import { ConnectStep } from './connect-step';
import styles from './connect.module.css';
import { WelcomeStep } from './welcome-step';

export interface ConnectScreenProps {
  readonly step: 'welcome' | 'connect';
  readonly onStep: (step: 'welcome' | 'connect' | 'preferences') => void;
}

/** The first run before there is anything to see: the whole page, without the other screens. */
export function ConnectScreen({ step, onStep }: ConnectScreenProps) {
  return (
    <main className={`${styles['page']} archvd-scroll`}>
      <div className={styles['brand']} data-wide={step === 'welcome' || undefined}>
        <Brand />
        <MarketMark />
      </div>
      {step === 'welcome' ? (
        <WelcomeStep onConnect={() => onStep('connect')} />
      ) : (
        <ConnectStep onConnected={() => onStep('preferences')} onBack={() => onStep('welcome')} />
      )}
    </main>
  );
}
