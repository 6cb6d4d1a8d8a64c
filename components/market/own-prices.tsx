import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import type { Listing } from '@/lib/domain/listings/listing';
import { priceDifference } from '@/lib/domain/market/price-difference';
import { salesMedian } from '@/lib/domain/market/sales-median';
import type { Money } from '@/lib/domain/money/money';
import type { Instant } from '@/lib/domain/time/instant';
import type { ProductPage, ProductSize } from '@/lib/queries/product-page';
import type { SizeHistory } from '@/lib/queries/size-history';
import { conditionChoices } from '../bridge/condition-choices';
import { Explained } from '../ui/explained';
import { moneyText, percentText } from '../ui/format';
import { MoneyFigure, Unknown } from '../ui/money';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { lookText } from './look-words';
import styles from './market.module.css';
import sizeStyles from './size.module.css';

interface OwnPricesProps {
  readonly row: ProductSize;
  readonly page: ProductPage;
  readonly history: SizeHistory;
  readonly now: Instant;
}

/** Each own listing of the size against the lowest ask, the last sale and the median of 30 days. */
export function OwnPrices({ row, page, history, now }: OwnPricesProps) {
  if (row.listings.length === 0) return null;
  const { median } = salesMedian(history.sales, now);
  const listings = row.listings.toSorted((a, b) => a.price.minor - b.price.minor);
  const unread = page.pricesReadAt === null ? t('market.lookUnread') : null;
  const source = lookText(page.look);
  return (
    <div className={sizeStyles['part']}>
      <h3>{t('market.yourPrices')}</h3>
      <table className={`archvd-table ${sizeStyles['ownTable']}`}>
        <thead>
          <tr>
            <th scope="col">{t('column.yourAsk')}</th>
            <th scope="col">{t('market.againstAsk')}</th>
            <th scope="col">{t('market.againstLast')}</th>
            <th scope="col">{t('market.againstMedian')}</th>
          </tr>
        </thead>
        <tbody>
          {listings.map((listing) => (
            <tr key={listing.id}>
              <th scope="row">
                <OwnListing listing={listing} page={page} />
              </th>
              <Against price={listing.price} other={row.price?.lowestAsk ?? null} {...{ source, unread }} />
              <Against price={listing.price} other={row.price?.lastSale ?? null} {...{ source, unread }} />
              <Against price={listing.price} other={median} source={t('market.salesSource')} unread={null} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OwnListing({ listing, page }: { readonly listing: Listing; readonly page: ProductPage }) {
  const condition = conditionChoices().find(({ value }) => value === listing.condition)?.label ?? listing.condition;
  const other = listing.condition !== page.look.condition || listing.packaging !== page.look.packaging;
  return (
    <>
      <a
        className={sizeStyles['ownLink']}
        href={routeHref({ screen: 'selling', query: page.product.styleCode ?? page.product.rawSku })}
      >
        <MoneyFigure amount={listing.price} />
      </a>
      {other ? <span className={styles['quiet']}> {t('market.otherKind', [condition])}</span> : null}
    </>
  );
}

interface AgainstProps {
  readonly price: Money;
  readonly other: Money | null;
  readonly source: string;
  readonly unread: string | null;
}

/** A difference in money and per cent; above is neither gain nor loss, so it has a sign and an arrow but no colour. */
function Against({ price, other, source, unread }: AgainstProps) {
  const difference = priceDifference(price, other);
  if (difference === null || other === null) {
    return (
      <td>
        <Unknown why={unread ?? t('market.nothingAgainst')} />
      </td>
    );
  }
  const { amount, basisPoints } = difference;
  const Arrow = amount.minor === 0 ? IconEqual : amount.minor < 0 ? IconArrowDownRight : IconArrowUpRight;
  const inputs = [
    [t('column.yourAsk'), moneyText(price)],
    [t('market.heldAgainst'), moneyText(other)],
  ] as const;
  return (
    <td>
      <Explained what={{ source, formula: t('market.againstFormula'), inputs }}>
        <span className={`archvd-figure archvd-strong ${sizeStyles['difference']}`}>
          <Arrow size={13} aria-hidden="true" />
          {amount.minor === 0 ? t('market.same') : moneyText(amount, { sign: 'always' })}
          {basisPoints === null || amount.minor === 0 ? null : (
            <span className={sizeStyles['share']}>{signedPercent(basisPoints)}</span>
          )}
        </span>
      </Explained>
    </td>
  );
}

function signedPercent(basisPoints: number): string {
  const text = percentText(basisPoints / 10_000);
  return basisPoints > 0 ? `+${text}` : text;
}
