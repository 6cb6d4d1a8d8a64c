import type { ListingRequest, ListingRow } from '@/lib/queries/list-listings';
import { factsText } from '../bridge/words';
import { PairPicture } from '../ui/picture';
import { RowLink } from '../ui/row-link';
import { TwoLine } from '../ui/two-line';
import { listingHref, nameOf } from './listing-columns';
import { NetOfListing, OwnAsk, PositionOf, ProfitOfListing } from './listing-figures';

/** A listing in two lines: own ask beside the lowest one, then what a sale would bring. */
export function ListingCompact({ row, view }: { readonly row: ListingRow; readonly view: ListingRequest['show'] }) {
  const { listing, product } = row;
  const href = listingHref(row, view);
  return (
    <TwoLine
      picture={<PairPicture url={product?.pictureUrl ?? null} size={36} />}
      title={href === null ? nameOf(row) : <RowLink href={href}>{nameOf(row)}</RowLink>}
      subtitle={factsText(
        listing.styleCode ?? listing.rawSku,
        listing.size,
        listing.condition,
        product?.sizeRun ?? null,
      )}
      top={
        <>
          <PositionOf row={row} /> <OwnAsk row={row} name={nameOf(row)} canChange={view !== 'gone'} />
        </>
      }
      bottom={
        <>
          <NetOfListing row={row} /> <ProfitOfListing row={row} />
        </>
      }
    />
  );
}
