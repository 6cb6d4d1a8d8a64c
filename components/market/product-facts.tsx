import type { ReactNode } from 'react';
import type { ProductPage } from '@/lib/queries/product-page';
import { calendarDayText } from '../ui/format';
import { MoneyFigure, Unknown } from '../ui/money';
import { PairPicture } from '../ui/picture';
import { t } from '../ui/text';
import styles from './market.module.css';

interface ProductFactsProps {
  readonly page: ProductPage;
  readonly actions: ReactNode;
}

/** What the shoe is, beside its picture. */
export function ProductFacts({ page: { product }, actions }: ProductFactsProps) {
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('market.styleCode'), product.styleCode ?? product.rawSku],
    [t('market.colourway'), product.colorway === '' ? <Unknown key="c" why={t('market.notTold')} /> : product.colorway],
    [
      t('market.release'),
      product.releaseDate === null ? (
        <Unknown key="r" why={t('market.notTold')} />
      ) : (
        calendarDayText(product.releaseDate)
      ),
    ],
    [
      t('pair.retail'),
      <MoneyFigure
        key="p"
        amount={product.retailPrice}
        unknown={t('market.notTold')}
        explain={{ source: t('market.catalogue'), at: product.updatedAt }}
      />,
    ],
  ];
  return (
    <div className={styles['head']}>
      <PairPicture url={product.pictureUrl} size={96} />
      <div className={styles['about']}>
        <h2>{product.name}</h2>
        <dl className={styles['facts']}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className={styles['actions']}>{actions}</div>
    </div>
  );
}
