import type { PairRow } from '@/lib/queries/pair-rows';
import { CostField } from '../bridge/cost-field';
import { factsText, pairStatusText } from '../bridge/words';
import { PairPicture } from '../ui/picture';
import { RowLink } from '../ui/row-link';
import { t } from '../ui/text';
import { TwoLine } from '../ui/two-line';
import { NetOf, PriceOf, ProfitOf } from './pair-cells';
import type { HrefOf } from './pair-columns';

/** A pair in two lines: what it is, what it would bring. */
export function PairCompact({ row, hrefOf }: { readonly row: PairRow; readonly hrefOf: HrefOf }) {
  const { pair, product } = row;
  const priced = row.estimate !== null || row.sold !== null || row.unlisted !== null;
  return (
    <TwoLine
      picture={<PairPicture url={product?.pictureUrl ?? null} size={36} />}
      title={<RowLink href={hrefOf(pair.id)}>{pair.name}</RowLink>}
      subtitle={factsText(
        pair.styleCode ?? product?.rawSku ?? null,
        pair.size,
        pair.condition,
        product?.sizeRun ?? null,
      )}
      top={
        priced ? (
          <>
            {row.unlisted !== null
              ? pairStatusText(pair.status)
              : t(row.sold === null ? 'column.askShort' : 'column.soldShort')}{' '}
            {row.unlisted !== null ? null : <PriceOf row={row} />}
          </>
        ) : (
          pairStatusText(pair.status)
        )
      }
      bottom={
        pair.cost === null || !priced ? (
          <CostField pair={pair} />
        ) : (
          <>
            <NetOf row={row} /> <ProfitOf row={row} />
          </>
        )
      }
    />
  );
}
