import type { Diagnostics } from '@/lib/queries/diagnostics';
import { Age } from '../ui/age-text';
import { humanised } from '../ui/format';
import { t } from '../ui/text';
import styles from './diagnostics.module.css';
import { REPORTED_FACTS } from './report';

/** Requests that failed and other trouble, with what support asks for. */
export function Troubles({ troubles }: { readonly troubles: Diagnostics['troubles'] }) {
  if (troubles.length === 0) return <p className={styles['quiet']}>{t('checks.noTroubles')}</p>;
  return (
    <ul className={styles['list']}>
      {troubles.map(({ id, at, summary, facts }) => (
        <li key={id}>
          <div className={styles['job']}>
            <span className="archvd-strong">{humanised(summary)}</span>
            <span className={styles['quiet']}>
              <Age at={at} />
            </span>
          </div>
          <div className={`${styles['quiet']} ${styles['selectable']}`}>{factsText(facts)}</div>
        </li>
      ))}
    </ul>
  );
}

/** `operation /orders · status 429 · requestId 7f3a` */
function factsText(facts: Diagnostics['troubles'][number]['facts']): string {
  return REPORTED_FACTS.flatMap((name) => {
    const value = facts[name] ?? null;
    return value === null ? [] : [`${name} ${String(value)}`];
  }).join(' · ');
}
