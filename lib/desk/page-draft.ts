import type { PairDraft } from '@/lib/commands/add-pairs';
import { CommandError, type CommandDeps } from '@/lib/commands/command-deps';
import { parseStyleCode, sameStyleCode } from '@/lib/domain/catalog/style-code';
import type { StoredProfiles } from '@/lib/domain/sites/site-profile';
import { siteName } from '@/lib/domain/sites/site';
import { findAllowedSize } from '@/lib/domain/sizes/allowed-sizes';
import type { MessageInput } from '@/lib/messaging/protocol';
import type { MessageSender } from '@/lib/messaging/server';
import { bareCurrency, toMoney } from '@/lib/queries/page-question';
import { addedTo } from './page-added';
import { addressOf } from './page-address';

/**
 * A pair as bought on a page, here and now. Name, brand and size come from the catalogue's own product where it is
 * known and has the page's style code; the address comes from the browser, not from the page, and without its query.
 * Its cost is the price on the page; what the site is known to add is kept beside it, unless the person does not want it.
 *
 * @throws CommandError `not-found` when the product chosen is not this style code's, or does not come in the size
 */
export async function toDraft(
  deps: CommandDeps,
  input: MessageInput<'page/add'>,
  sender: MessageSender,
  profiles: StoredProfiles,
): Promise<PairDraft> {
  const { site, catalogId, name, brand, usSize } = input;
  const cost = toMoney(input.price, bareCurrency(site, profiles));
  const styleCode = input.styleCode === null ? null : parseStyleCode(input.styleCode);
  const product = catalogId === null ? undefined : await deps.db.products.where('catalogId').equals(catalogId).first();
  if (
    catalogId !== null &&
    (product === undefined || !sameStyleCode(product.styleCode ?? product.rawSku, input.styleCode ?? ''))
  )
    throw new CommandError('not-found', 'This is not the product the page shows. Nothing was changed.');
  const size = { value: usSize, system: 'US' } as const;
  const allowed = product === undefined ? null : findAllowedSize(product, size);
  if (product !== undefined && allowed === null)
    throw new CommandError('not-found', `alias does not know this product in US ${usSize}. Nothing was changed.`);
  return {
    quantity: 1,
    catalogId: product?.catalogId ?? null,
    styleCode: product?.styleCode ?? styleCode,
    name: product?.name ?? name,
    brand: product?.brand ?? brand,
    size: product === undefined || allowed === null ? size : { value: allowed.value, system: product.sizeSystem },
    condition: input.condition,
    packaging: 'good',
    cost,
    otherCosts: cost === null || !input.withAdded ? null : await addedTo(cost, deps, input, profiles),
    boughtAt: deps.now(),
    supplier: siteName(site),
    boughtUrl: addressOf(sender.url),
    tags: [],
    note: '',
    location: null,
    photo: null,
  };
}
