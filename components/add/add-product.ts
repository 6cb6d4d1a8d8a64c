import type { Product } from '@/lib/domain/catalog/product';
import { isCurrencyCode } from '@/lib/domain/money/currency';
import { money } from '@/lib/domain/money/money';
import type { MessageOutput } from '@/lib/messaging/protocol';

/** What the form needs of a product, from the books or just found on alias. */
export type AddProduct = Pick<
  Product,
  | 'catalogId'
  | 'rawSku'
  | 'name'
  | 'brand'
  | 'colorway'
  | 'retailPrice'
  | 'sizeSystem'
  | 'sizeRun'
  | 'allowedSizes'
  | 'pictureUrl'
> & { readonly styleCode: string | null };

type Found = Extract<MessageOutput<'catalog/search'>, { ok: true }>['products'][number];

export function fromSearch({ retailPrice, ...found }: Found): AddProduct {
  const known = retailPrice !== null && isCurrencyCode(retailPrice.currency) ? retailPrice.currency : null;
  return { ...found, retailPrice: retailPrice === null || known === null ? null : money(retailPrice.minor, known) };
}

export function fromBooks(product: Product): AddProduct {
  const { catalogId, styleCode, rawSku, name, brand, colorway, retailPrice } = product;
  const { sizeSystem, sizeRun, allowedSizes, pictureUrl } = product;
  return {
    catalogId,
    styleCode,
    rawSku,
    name,
    brand,
    colorway,
    retailPrice,
    sizeSystem,
    sizeRun,
    allowedSizes,
    pictureUrl,
  };
}
