import { ActionIcon, Menu } from '@mantine/core';
import { IconChecklist, IconDots, IconKeyboard, IconListDetails } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { ORDER_SHOWS, type OrderList, type OrderShow } from '@/lib/queries/orders-list';
import { openTracker } from '../bridge/tracker-place';
import { Chips } from '../ui/chips';
import { SearchBox } from '../ui/search-box';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';

export interface OrderToolsProps {
  readonly show: OrderShow;
  readonly counts: OrderList['counts'] | undefined;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly marking: boolean;
  readonly onMark: () => void;
  readonly onHelp: () => void;
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

/** What the list shows, words to find, and what is wanted less often. */
export function OrderTools({ show, counts, search, marking, onMark, onHelp, onShow }: OrderToolsProps) {
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
      <Menu position="bottom-end" width={240} withinPortal>
        <Menu.Target>
          <ActionIcon aria-label={t('inventory.more')} data-testid="orders-more">
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconListDetails size={16} stroke={1.6} />} onClick={() => openTracker(null)}>
            {t('writes.tracker')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconChecklist size={16} stroke={1.6} />} onClick={onMark}>
            {marking ? t('inventory.clearSelection') : t('inventory.markSeveral')}
          </Menu.Item>
          <Menu.Item leftSection={<IconKeyboard size={16} stroke={1.6} />} onClick={onHelp}>
            {t('inventory.keys')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
