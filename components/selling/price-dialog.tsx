import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { readListingDrafts } from '@/lib/queries/listing-drafts';
import { readListingRows } from '@/lib/queries/list-listings';
import { createValuer, type Valuation } from '@/lib/queries/valuation';
import { command } from '../bridge/listing-commands';
import { useLive } from '../bridge/use-live';
import { Chips } from '../ui/chips';
import { countText } from '../ui/format';
import { ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { planPrices, toSend } from './price-plan';
import { PricePreview } from './price-preview';
import { PriceWords } from './price-words';
import { CHANGE_KINDS, needsAmount, readChange, type ChangeKind } from './read-change';
import styles from './selling.module.css';

export interface PriceDialogProps {
  readonly listingIds: readonly string[];
  readonly valuation: Valuation;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

const KINDS: Record<ChangeKind, () => string> = {
  undercut: () => t('bulkPrice.undercut'),
  match: () => t('bulkPrice.match'),
  set: () => t('bulkPrice.set'),
  by: () => t('bulkPrice.by'),
  percent: () => t('bulkPrice.percent'),
  floor: () => t('bulkPrice.floor'),
};

/** Many prices at once: what becomes of each is shown before anything is sent. */
export function PriceDialog(props: PriceDialogProps) {
  const count = props.listingIds.length;
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('bulkPrice.title', count, [countText(count)])}
      size={860}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      classNames={{ body: styles['priceBody'] ?? '' }}
    >
      <PriceForm {...props} />
    </Modal>
  );
}

function PriceForm({ listingIds, valuation, onClose, onSent }: PriceDialogProps) {
  const [kind, setKind] = useState<ChangeKind>('undercut');
  const [text, setText] = useState('');
  const [included, setIncluded] = useState({ loses: false, atOnce: false });
  const [busy, setBusy] = useState(false);
  const live = useLive(
    async (books) => {
      const rows = await readListingRows(books, listingIds, valuation);
      const pairs = rows.flatMap(({ pair }) => pair ?? []);
      const drafts = await readListingDrafts(
        books,
        pairs.map(({ id }) => id),
        valuation,
      );
      const own = new Map(drafts.map(({ pair, ownLowest }) => [pair.id, ownLowest]));
      return { rows, own, valuer: await createValuer(books, valuation, pairs) };
    },
    [listingIds.join(','), valuation],
  );
  const read = readChange(kind, text, 'USD');
  const plan = useMemo(() => {
    if (live.value === null) return [];
    const { rows, own } = live.value;
    const again = readChange(kind, text, 'USD');
    return planPrices(again.ok ? again.change : null, rows, ({ pair }) => own.get(pair?.id ?? '') ?? null);
  }, [live.value, kind, text]);
  const changes = toSend(plan, included);
  const send = async () => {
    if (changes.length === 0 || busy) return;
    setBusy(true);
    const answer = await command('listings/set-price', { changes });
    setBusy(false);
    if (answer !== null) onSent();
  };
  return (
    <form
      className={styles['priceForm']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
      }}
    >
      <div className={styles['how']}>
        <Chips
          label={t('bulkPrice.how')}
          value={kind}
          onChange={setKind}
          choices={CHANGE_KINDS.map((value) => ({ value, label: KINDS[value]() }))}
        />
        {needsAmount(kind) ? (
          <TextInput
            key={kind}
            label={t('bulkPrice.amount')}
            description={kind === 'by' ? t('bulkPrice.byHint') : kind === 'percent' ? t('bulkPrice.percentHint') : null}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            error={read.ok ? null : read.problem}
            inputMode="text"
            autoComplete="off"
            autoFocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            data-testid="bulk-amount"
          />
        ) : null}
      </div>
      {live.state === 'loading' ? <SkeletonRows count={5} height={36} /> : null}
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.value === null ? null : <PricePreview plan={plan} valuer={live.value.valuer} included={included} />}
      <PriceWords plan={plan} included={included} onChange={setIncluded} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" disabled={changes.length === 0} loading={busy} data-testid="send-prices">
          {changes.length === 0
            ? t('bulkPrice.nothing')
            : t('bulkPrice.send', changes.length, [countText(changes.length)])}
        </Button>
      </Group>
    </form>
  );
}
