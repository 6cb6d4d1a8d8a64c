import { SITES } from '@/lib/domain/sites/site';
import { SiteSwitch } from './site-switch';
import styles from './site-switch.module.css';

/** Every marketplace in one quiet list; each is asked for when it is switched on, and only then. */
export function SiteList() {
  return (
    <div className={styles['list']}>
      {SITES.map(({ id }) => (
        <SiteSwitch key={id} id={id} />
      ))}
    </div>
  );
}
