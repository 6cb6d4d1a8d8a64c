import { Anchor } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import { pairsToList } from '../bridge/to-list';
import { useValuation } from '../bridge/use-valuation';
import { countText } from '../ui/format';
import { routeHref } from '../ui/route';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { TaskDrawer } from '../ui/task-drawer';
import { t } from '../ui/text';
import { useTyped } from '../ui/unsaved';
import { useRoute } from '../ui/use-route';
import { ListForm } from './list-form';
import styles from './listing.module.css';
import { QuickList } from './quick-list';
import { useListingDrafts } from './use-listing-drafts';

/** The form that lists pairs, where the address asks for it, over whatever screen it is. */
export function ListingForms() {
  const { route, change } = useRoute();
  const opened = route.add === 'list';
  const kept = opened ? pairsToList() : [];
  const ids = kept.length === 0 && route.pair !== null ? [route.pair] : kept;
  const many = ids.length > 1;
  const title = many ? t('listing.titleMany', ids.length, [countText(ids.length)]) : t('listing.title');
  const close = () => change({ add: null });
  return (
    <TaskDrawer opened={opened} title={title} width={many ? 900 : 480} onClose={close} testId="list-drawer">
      <div className={styles['drawerForm']}>
        <FormOf key={ids.join(',')} pairIds={ids} onClose={close} />
      </div>
    </TaskDrawer>
  );
}

interface FormOfProps {
  readonly pairIds: readonly string[];
  readonly onClose: () => void;
}

function FormOf({ pairIds, onClose }: FormOfProps) {
  const valuation = useValuation();
  const live = useListingDrafts(pairIds, valuation);
  const [one, setOne] = useState<string | null>(null);
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  useTyped([...typed]);
  if (live.state === 'failed')
    return <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />;
  if (valuation === null || live.value === null) return <SkeletonRows count={4} />;
  const [sole] = live.value;
  if (sole === undefined) {
    return (
      <EmptyState
        icon={IconTag}
        title={t('listing.noPairs')}
        text={t('listing.noPairsText')}
        action={<Anchor href={routeHref({ screen: 'inventory' })}>{t('nav.inventory')}</Anchor>}
      />
    );
  }
  const picked = pairIds.length === 1 ? sole : live.value.find(({ pair }) => pair.id === one);
  if (picked !== undefined) {
    const back = pairIds.length === 1 ? null : () => setOne(null);
    return <ListForm key={picked.pair.id} draft={picked} valuation={valuation} onClose={onClose} onBack={back} />;
  }
  return (
    <QuickList
      drafts={live.value}
      valuation={valuation}
      typed={typed}
      onTyped={setTyped}
      onOpen={setOne}
      onClose={onClose}
    />
  );
}
