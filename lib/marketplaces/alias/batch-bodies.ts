import type { BatchDraft, ConditionalChange } from '../contract/batches';
import { conditionName, packagingName, priceCents, refused, sizeUnit, sizeValue, toQuery } from './to-alias';

/** Ids travel in the address: a hundred of 36 characters make about 4 KB, which every gateway takes. */
export const MAX_BATCH_IDS = 100;
const MOST_LISTINGS = 1000;
const LONGEST_QUERY = 7000;

/** Applied only while the listing still has the value the decision was made on. Always sent with that value. */
const EQUALS = 'CONDITION_OPERATOR_EQ';

/** @throws MarketError `bad-request` before anything is sent */
export function idsQuery(ids: readonly string[]): URLSearchParams {
  if (ids.length === 0) throw refused('No listing is chosen. Nothing was sent.');
  if (ids.length > MAX_BATCH_IDS)
    throw refused(`At most ${MAX_BATCH_IDS} listings fit in one batch. Nothing was sent.`);
  assertDistinct(ids);
  const query = toQuery({ ids });
  if (query.toString().length > LONGEST_QUERY) throw refused('The chosen listings do not fit. Nothing was sent.');
  return query;
}

/** @throws MarketError `bad-request` before anything is sent */
export function draftItems(drafts: readonly BatchDraft[]): readonly unknown[] {
  const listings = drafts.reduce((sum, draft) => sum + draft.copies.length, 0);
  if (listings === 0 || listings > MOST_LISTINGS) {
    throw refused(`A batch creates 1 to ${MOST_LISTINGS} listings. Nothing was sent.`);
  }
  return drafts.map((draft) => {
    if (draft.copies.length === 0) throw refused('A product without copies cannot be listed. Nothing was sent.');
    return {
      catalog_id: draft.catalogId,
      activate: draft.activate,
      size_unit: sizeUnit(draft.size),
      condition: conditionName(draft.condition),
      packaging_condition: packagingName(draft.packaging),
      metadata_list: draft.copies,
      price_cents: priceCents(draft.price),
      size: sizeValue(draft.size),
      quantity: draft.copies.length,
    };
  });
}

/** @throws MarketError `bad-request` before anything is sent */
export function changeItems(changes: readonly ConditionalChange[]): readonly unknown[] {
  if (changes.length === 0 || changes.length > MOST_LISTINGS) {
    throw refused(`A batch changes 1 to ${MOST_LISTINGS} listings. Nothing was sent.`);
  }
  assertDistinct(changes.map((change) => change.externalId));
  return changes.map(changeItem);
}

function changeItem({ externalId, price, size, catalogId }: ConditionalChange): unknown {
  if (price === undefined && size === undefined && catalogId === undefined) {
    throw refused('A listing without a change is in the batch. Nothing was sent.');
  }
  // The body has no field for the unit, so a change of scale would be read in the old one.
  if (size !== undefined && size.from.system !== size.to.system) {
    throw refused('A batch cannot change the size scale. Nothing was sent.');
  }
  return {
    id: externalId,
    ...(price && { price_cents_change: condition(priceCents(price.to), priceCents(price.from)) }),
    ...(size && { size_change: condition(sizeValue(size.to), sizeValue(size.from)) }),
    ...(catalogId && { catalog_id_change: condition(catalogId.to, catalogId.from) }),
  };
}

function condition<Value>(to: Value, from: Value) {
  return { new_value: to, conditional_value: from, condition_operator: EQUALS };
}

function assertDistinct(ids: readonly string[]): void {
  if (ids.includes('')) throw refused('An id is missing. Nothing was sent.');
  if (new Set(ids).size !== ids.length) throw refused('A listing is in the batch twice. Nothing was sent.');
}
