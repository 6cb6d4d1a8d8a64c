import type { RefObject } from 'react';
import { ORDER_SHOWS, type OrderList, type OrderShow } from '@/lib/queries/orders-list';
import { Chips } from '../ui/chips';
import { SearchBox } from '../ui/search-box';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';

export interface OrderToolsProps {
  readonly show: OrderShow;
  readonly counts: OrderList['counts'] | undefined;
  readonly search: RefObject<HTMLInputElement | null>;
  /** Other orders are shown: what was marked is left behind. */
  readonly onShow: () => void;
}

const WORDS: Readonly<Record<OrderShow, () => string>> = {
  radar: () => t('orders.radar'),
  'to-confirm': () => t('stage.toConfirm'),
  'to-ship': () => t('stage.toShip'),
  moving: () => t('orders.moving'),
  done: () => t('orders.done'),
  all: () => t('inventory.all'),
};

/** What the list shows, and words to find. */
export function OrderTools({ show, counts, search, onShow }: OrderToolsProps) {
  const { route, change } = useRoute();
  return (
    <>
      <SearchBox
        label={t('orders.search')}
        value={route.query}
        onChange={(query) => change({ query }, 'quiet')}
        inputRef={search}
      />
      <Chips
        label={t('inventory.show')}
        value={show}
        onChange={(next) => {
          onShow();
          change({ view: next === 'radar' ? null : next }, 'quiet');
        }}
        choices={ORDER_SHOWS.map((value) => ({
          value,
          label: WORDS[value](),
          count: value === 'done' || value === 'all' ? undefined : counts?.[value],
        }))}
      />
    </>
  );
}
