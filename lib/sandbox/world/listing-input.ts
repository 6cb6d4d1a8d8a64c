import type { CatalogueItem } from '../catalogue/item';
import { invalid, missing, Refusal } from '../http/refusal';
import { gradeOf, type World } from './world';

/** What a create asks for, as read from the query string or one item of a batch body. */
export interface ListingInput {
  readonly catalogId: string;
  readonly priceCents: number;
  readonly condition: string;
  readonly packaging: string;
  readonly size: number;
  readonly sizeUnit: string;
  readonly activate: boolean;
  readonly metadata: Record<string, string>;
  readonly defects: readonly string[];
  readonly additionalDefects: string;
}

export type RawListing = Record<string, unknown>;

export function wholeNumber(value: unknown, name: string): number {
  const written = typeof value === 'number' ? String(value) : value;
  if (typeof written !== 'string' || written === '') throw missing(`input.${name}`);
  if (!/^-?\d+$/.test(written)) throw invalid(`type mismatch, parameter: ${name}, error: invalid int64 "${written}"`);
  return Number(written);
}

export function decimal(value: unknown, name: string): number {
  if (value === undefined || value === '') throw missing(`input.${name}`);
  const number = Number(value);
  if (!Number.isFinite(number)) throw invalid(`type mismatch, parameter: ${name}, error: invalid double`);
  return number;
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '') throw missing(`input.${name}`);
  return value;
}

export function knownItem(world: World, catalogId: string): CatalogueItem {
  const item = world.catalogue.get(catalogId);
  if (item === undefined) throw invalid(`catalog item ${catalogId} does not exist`);
  return item;
}

export function checkPrice(item: CatalogueItem, cents: number): void {
  if (cents % 100 !== 0) throw invalid('price_cents must be a whole dollar amount');
  if (cents < item.minimumCents) throw invalid(`price_cents must be at least ${item.minimumCents}`);
  if (cents > item.maximumCents) throw invalid(`price_cents must be at most ${item.maximumCents}`);
}

export function checkSize(item: CatalogueItem, size: number, unit: string): void {
  if (unit !== item.wire.size_unit) throw invalid(`size_unit must be ${item.wire.size_unit}`);
  if (!item.wire.allowed_sizes.some((one) => one.value === size)) throw invalid(`size ${size} is not allowed`);
}

/** Reads and checks a create; throws what alias would refuse it with. */
export function readListing(world: World, raw: RawListing): ListingInput {
  const item = knownItem(world, text(raw['catalog_id'], 'CatalogId'));
  const input: ListingInput = {
    catalogId: item.catalogId,
    priceCents: wholeNumber(raw['price_cents'], 'PriceCents'),
    condition: text(raw['condition'], 'Condition'),
    packaging: text(raw['packaging_condition'], 'PackagingCondition'),
    size: decimal(raw['size'], 'Size'),
    sizeUnit: text(raw['size_unit'], 'SizeUnit'),
    activate: raw['activate'] === true || raw['activate'] === 'true',
    metadata: metadataOf(raw['metadata']),
    defects: Array.isArray(raw['defects']) ? raw['defects'].map(String) : [],
    additionalDefects: typeof raw['additional_defects'] === 'string' ? raw['additional_defects'] : '',
  };
  if (!input.condition.startsWith('CONDITION_') || gradeOf(input.condition, input.packaging) < 0) {
    throw invalid('condition or packaging_condition is not valid');
  }
  checkSize(item, input.size, input.sizeUnit);
  checkPrice(item, input.priceCents);
  if (!item.wire.resellable) throw new Refusal(9, 'catalog item is not resellable');
  return input;
}

/** Metadata as an object or as its JSON text; values become strings. */
export function metadataOf(value: unknown): Record<string, string> {
  if (value === undefined || value === null || value === '') return {};
  let parsed: unknown = value;
  if (typeof value === 'string') {
    try {
      parsed = JSON.parse(value);
    } catch {
      throw invalid('type mismatch, parameter: metadata, error: not a JSON object');
    }
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw invalid('metadata must be an object');
  return Object.fromEntries(
    Object.entries(parsed).map(([key, one]) => [key, typeof one === 'string' ? one : JSON.stringify(one)]),
  );
}
