import { Button, Group, Modal, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { LateCost } from '@/lib/domain/orders/late-terms';
import type { LabelType } from '@/lib/domain/outbox/order-write';
import type { OrderRow } from '@/lib/queries/read-order-rows';
import { cancelCostText, LateNote } from '../bridge/late-note';
import { countText, exactTimeText } from '../ui/format';
import { t } from '../ui/text';
import { carryOut, fitFor, type OrderTask } from './order-actions';
import { sizeText } from './order-words';
import styles from './orders.module.css';

export interface OrderDialogProps {
  readonly task: OrderTask;
  readonly rows: readonly OrderRow[];
  readonly late: LateCost | null;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

/** Orders named one by one; more are counted. */
const NAMED = 6;

/**
 * What is about to be asked of alias, for which orders, and what it binds to or costs. Nothing of it can be taken back
 * once it was sent, so nothing of it is sent without this.
 */
export function OrderDialog({ task, rows, late, onClose, onSent }: OrderDialogProps) {
  const [type, setType] = useState<LabelType>('shipping');
  const [busy, setBusy] = useState(false);
  const fit = fitFor(task, rows);
  const left = rows.length - fit.length;
  const send = async () => {
    setBusy(true);
    const taken = await carryOut(
      task,
      fit.map(({ order }) => order.id),
      type,
    );
    setBusy(false);
    if (taken) onSent();
    onClose();
  };
  const words = WORDS[task];
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title(fit.length)}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      data-testid="order-dialog"
    >
      <ul className={styles['named']}>
        {fit.slice(0, NAMED).map((row) => (
          <li key={row.order.id}>
            <span className="archvd-clip">{[sizeText(row), row.order.name].join(' · ')}</span>
            <span className="archvd-figure archvd-quiet">
              {row.order.cancelsAt === null ? row.order.orderNumber : exactTimeText(row.order.cancelsAt)}
            </span>
          </li>
        ))}
        {fit.length > NAMED ? (
          <li className="archvd-quiet">{t('orders.andMore', [countText(fit.length - NAMED)])}</li>
        ) : null}
      </ul>
      {left === 0 ? null : <p className="archvd-quiet">{t('orders.leftAlone', left, [countText(left)])}</p>}
      {task === 'label' || task === 'relabel' || task === 'confirm-label' ? (
        <SegmentedControl
          aria-label={t('orders.labelType')}
          value={type}
          onChange={(value) => setType(value === 'drop-off' ? 'drop-off' : 'shipping')}
          data={[
            { value: 'shipping', label: t('orders.shipping') },
            { value: 'drop-off', label: t('orders.dropOff') },
          ]}
        />
      ) : null}
      <p data-testid="order-dialog-text">{words.text()}</p>
      {task === 'cancel' ? (
        <p className={styles['warn']} data-testid="cancel-cost">
          {cancelCostText(late)}
        </p>
      ) : null}
      {(task === 'confirm' || task === 'confirm-label') && late !== null ? (
        <p className="archvd-quiet">
          <LateNote late={late} />
        </p>
      ) : null}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('orders.notNow')}
        </Button>
        <Button
          onClick={() => void send()}
          loading={busy}
          disabled={fit.length === 0}
          data-autofocus
          data-testid="order-dialog-send"
        >
          {words.verb(fit.length)}
        </Button>
      </Group>
    </Modal>
  );
}

interface Words {
  readonly title: (count: number) => string;
  readonly text: () => string;
  readonly verb: (count: number) => string;
}

const WORDS: Readonly<Record<OrderTask, Words>> = {
  confirm: {
    title: (count) => t('orders.confirmTitle', count, [countText(count)]),
    text: () => t('orders.confirmText'),
    verb: (count) => t('orders.confirmVerb', count, [countText(count)]),
  },
  'confirm-label': {
    title: (count) => t('orders.confirmLabelTitle', count, [countText(count)]),
    text: () => t('orders.confirmText'),
    verb: (count) => t('orders.confirmLabelVerb', count, [countText(count)]),
  },
  label: {
    title: (count) => t('orders.labelTitle', count, [countText(count)]),
    text: () => t('orders.labelText'),
    verb: (count) => t('orders.labelVerb', count, [countText(count)]),
  },
  relabel: {
    title: (count) => t('orders.relabelTitle', count, [countText(count)]),
    text: () => t('orders.relabelText'),
    verb: (count) => t('orders.labelVerb', count, [countText(count)]),
  },
  ship: {
    title: (count) => t('orders.shipTitle', count, [countText(count)]),
    text: () => t('orders.shipText'),
    verb: (count) => t('orders.shipVerb', count, [countText(count)]),
  },
  cancel: {
    title: (count) => t('orders.cancelTitle', count, [countText(count)]),
    text: () => t('orders.cancelText'),
    verb: (count) => t('orders.cancelVerb', count, [countText(count)]),
  },
};
