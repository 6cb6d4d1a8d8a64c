import { Anchor, Button } from '@mantine/core';
import { IconCoin } from '@tabler/icons-react';
import { readHeldListings } from '@/lib/queries/held-listings';
import { useLive } from '../bridge/use-live';
import { useSetting } from '../bridge/use-setting';
import { countText } from '../ui/format';
import { routeHref } from '../ui/route';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { TaskDrawer } from '../ui/task-drawer';
import { t } from '../ui/text';
import { HeldRow } from './held-row';
import styles from './selling.module.css';
import { useHeldCosts } from './use-held-costs';

/** Rows at a time: those that are saved leave the list, and the next ones come. */
const AT_ONCE = 100;

export interface HeldDrawerProps {
  readonly opened: boolean;
  readonly feesMissing: boolean;
  readonly onClose: () => void;
}

/** Listings that no rule may touch for want of a cost, filled in one after the other or by the column. */
export function HeldDrawer({ opened, feesMissing, onClose }: HeldDrawerProps) {
  return (
    <TaskDrawer opened={opened} title={t('held.title')} width={520} onClose={onClose} testId="held-drawer">
      <HeldForm feesMissing={feesMissing} />
    </TaskDrawer>
  );
}

function HeldForm({ feesMissing }: Pick<HeldDrawerProps, 'feesMissing'>) {
  const [display] = useSetting('displayCurrency');
  const currency = display ?? 'USD';
  const live = useLive((books) => readHeldListings(books), []);
  const rows = (live.value ?? []).slice(0, AT_ONCE);
  const costs = useHeldCosts(
    rows.map(({ pair }) => pair.id),
    currency,
  );
  if (live.state === 'loading') return <SkeletonRows count={6} />;
  if (live.state === 'failed')
    return <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />;
  if (live.value.length === 0) return <EmptyState icon={IconCoin} title={t('held.done')} text={t('held.doneText')} />;
  return (
    <form
      className={styles['heldForm']}
      aria-label={t('held.title')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void costs.save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void costs.save();
        }
      }}
    >
      <div className={`${styles['heldList']} archvd-scroll`}>
        <p className="archvd-quiet">{t('held.text')}</p>
        {feesMissing ? (
          <p>
            {t('held.fees')}{' '}
            <Anchor href={routeHref({ screen: 'settings', view: 'fees' })}>{t('held.feesLink')}</Anchor>
          </p>
        ) : null}
        <ul className={styles['heldRows']}>
          {rows.map((held, index) => (
            <HeldRow
              key={held.pair.id}
              held={held}
              currency={currency}
              text={costs.textOf(held.pair.id)}
              problem={costs.problemOf(held.pair.id)}
              onText={(text) => costs.setText(held.pair.id, text)}
              onPaste={(text) => costs.pasteFrom(index, text)}
              autoFocus={index === 0}
            />
          ))}
        </ul>
      </div>
      <footer className={styles['drawerActions']}>
        {costs.unread === 0 ? null : (
          <span role="status" className={styles['held']}>
            {t('held.mend', costs.unread, [countText(costs.unread)])}
          </span>
        )}
        <Button type="submit" loading={costs.busy} disabled={costs.ready === 0} title={t('add.keys')}>
          {costs.ready === 0 ? t('held.saveNone') : t('held.save', costs.ready, [countText(costs.ready)])}
        </Button>
      </footer>
    </form>
  );
}
