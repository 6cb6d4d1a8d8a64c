import type { PairStatus } from '@/lib/domain/inventory/pair';
import type { AgeBand, ProfitKind } from '@/lib/queries/pair-filter';
import { pairStatusText } from '../bridge/words';
import { humanised } from '../ui/format';
import { t } from '../ui/text';
import type { BuiltIn, ListField } from './list-view';

const FIELDS: Record<ListField, () => string> = {
  statuses: () => t('column.status'),
  ages: () => t('inventory.age'),
  profits: () => t('column.profit'),
  brands: () => t('pair.brand'),
  sizes: () => t('column.size'),
  tags: () => t('inventory.tag'),
  locations: () => t('inventory.location'),
  suppliers: () => t('inventory.supplier'),
  conditions: () => t('inventory.condition'),
};

const AGES: Record<AgeBand, () => string> = {
  '0-30': () => t('inventory.age30'),
  '30-90': () => t('inventory.age90'),
  '90-180': () => t('inventory.age180'),
  '180+': () => t('inventory.ageOver'),
};

const PROFITS: Record<ProfitKind, () => string> = {
  loss: () => t('inventory.loss'),
  gain: () => t('inventory.gain'),
  unknown: () => t('inventory.profitUnknown'),
};

const VIEWS: Record<BuiltIn, () => string> = {
  all: () => t('inventory.all'),
  'in-stock': () => t('status.inStock'),
  listed: () => t('status.listed'),
  sold: () => t('status.sold'),
  'without-cost': () => t('inventory.withoutCost'),
  stale: () => t('inventory.stale'),
};

export function fieldText(field: ListField): string {
  return FIELDS[field]();
}

export function viewText(view: BuiltIn): string {
  return VIEWS[view]();
}

/** A value of a filter as people read it; brands, sizes, tags and places stand as they are. */
export function valueText(field: ListField, value: string): string {
  if (field === 'statuses') return pairStatusText(value as PairStatus);
  if (field === 'ages') return AGES[value as AgeBand]();
  if (field === 'profits') return PROFITS[value as ProfitKind]();
  return field === 'conditions' ? humanised(value) : value;
}
