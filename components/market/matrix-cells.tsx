import type { Product } from '@/lib/domain/catalog/product';
import type { SalesPace } from '@/lib/domain/deals/sales-pace';
import { spreadOf } from '@/lib/domain/market/spread';
import type { Money } from '@/lib/domain/money/money';
import type { SizePace } from '@/lib/queries/size-paces';
import type { ProductPage, ProductSize } from '@/lib/queries/product-page';
import { explainNet, missingProps } from '../bridge/estimate-words';
import { Explained, type Explanation } from '../ui/explained';
import { countText, dateText, moneyText, percentText } from '../ui/format';
import { MoneyFigure, Unknown } from '../ui/money';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { lookText } from './look-words';
import styles from './matrix.module.css';

export interface CellProps {
  readonly row: ProductSize;
  readonly page: ProductPage;
  /** Reached with the arrow keys instead of Tab. */
  readonly inList?: boolean;
}

/** The market was read, and there is none: another thing than not knowing. */
function NoneThere({ why, inList = false }: { readonly why: string; readonly inList?: boolean }) {
  return (
    <Explained what={{ note: why }} inList={inList}>
      <span className={styles['none']}>{t('market.none')}</span>
    </Explained>
  );
}

interface PriceCellProps extends CellProps {
  readonly what: 'lowestAsk' | 'highestOffer' | 'lastSale' | 'globalIndicator';
}

/** One of the four figures alias tells of a size. */
export function PriceCell({ row, page, what, inList = false }: PriceCellProps) {
  const amount = row.price?.[what] ?? null;
  const explain = sourceOf(page, row, what);
  if (page.pricesReadAt === null && amount === null) return <Unknown why={t('market.lookUnread')} inList={inList} />;
  if (amount !== null) return <MoneyFigure amount={amount} explain={explain} inList={inList} />;
  if (what === 'globalIndicator' && page.look.regionId === null)
    return <Unknown why={t('market.indicatorRegion')} inList={inList} />;
  return <NoneThere why={NONE[what]()} inList={inList} />;
}

const NONE = {
  lowestAsk: () => t('market.noAsk'),
  highestOffer: () => t('market.noOffer'),
  lastSale: () => t('market.noLast'),
  globalIndicator: () => t('market.noIndicator'),
};

function sourceOf(page: ProductPage, row: ProductSize, what: PriceCellProps['what']): Explanation {
  const own = row.listings.some(({ price }) => isSame(price, row.price?.lowestAsk ?? null));
  const notes = {
    lowestAsk: own ? t('market.ownIsAsk') : row.listings.length > 0 ? t('selling.ownInside') : undefined,
    highestOffer: page.look.consigned === null ? undefined : t('market.offersUnsplit'),
    lastSale: undefined,
    globalIndicator: t('market.indicatorNote'),
  };
  const note = notes[what];
  return { source: lookText(page.look), at: page.pricesReadAt, ...(note === undefined ? {} : { note }) };
}

function isSame(a: Money, b: Money | null): boolean {
  return b !== null && a.minor === b.minor && a.currency === b.currency;
}

export function SpreadCell({ row: { price }, page, inList = false }: CellProps) {
  const spread = price === null ? null : spreadOf(price);
  if (spread === null || price?.lowestAsk == null || price.highestOffer === null)
    return <Unknown why={page.pricesReadAt === null ? t('market.lookUnread') : t('watch.noSpread')} inList={inList} />;
  const inputs = [
    [t('column.lowestAsk'), moneyText(price.lowestAsk)],
    [t('column.highestOffer'), moneyText(price.highestOffer)],
    [t('watch.spread'), moneyText(spread.amount)],
  ] as const;
  const source = { source: lookText(page.look), at: page.pricesReadAt };
  return (
    <Explained what={{ ...source, formula: t('market.spreadFormula'), inputs }} inList={inList}>
      <span className="archvd-figure">{percentText(spread.basisPoints / 10_000)}</span>
    </Explained>
  );
}

export function NetCell({ row: { underAsk }, page, inList = false }: CellProps) {
  const unknown = page.pricesReadAt === null ? t('market.lookUnread') : t('market.noAsk');
  return (
    <MoneyFigure
      amount={underAsk?.estimate.net ?? null}
      {...(underAsk === null ? { unknown } : missingProps(underAsk.estimate.missing.filter((one) => one !== 'cost')))}
      {...(underAsk === null ? {} : { explain: explainNet(underAsk.estimate) })}
      estimate={t('market.netNote')}
      inList={inList}
    />
  );
}

export function PaceCell({ sold, inList = false }: { readonly sold: SizePace; readonly inList?: boolean }) {
  if (sold.pace === null)
    return <Unknown why={sold.readAt === null ? t('market.salesUnread') : t('market.tooFew')} inList={inList} />;
  return (
    <Explained what={explainPace(sold.pace, sold.readAt)} inList={inList} estimated>
      <span className="archvd-figure">{perWeekText(sold.pace.perWeek)}</span>
    </Explained>
  );
}

export function explainPace(pace: SalesPace, readAt: number | null): Explanation {
  return {
    formula: t('market.paceFormula'),
    inputs: [
      [t('market.paceSales'), countText(pace.sales)],
      [t('market.paceSince'), dateText(pace.from)],
    ],
    source: t('market.salesSource'),
    at: readAt,
    note: t('market.paceNote'),
  };
}

/** `14`, `2.5` below ten, `< 0.1`. */
export function perWeekText(perWeek: number): string {
  if (perWeek >= 9.95) return countText(Math.round(perWeek));
  return perWeek < 0.1 ? '< 0.1' : String(Math.round(perWeek * 10) / 10);
}

/** Pairs of this size in hand, and how many of them buyers can buy. */
export function OwnCell({
  row: { pairs, listings },
  product,
}: {
  readonly row: ProductSize;
  readonly product: Product;
}) {
  if (pairs.length === 0 && listings.length === 0) return null;
  const what: Explanation = {
    inputs: [
      [t('status.inStock'), countText(pairs.filter(({ status }) => status === 'in-stock').length)],
      [t('market.live'), countText(listings.length)],
      ...listings.slice(0, 4).map(({ price }) => [t('column.yourAsk'), moneyText(price)] as const),
    ],
  };
  return (
    <Explained what={what} inList>
      <a
        className={styles['own']}
        tabIndex={-1}
        href={routeHref({ screen: 'inventory', query: product.styleCode ?? product.rawSku })}
        onClick={(event) => event.stopPropagation()}
      >
        {countText(Math.max(pairs.length, listings.length))}
      </a>
    </Explained>
  );
}
