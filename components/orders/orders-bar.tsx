import { Button, Menu } from '@mantine/core';
import {
  IconCircleCheck,
  IconFileDownload,
  IconPackageExport,
  IconRefresh,
  IconTag,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import type { OrderRow } from '@/lib/queries/read-order-rows';
import { MarkedBar } from '../ui/marked-bar';
import { t } from '../ui/text';
import { fitFor, type OrderTask } from './order-actions';

export interface OrdersBarProps {
  readonly rows: readonly OrderRow[];
  readonly count: number;
  readonly hidden: number;
  readonly matching: number;
  readonly onTask: (task: OrderTask | 'print') => void;
  readonly onAll: () => void;
  readonly onClear: () => void;
}

const TASKS: readonly { readonly task: OrderTask | 'print'; readonly icon: Icon; readonly text: () => string }[] = [
  { task: 'confirm-label', icon: IconCircleCheck, text: () => t('orders.confirmAndLabel') },
  { task: 'confirm', icon: IconCircleCheck, text: () => t('orders.confirm') },
  { task: 'label', icon: IconTag, text: () => t('orders.label') },
  { task: 'print', icon: IconFileDownload, text: () => t('labels.title') },
  { task: 'ship', icon: IconPackageExport, text: () => t('orders.ship') },
  { task: 'relabel', icon: IconRefresh, text: () => t('orders.relabel') },
  { task: 'cancel', icon: IconX, text: () => t('orders.cancel') },
];

/** Those with a button of their own where there is room for words, if there is anything to be done by them. */
const FIRST: readonly (OrderTask | 'print')[] = ['confirm-label', 'label', 'print', 'ship'];

/** Orders whose label can be had. */
export function labelled(rows: readonly OrderRow[]): readonly OrderRow[] {
  return rows.filter(({ order }) => order.label?.url != null);
}

/** What can be done with the orders that are marked; the count says for how many of them. */
export function OrdersBar(props: OrdersBarProps) {
  const { rows, onTask } = props;
  const counted = TASKS.map((each) => ({
    ...each,
    fit: each.task === 'print' ? labelled(rows).length : fitFor(each.task, rows).length,
  }));
  const possible = counted.filter(({ task, fit }) => FIRST.includes(task) && fit > 0);
  return (
    <MarkedBar
      label={t('orders.marked')}
      count={props.count}
      hidden={props.hidden}
      matching={props.matching}
      progress={null}
      onAll={props.onAll}
      onClear={props.onClear}
      buttons={possible.map(({ task, icon: Picture, text, fit }, nth) => (
        <Button
          key={task}
          {...(nth === 0 ? {} : { variant: 'default' })}
          size="compact-sm"
          h={28}
          leftSection={<Picture size={14} stroke={1.8} />}
          onClick={() => onTask(task)}
          data-testid={`bulk-${task}`}
        >
          {`${text()} (${fit})`}
        </Button>
      ))}
      menu={counted.map(({ task, icon: Picture, text, fit }) => (
        <Menu.Item
          key={task}
          leftSection={<Picture size={14} />}
          disabled={fit === 0}
          onClick={() => onTask(task)}
          data-testid={`menu-${task}`}
        >
          {fit === 0 ? text() : `${text()} (${fit})`}
        </Menu.Item>
      ))}
    />
  );
}
