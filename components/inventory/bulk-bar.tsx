import { Button, Menu } from '@mantine/core';
import {
  IconArrowAutofitHeight,
  IconArrowBackUp,
  IconCopy,
  IconReceipt,
  IconReceipt2,
  IconTrash,
  IconUpload,
  IconXboxX,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { PairFacets } from '@/lib/queries/pair-index';
import { readPairRows } from '@/lib/queries/pair-rows';
import type { Valuation } from '@/lib/queries/valuation';
import { BoundsDialog } from '../bridge/bounds-dialog';
import { useBridge } from '../bridge/bridge';
import { useAddExpense } from '../bridge/to-expense';
import { useListPairs } from '../bridge/to-list';
import { MarkedBar } from '../ui/marked-bar';
import { t } from '../ui/text';
import { duplicatePairs, editPairs, removePairs, type Progress } from './bulk-commands';
import { BulkForm, type BulkKind } from './bulk-form';
import { BULK_FORMS } from './bulk-forms';
import { BulkTax, BulkTaxItem } from './bulk-tax';

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

/** How many are marked, and what can be done with all of them. */
export function BulkBar(props: BulkBarProps) {
  const { ids, hidden, matching, facets, valuation, onClear } = props;
  const { books } = useBridge();
  const [form, setForm] = useState<BulkKind | null>(null);
  const [limiting, setLimiting] = useState(false);
  const [taxing, setTaxing] = useState(false);
  const [progress, setProgress] = useState<number | null>(null);
  const run = async (work: (progress: Progress) => Promise<void>) => {
    setForm(null);
    setProgress(0);
    await work(setProgress);
    setProgress(null);
  };
  const give = (changes: Parameters<typeof editPairs>[1]) => void run((tell) => editPairs(ids, changes, tell));
  const listPairs = useListPairs();
  const addExpense = useAddExpense();
  const sole = ids.length === 1 ? ids[0] : undefined;
  return (
    <MarkedBar
      label={t('inventory.selection')}
      count={ids.length}
      hidden={hidden}
      matching={matching}
      progress={progress}
      onAll={props.onAll}
      onClear={onClear}
      buttons={
        <>
          <Button
            size="compact-sm"
            h={28}
            leftSection={<IconUpload size={14} stroke={1.8} />}
            disabled={progress !== null}
            onClick={() => listPairs(ids)}
          >
            {t('listing.list')}
          </Button>
          {BULK_FORMS.map(([kind, Picture, words]) => (
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
        </>
      }
      menu={
        <>
          <Menu.Item leftSection={<IconUpload size={14} />} onClick={() => listPairs(ids)} data-testid="bulk-list">
            {t('listing.list')}
          </Menu.Item>
          <Menu.Divider />
          {BULK_FORMS.map(([kind, Picture, words]) => (
            <Menu.Item key={kind} leftSection={<Picture size={14} />} onClick={() => setForm(kind)}>
              {words()}
            </Menu.Item>
          ))}
          <Menu.Item leftSection={<IconArrowAutofitHeight size={14} />} onClick={() => setLimiting(true)}>
            {t('bounds.open')}
          </Menu.Item>
          <BulkTaxItem onClick={() => setTaxing(true)} />
          <Menu.Item leftSection={<IconReceipt size={14} />} onClick={() => addExpense(ids)} data-testid="bulk-expense">
            {t('expenses.addForThese')}
          </Menu.Item>
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
        </>
      }
    >
      <BulkForm
        kind={form}
        count={ids.length}
        facets={facets}
        currency={valuation.currency}
        onApply={give}
        onClose={() => setForm(null)}
      />
      <BoundsDialog count={ids.length} opened={limiting} pairIds={async () => ids} onClose={() => setLimiting(false)} />
      <BulkTax ids={ids} opened={taxing} onClose={() => setTaxing(false)} />
    </MarkedBar>
  );
}
