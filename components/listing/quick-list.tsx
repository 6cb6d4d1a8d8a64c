import { Button, Switch } from '@mantine/core';
import { useMemo, useState } from 'react';
import { createValuer, type Valuation } from '@/lib/queries/valuation';
import type { ListingDraft } from '@/lib/queries/listing-drafts';
import { useLive } from '../bridge/use-live';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import styles from './listing.module.css';
import { planListings, toOrders, type Included } from './plan-listings';
import { QuickTable } from './quick-table';
import { QuickWords } from './quick-words';
import { sendOrders } from './send-orders';
import { readStrategy, type StrategyKind } from './strategies';
import { StrategyPicker } from './strategy-picker';

export interface QuickListProps {
  readonly drafts: readonly ListingDraft[];
  readonly valuation: Valuation;
  /** What was typed so far outlives a look at one pair. */
  readonly typed: ReadonlyMap<string, string>;
  readonly onTyped: (typed: ReadonlyMap<string, string>) => void;
  readonly onOpen: (pairId: string) => void;
  readonly onClose: () => void;
}

/** Many pairs onto alias at once: one way to price them all, each checked and each to be changed by hand. */
export function QuickList({ drafts, valuation, typed, onTyped, onOpen, onClose }: QuickListProps) {
  const [kind, setKind] = useState<StrategyKind>('undercut');
  const [amount, setAmount] = useState('');
  const [included, setIncluded] = useState<Included>({ loses: false, atOnce: false });
  const [activate, setActivate] = useState(true);
  const [busy, setBusy] = useState(false);
  const read = readStrategy(kind, amount);
  const plan = useMemo(() => {
    const again = readStrategy(kind, amount);
    return planListings(drafts, again.ok ? again.strategy : null, typed, activate);
  }, [drafts, kind, amount, typed, activate]);
  const valuer = useLive(
    (books) =>
      createValuer(
        books,
        valuation,
        drafts.map(({ pair }) => pair),
      ),
    [valuation, drafts.map(({ pair }) => [pair.id, pair.cost, pair.otherCosts])],
  ).value;
  const orders = toOrders(plan, included, activate);
  const send = async () => {
    if (busy || orders.length === 0) return;
    setBusy(true);
    const done = await sendOrders(orders);
    setBusy(false);
    if (done) onClose();
  };
  return (
    <form
      className={styles['quick']}
      aria-label={t('listing.titleMany', drafts.length, [countText(drafts.length)])}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
      }}
    >
      <div className={styles['quickTop']}>
        <StrategyPicker
          kind={kind}
          amount={amount}
          problem={read.ok ? null : read.problem}
          onChange={(next, text) => {
            setKind(next);
            setAmount(text);
          }}
        />
      </div>
      <div className={styles['quickList']}>
        <QuickTable
          plan={plan}
          valuer={valuer}
          included={included}
          typed={typed}
          onPrice={(pairId, text) => onTyped(new Map([...typed, [pairId, text]]))}
          onOpen={onOpen}
        />
      </div>
      <footer className={styles['quickEnd']}>
        <QuickWords plan={plan} included={included} onChange={setIncluded} />
        <div className={styles['buttons']}>
          <Switch
            label={t('listing.atOnce')}
            checked={activate}
            onChange={(event) => setActivate(event.currentTarget.checked)}
          />
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button
            onClick={() => void send()}
            disabled={orders.length === 0}
            loading={busy}
            title={t('add.keys')}
            data-testid="list-many"
          >
            {orders.length === 0
              ? t('listing.listNothing')
              : t('listing.listCount', orders.length, [countText(orders.length)])}
          </Button>
        </div>
      </footer>
    </form>
  );
}
