import { MINUTE_MS } from '@/lib/domain/time/instant';
import type { AlertStanding } from '@/lib/queries/alert-standing';
import { useNow } from '../../ui/use-now';
import styles from './alerts.module.css';
import { isLive, shortStandingText, standingText } from './alert-words';

interface StandingTextProps {
  readonly standing: AlertStanding;
  /** In one or two words, where there is no room for when and why. */
  readonly short?: boolean;
}

/** How an alert stands, quietly; what cannot ring any more more quietly still. */
export function StandingText({ standing, short = false }: StandingTextProps) {
  const now = useNow(MINUTE_MS);
  const whole = standingText(standing, now);
  return (
    <span className={`archvd-clip ${styles['standing']}`} data-live={isLive(standing) || undefined} title={whole}>
      {short ? shortStandingText(standing) : whole}
    </span>
  );
}
