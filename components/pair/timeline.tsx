import type { PairStory } from '@/lib/queries/pair-story';
import { dateText, exactTimeText } from '../ui/format';
import { t } from '../ui/text';
import styles from './pair.module.css';
import { stepsOf } from './timeline-steps';

/** What happened to the pair, newest first. */
export function Timeline({ story }: { readonly story: PairStory }) {
  return (
    <section className={styles['section']}>
      <h3>{t('pair.timeline')}</h3>
      <ol className={styles['timeline']}>
        {stepsOf(story).map((step) => (
          <li key={step.id}>
            <span>{step.text}</span>
            <time dateTime={new Date(step.at).toISOString()}>
              {step.dayOnly ? dateText(step.at) : exactTimeText(step.at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
