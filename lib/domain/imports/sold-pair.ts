import type { Pair } from '../inventory/pair';
import { UNTOLD } from '../inventory/untold';
import type { Sale } from '../sales/sale';
import type { Instant } from '../time/instant';
import type { NamedPair } from './entry';

/** When and as whose a row comes into the books. */
export interface Coming {
  readonly id: string;
  readonly now: Instant;
  readonly importId: string | null;
}

type Known = NamedPair & Pick<Pair, 'cost' | 'boughtAt' | 'soldAt'>;

/**
 * The pair of a sale for which nothing in stock fits: sold, of unknown cost unless the file knows it. What has no size (it is
 * no shoe, or the file does not say) is size 0.
 */
export function soldPair(named: Known, { id, now, importId }: Coming): Pair {
  return {
    ...UNTOLD,
    id,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    status: 'sold',
    origin: 'import',
    catalogId: null,
    styleCode: named.styleCode,
    name: named.name,
    brand: named.brand,
    size: named.size ?? { value: 0, system: 'US' },
    condition: 'new',
    packaging: 'good',
    cost: named.cost,
    boughtAt: named.boughtAt,
    soldAt: named.soldAt,
    importId,
  };
}

/** Made for a sale of a file, and nobody said anything of it since: it may go when the true pair is found. */
export function isImportStandIn(pair: Pair): boolean {
  const { origin, cost, otherCosts, ledgerRef, supplier, boughtAt, note, tags, location, goatListingId } = pair;
  const unpaid = cost === null && otherCosts === null && ledgerRef === null && supplier === null && boughtAt === null;
  return (
    origin === 'import' && unpaid && note === '' && tags.length === 0 && location === null && goatListingId === null
  );
}

/** The stand-in of a sale whose true pair is needed elsewhere, or gone. */
export function standInOf(sale: Sale, pair: Pair, coming: Coming): Pair {
  const { styleCode, size } = pair;
  const named = { name: sale.name, brand: sale.brand, rawSku: sale.rawSku, styleCode, size, barcode: null };
  return soldPair({ ...named, cost: null, boughtAt: null, soldAt: sale.soldAt }, coming);
}

/**
 * A pair as its sale has it: sold when the sale says so, and of a reversed sale none that holds anything. For pairs that
 * stand in for a sale; null where it is so already.
 */
export function standInAs(sale: Sale, pair: Pair, now: Instant): Pair | null {
  const isReversed = sale.status === 'reversed';
  if (isReversed === (pair.deletedAt !== null) && (isReversed || pair.soldAt === sale.soldAt)) return null;
  if (isReversed) return { ...pair, status: 'in-stock', soldAt: null, deletedAt: now };
  return { ...pair, status: 'sold', soldAt: sale.soldAt, deletedAt: null };
}
