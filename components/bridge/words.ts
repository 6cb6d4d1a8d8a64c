import type { PairStatus } from '@/lib/domain/inventory/pair';
import type { ListingStatus } from '@/lib/domain/listings/listing';
import type { OrderStage } from '@/lib/domain/orders/order-stage';
import type { SaleStatus } from '@/lib/domain/sales/sale';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { Size, SizeRun } from '@/lib/domain/sizes/size';
import { humanised } from '../ui/format';
import { t } from '../ui/text';

const PAIR: Record<PairStatus, () => string> = {
  'in-stock': () => t('status.inStock'),
  listed: () => t('status.listed'),
  sold: () => t('status.sold'),
  returned: () => t('status.returned'),
  consigned: () => t('status.consigned'),
  'written-off': () => t('status.writtenOff'),
};

const LISTING: Readonly<Record<string, () => string>> = {
  active: () => t('status.active'),
  inactive: () => t('status.inactive'),
  pending: () => t('status.pending'),
  deleted: () => t('status.deleted'),
  sold: () => t('status.sold'),
};

const STAGE: Record<OrderStage, () => string> = {
  'to-confirm': () => t('stage.toConfirm'),
  'to-ship': () => t('stage.toShip'),
  'in-transit': () => t('stage.inTransit'),
  'at-marketplace': () => t('stage.atMarketplace'),
  completed: () => t('stage.completed'),
  cancelled: () => t('stage.cancelled'),
};

const SALE: Record<SaleStatus, () => string> = {
  pending: () => t('status.pending'),
  completed: () => t('status.completed'),
  reversed: () => t('status.reversed'),
};

export function saleStatusText(status: SaleStatus): string {
  return SALE[status]();
}

export function pairStatusText(status: PairStatus): string {
  return PAIR[status]();
}

/** Ours where we know the word, alias's own, made readable, where we do not. */
export function listingStatusText(status: ListingStatus): string {
  return LISTING[status]?.() ?? humanised(status);
}

export function stageText(stage: OrderStage): string {
  return STAGE[stage]();
}

/** `US 10 · DD1391-100 · new`: the size first, since the end may be cut off. */
export function factsText(code: string | null, size: Size, condition: string | null, run: SizeRun = null): string {
  return [formatSize(size, run), code, condition === null ? null : humanised(condition).toLowerCase()]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}
