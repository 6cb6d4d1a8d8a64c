import { Explained } from '../ui/explained';
import { moneyText, percentText } from '../ui/format';
import { MoneyFigure, Unknown } from '../ui/money';
import { t } from '../ui/text';
import { premiumOf, type ComparedFigure, type ComparedSize } from './compare-rows';
import { NetCell, PaceCell, PriceCell, SpreadCell } from './matrix-cells';

const PRICES = { ask: 'lowestAsk', offer: 'highestOffer', last: 'lastSale' } as const;

interface ComparedCellProps {
  readonly figure: ComparedFigure;
  readonly size: ComparedSize;
  /** Reached with the arrow keys instead of Tab. */
  readonly inList?: boolean;
}

/** One figure of one product of the comparison. */
export function ComparedCell({ figure, size, inList = false }: ComparedCellProps) {
  const { page, row } = size;
  if (figure === 'retail') {
    return (
      <MoneyFigure
        amount={page.product.retailPrice}
        unknown={t('market.notTold')}
        explain={{ source: t('market.catalogue'), at: page.product.updatedAt }}
      />
    );
  }
  if (row === null) return <Unknown why={t('market.notThisSize')} inList={inList} />;
  const cell = { row, page, inList } as const;
  if (figure === 'spread') return <SpreadCell {...cell} />;
  if (figure === 'pace') return <PaceCell sold={row.sold} inList={inList} />;
  if (figure === 'net') return <NetCell {...cell} />;
  if (figure === 'premium') return <Premium size={size} />;
  return <PriceCell {...cell} what={PRICES[figure]} />;
}

/** What the last sale brought over retail. */
function Premium({ size }: { readonly size: ComparedSize }) {
  const premium = premiumOf(size);
  const { retailPrice } = size.page.product;
  const last = size.row?.price?.lastSale ?? null;
  if (premium === null || retailPrice === null || last === null) return <Unknown why={t('market.noPremium')} />;
  const share = premium.basisPoints === null ? null : percentText(premium.basisPoints / 10_000);
  return (
    <Explained
      what={{
        formula: t('market.premiumFormula'),
        inputs: [
          [t('market.last'), moneyText(last)],
          [t('pair.retail'), moneyText(retailPrice)],
        ],
        source: t('market.catalogue'),
        at: size.page.pricesReadAt,
      }}
    >
      <span className="archvd-figure archvd-strong">{moneyText(premium.amount, { sign: 'always' })}</span>
      {share === null ? null : (
        <span className="archvd-figure archvd-quiet"> {premium.amount.minor > 0 ? `+${share}` : share}</span>
      )}
    </Explained>
  );
}
