import { IconEye } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Product } from '@/lib/domain/catalog/product';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { ProductPage, ProductSize } from '@/lib/queries/product-page';
import { explainNet, missingProps } from '../bridge/estimate-words';
import { Explained, type Explanation } from '../ui/explained';
import { countText, moneyText, percentText } from '../ui/format';
import { MoneyFigure, Unknown } from '../ui/money';
import { routeHref } from '../ui/route';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import styles from './market.module.css';

interface SizeMatrixProps {
  readonly page: ProductPage;
  readonly chosen: number | null;
  readonly onChoose: (usSize: number) => void;
  /** How old the figures are. */
  readonly reading: ReactNode;
}

/** Every size with its market and what the seller has of it; one of them is looked at more closely. */
export function SizeMatrix({ page, chosen, onChoose, reading }: SizeMatrixProps) {
  return (
    <Section title={t('market.sizes')} action={reading}>
      <div className={styles['matrixFrame']}>
        <table className={styles['matrix']}>
          <thead>
            <tr>
              <th scope="col">{t('column.size')}</th>
              <th scope="col">{t('market.ask')}</th>
              <th scope="col">{t('market.offer')}</th>
              <th scope="col" data-room="wide">
                {t('watch.spread')}
              </th>
              <th scope="col">{t('market.last')}</th>
              <th scope="col" data-room="widest">
                {t('market.indicator')}
              </th>
              <th scope="col">{t('market.netUnder')}</th>
              <th scope="col" data-room="wide">
                {t('market.yoursShort')}
              </th>
            </tr>
          </thead>
          <tbody>
            {page.sizes.map((each) => (
              <SizeRow
                key={each.size.usValue}
                row={each}
                page={page}
                chosen={each.size.usValue === chosen}
                onChoose={() => onChoose(each.size.usValue)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

interface SizeRowProps {
  readonly row: ProductSize;
  readonly page: ProductPage;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function SizeRow({ row, page, chosen, onChoose }: SizeRowProps) {
  const { size, price, underAsk } = row;
  const { product, pricesReadAt } = page;
  const unknown = pricesReadAt === null ? t('watch.neverRead') : t('selling.none');
  const explain: Explanation = { source: t('watch.source'), at: pricesReadAt };
  const own = row.listings.length > 0 ? { note: t('selling.ownInside') } : {};
  return (
    <tr data-chosen={chosen || undefined} onClick={onChoose}>
      <th scope="row">
        <button type="button" className={styles['size']} aria-pressed={chosen} onClick={onChoose}>
          {formatSize({ value: size.value, system: product.sizeSystem }, product.sizeRun)}
          {row.watched === null ? null : (
            <IconEye size={13} aria-label={t('market.watched')} className={styles['watched']} />
          )}
        </button>
      </th>
      <td>
        <MoneyFigure amount={price?.lowestAsk ?? null} unknown={unknown} explain={{ ...explain, ...own }} />
      </td>
      <td>
        <MoneyFigure amount={price?.highestOffer ?? null} unknown={unknown} explain={explain} />
      </td>
      <td data-room="wide">
        <Spread row={row} explain={explain} />
      </td>
      <td>
        <MoneyFigure amount={price?.lastSale ?? null} unknown={unknown} explain={explain} />
      </td>
      <td data-room="widest">
        <MoneyFigure
          amount={price?.globalIndicator ?? null}
          unknown={unknown}
          explain={{ ...explain, note: t('market.indicatorNote') }}
        />
      </td>
      <td>
        <MoneyFigure
          amount={underAsk?.estimate.net ?? null}
          {...(underAsk === null
            ? { unknown }
            : missingProps(underAsk.estimate.missing.filter((one) => one !== 'cost')))}
          {...(underAsk === null ? {} : { explain: explainNet(underAsk.estimate) })}
          estimate={t('market.netNote')}
        />
      </td>
      <td data-room="wide">
        <Own row={row} product={product} />
      </td>
    </tr>
  );
}

function Spread({ row: { price }, explain }: { readonly row: ProductSize; readonly explain: Explanation }) {
  const [ask, offer] = [price?.lowestAsk ?? null, price?.highestOffer ?? null];
  if (ask === null || offer === null || ask.currency !== offer.currency || ask.minor === 0)
    return <Unknown why={t('watch.noSpread')} />;
  const inputs = [
    [t('column.lowestAsk'), moneyText(ask)],
    [t('column.highestOffer'), moneyText(offer)],
  ] as const;
  return (
    <Explained what={{ ...explain, formula: t('market.spreadFormula'), inputs }}>
      <span className="archvd-figure">{percentText((ask.minor - offer.minor) / ask.minor)}</span>
    </Explained>
  );
}

/** Pairs of this size in hand, and how many of them buyers can buy. */
function Own({ row: { pairs, listings }, product }: { readonly row: ProductSize; readonly product: Product }) {
  if (pairs.length === 0 && listings.length === 0) return null;
  const inStock = pairs.filter(({ status }) => status === 'in-stock').length;
  const what: Explanation = {
    inputs: [
      [t('status.inStock'), countText(inStock)],
      [t('market.live'), countText(listings.length)],
    ],
  };
  return (
    <Explained what={what}>
      <a
        className={styles['own']}
        href={routeHref({ screen: 'inventory', query: product.styleCode ?? product.rawSku })}
        onClick={(event) => event.stopPropagation()}
      >
        {countText(Math.max(pairs.length, listings.length))}
      </a>
    </Explained>
  );
}
