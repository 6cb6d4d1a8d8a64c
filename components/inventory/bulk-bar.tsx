import { ActionIcon, Button, Loader, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCalendar,
  IconCoin,
  IconCopy,
  IconDots,
  IconMapPin,
  IconReceipt2,
  IconTag,
  IconTrash,
  IconX,
  IconXboxX,
  type Icon,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { PairFacets } from '@/lib/queries/pair-index';
import { readPairRows } from '@/lib/queries/pair-rows';
import type { Valuation } from '@/lib/queries/valuation';
import { useBridge } from '../bridge/bridge';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { duplicatePairs, editPairs, removePairs, type Progress } from './bulk-commands';
import { BulkForm, type BulkKind } from './bulk-form';
import styles from './inventory.module.css';

export interface BulkBarProps {
  readonly ids: readonly string[];
  /** Marked pairs that the list as it is narrowed now does not show. */
  readonly hidden: number;
  readonly matching: number;
  readonly facets: PairFacets;
  readonly valuation: Valuation;
  readonly onAll: () => void;
  readonly onClear: () => void;
  readonly onSell: (pairId: string) => void;
}

const FORMS: readonly (readonly [BulkKind, Icon, () => string])[] = [
  ['cost', IconCoin, () => t('column.cost')],
  ['tags', IconTag, () => t('inventory.tags')],
  ['location', IconMapPin, () => t('inventory.location')],
  ['bought', IconCalendar, () => t('column.bought')],
];

/** How many are marked, and what can be done with all of them. */
export function BulkBar(props: BulkBarProps) {
  const { ids, hidden, matching, facets, valuation, onClear } = props;
  const { books } = useBridge();
  const [form, setForm] = useState<BulkKind | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const run = async (work: (progress: Progress) => Promise<void>) => {
    setForm(null);
    setProgress(0);
    await work(setProgress);
    setProgress(null);
  };
  const give = (changes: Parameters<typeof editPairs>[1]) => void run((tell) => editPairs(ids, changes, tell));
  const sole = ids.length === 1 ? ids[0] : undefined;
  return (
    <div
      className={styles['bar']}
      role="region"
      aria-label={t('inventory.selection')}
      data-bar-below
      data-testid="bulk-bar"
    >
      <span className={styles['marked']} role="status">
        <strong>{t('inventory.marked', ids.length, [countText(ids.length)])}</strong>
        {hidden === 0 ? null : (
          <span className={styles['quiet']}>{t('inventory.markedHidden', [countText(hidden)])}</span>
        )}
        {ids.length - hidden >= matching ? null : (
          <button type="button" className={styles['clear']} onClick={props.onAll}>
            {t('inventory.markAll', [countText(matching)])}
          </button>
        )}
      </span>
      {progress === null ? null : (
        <span className={styles['quiet']} role="status">
          <Loader size={14} /> {t('inventory.workingOn', [countText(progress), countText(ids.length)])}
        </span>
      )}
      <span className={styles['wideOnly']}>
        {FORMS.map(([kind, Picture, words]) => (
          <Button
            key={kind}
            variant="default"
            size="compact-sm"
            h={28}
            leftSection={<Picture size={14} stroke={1.8} />}
            disabled={progress !== null}
            onClick={() => setForm(kind)}
          >
            {words()}
          </Button>
        ))}
      </span>
      <Menu position="top-end" width={220} withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            h={28}
            disabled={progress !== null}
            leftSection={<IconDots size={14} />}
            data-testid="bulk-more"
          >
            {t('inventory.actions')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMS.map(([kind, Picture, words]) => (
            <Menu.Item key={kind} leftSection={<Picture size={14} />} onClick={() => setForm(kind)}>
              {words()}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {sole === undefined ? null : (
            <Menu.Item leftSection={<IconReceipt2 size={14} />} onClick={() => props.onSell(sole)}>
              {t('inventory.markSold')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconXboxX size={14} />} onClick={() => give({ status: 'written-off' })}>
            {t('inventory.writeOff')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowBackUp size={14} />} onClick={() => give({ status: 'in-stock' })}>
            {t('inventory.backToStock')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconCopy size={14} />}
            onClick={() => void run(async (tell) => duplicatePairs(await readPairRows(books, ids, valuation), tell))}
          >
            {t('inventory.duplicate')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => void run((tell) => removePairs(ids, tell))}>
            {t('inventory.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ActionIcon aria-label={t('inventory.clearSelection')} onClick={onClear}>
        <IconX size={16} />
      </ActionIcon>
      <BulkForm
        kind={form}
        count={ids.length}
        facets={facets}
        currency={valuation.currency}
        onApply={give}
        onClose={() => setForm(null)}
      />
    </div>
  );
}
