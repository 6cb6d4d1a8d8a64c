import type { PairStory } from '@/lib/queries/pair-story';
import { dateText, exactTimeText, moneyText } from '../ui/format';
import { t } from '../ui/text';
import styles from './pair.module.css';

interface Step {
  readonly at: number;
  readonly text: string;
  /** Only its day is known. */
  readonly dayOnly?: true;
}

/** The story of a pair, newest first: what its rows say happened, and what was done to it. */
function stepsOf({ pair, listing, sales, activity }: PairStory): readonly Step[] {
  const steps: Step[] = activity.map((each) => ({ at: each.at, text: each.summary }));
  if (pair.boughtAt !== null) {
    const text = pair.cost === null ? t('timeline.bought') : t('timeline.boughtFor', [moneyText(pair.cost)]);
    steps.push({ at: pair.boughtAt, text, dayOnly: true });
  }
  if (listing !== null) steps.push({ at: listing.listedAt, text: t('timeline.listed') });
  for (const { sale } of sales) steps.push({ at: sale.soldAt, text: t('timeline.sold', [moneyText(sale.price)]) });
  return steps.toSorted((a, b) => b.at - a.at);
}

export function Timeline({ story }: { readonly story: PairStory }) {
  const steps = stepsOf(story);
  return (
    <section className={styles['section']}>
      <h3>{t('pair.timeline')}</h3>
      {steps.length === 0 ? <p className={styles['quiet']}>{t('timeline.empty')}</p> : null}
      <ol className={styles['timeline']}>
        {steps.map((step) => (
          <li key={`${step.at}${step.text}`}>
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
