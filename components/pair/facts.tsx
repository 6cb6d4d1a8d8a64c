import type { PairStory } from '@/lib/queries/pair-story';
import { CostField } from '../bridge/cost-field';
import { pairStatusText } from '../bridge/words';
import { dateText, humanised } from '../ui/format';
import { MoneyFigure, Unknown } from '../ui/money';
import { Pill } from '../ui/pill';
import { t } from '../ui/text';
import { BoundField } from './bound-field';
import { FactList } from './fact-list';
import styles from './pair.module.css';

export function Facts({ story: { pair, product } }: { readonly story: PairStory }) {
  return (
    <FactList
      title={t('pair.facts')}
      facts={[
        [t('column.status'), pairStatusText(pair.status)],
        [t('column.cost'), <CostField key="cost" pair={pair} />],
        ...(pair.otherCosts === null
          ? []
          : [[t('lines.otherCosts'), <MoneyFigure key="others" amount={pair.otherCosts} />] as const]),
        ...(pair.status === 'sold' || pair.status === 'written-off'
          ? []
          : ([
              [t('bounds.minimum'), <BoundField key="minimum" pair={pair} which="minimum" />],
              [t('bounds.maximum'), <BoundField key="maximum" pair={pair} which="maximum" />],
            ] as const)),
        [
          t('column.bought'),
          pair.boughtAt === null ? (
            <Unknown key="bought" why={t('inventory.boughtUnknown')} />
          ) : (
            dateText(pair.boughtAt)
          ),
        ],
        ...(pair.boughtUrl === null
          ? []
          : [[t('pair.boughtOn'), <PageLink key="page" url={pair.boughtUrl} />] as const]),
        ...(pair.supplier === null ? [] : [[t('pair.supplier'), pair.supplier] as const]),
        [t('pair.box'), humanised(pair.packaging)],
        [t('pair.brand'), pair.brand],
        ...(pair.location === null ? [] : [[t('pair.location'), pair.location] as const]),
        ...(pair.tags.length === 0 ? [] : [[t('pair.tags'), <Tags key="tags" tags={pair.tags} />] as const]),
        ...(pair.note === ''
          ? []
          : [
              [
                t('pair.note'),
                <span key="note" className={styles['note']}>
                  {pair.note}
                </span>,
              ] as const,
            ]),
        ...(product?.retailPrice
          ? [[t('pair.retail'), <MoneyFigure key="retail" amount={product.retailPrice} />] as const]
          : []),
      ]}
    />
  );
}

/** Only a plain address is a link; the page that opens learns nothing of where it was opened from. */
function PageLink({ url }: { readonly url: string }) {
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') return <span>{url}</span>;
  const { host } = new URL(url);
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" title={url} aria-label={t('pair.openPage', [host])}>
      {host}
    </a>
  );
}

function Tags({ tags }: { readonly tags: readonly string[] }) {
  return (
    <span className={styles['tags']}>
      {tags.map((tag) => (
        <Pill key={tag}>{tag}</Pill>
      ))}
    </span>
  );
}
