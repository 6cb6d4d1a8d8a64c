import { Button, Group, NativeSelect } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { Product } from '@/lib/domain/catalog/product';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { MessageInput } from '@/lib/messaging/protocol';
import { PairPicture } from '../ui/picture';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { AmountInput } from './amount-input';
import { ask } from './ask';
import { offerUndo } from './offer-undo';
import { parseTarget } from './parse-target';
import styles from './watch-form.module.css';

export type WatchedProduct = Pick<
  Product,
  'catalogId' | 'name' | 'rawSku' | 'pictureUrl' | 'allowedSizes' | 'sizeSystem' | 'sizeRun'
> & { readonly styleCode: string | null };

export interface WatchFormProps {
  readonly product: WatchedProduct;
  /** US size chosen at first; null: all of them. */
  readonly usSize: number | null;
  /** The market's currency: what a bare number means. */
  readonly currency: CurrencyCode;
  readonly onDone: () => void;
  /** The list it goes into; left out: whichever has it already, else the first. */
  readonly watchlistId?: string | null;
  /** More fields, above the buttons. */
  readonly children?: ReactNode;
}

const ALL = 'all';

/** Which size to watch and at which ask to ring; Ctrl+Enter keeps it as well. */
export function WatchForm({ product, usSize, currency, onDone, watchlistId = null, children }: WatchFormProps) {
  const [size, setSize] = useState(usSize === null ? ALL : String(usSize));
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const parsed = parseTarget(text, currency);
    if (!parsed.ok) return setProblem(parsed.problem);
    setBusy(true);
    const chosen = size === ALL ? null : Number(size);
    const done = await watch(product, { usSize: chosen, targetPrice: parsed.target, watchlistId });
    setBusy(false);
    if (done) onDone();
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => void keep(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void keep(event);
      }}
    >
      <div className={styles['product']}>
        <PairPicture url={product.pictureUrl} size={40} />
        <div>
          <div className="archvd-strong">{product.name}</div>
          <div className={styles['code']}>{product.styleCode ?? product.rawSku}</div>
        </div>
      </div>
      <NativeSelect
        label={t('column.size')}
        value={size}
        onChange={(event) => setSize(event.currentTarget.value)}
        data={[
          { value: ALL, label: t('watch.everySize') },
          ...product.allowedSizes.map(({ value, usValue }) => ({
            value: String(usValue),
            label: formatSize({ value, system: product.sizeSystem }, product.sizeRun),
          })),
        ]}
      />
      <AmountInput
        label={t('watch.targetLabel')}
        hint={t('watch.targetHint')}
        value={text}
        currency={currency}
        problem={problem}
        first
        onChange={(typed) => {
          setText(typed);
          setProblem(undefined);
        }}
      />
      {children}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onDone}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={busy}>
          {t('watch.watch')}
        </Button>
      </Group>
    </form>
  );
}

/** Keeps it, says so with the way back, and has its prices read at once. */
async function watch(
  { catalogId, name }: WatchedProduct,
  place: Omit<MessageInput<'watch/add'>, 'catalogId'>,
): Promise<boolean> {
  const { usSize } = place;
  const asked = await ask('watch/add', { catalogId, ...place });
  if (!asked.ok) {
    toastProblem(asked.message);
    return false;
  }
  if (!asked.value.ok) return false;
  const { already, undoId } = asked.value;
  const said = already
    ? undoId === null
      ? t('watch.already', [name])
      : t('watch.aimed', [name])
    : t('watch.added', [name]);
  offerUndo(said, undoId);
  // Its figures are wanted now; should that fail, the clockwork reads them soon.
  void ask('market/refresh', { catalogId, ...(usSize === null ? {} : { usSizes: [usSize] }) });
  return true;
}
