import { MINUTE_MS } from '@/lib/domain/time/instant';
import type { AlertStanding } from '@/lib/queries/alert-standing';
import { useNow } from '../../ui/use-now';
import styles from './alerts.module.css';
import { isLive, standingText } from './alert-words';

/** How an alert stands, quietly; what cannot ring any more more quietly still. */
export function StandingText({ standing }: { readonly standing: AlertStanding }) {
  const now = useNow(MINUTE_MS);
  return (
    <span className={styles['standing']} data-live={isLive(standing) || undefined}>
      {standingText(standing, now)}
    </span>
  );
}
