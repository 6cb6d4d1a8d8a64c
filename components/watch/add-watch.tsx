import { Modal, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { WatchListName } from '@/lib/queries/watch-list';
import { CatalogSearch } from '../bridge/catalog-search';
import type { CatalogHit } from '../bridge/use-catalog-search';
import { WatchForm } from '../bridge/watch-form';
import { t } from '../ui/text';

export interface AddWatchProps {
  readonly opened: boolean;
  readonly lists: readonly WatchListName[];
  /** The list that is shown; null: all of them. */
  readonly current: string | null;
  readonly onClose: () => void;
}

/** First which shoe, then which size, target and list. */
export function AddWatch({ opened, lists, current, onClose }: AddWatchProps) {
  const [picked, setPicked] = useState<CatalogHit | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const listId = chosen ?? current ?? lists[0]?.id ?? null;
  const close = () => {
    setPicked(null);
    setChosen(null);
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('watch.add')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {picked === null ? (
        <CatalogSearch label={t('watch.find')} onPick={setPicked} autoFocus />
      ) : (
        <WatchForm
          product={picked}
          usSize={null}
          currency={picked.retailPrice?.currency ?? 'USD'}
          watchlistId={listId}
          onDone={close}
        >
          {lists.length < 2 ? null : <ListField lists={lists} value={listId} onChange={setChosen} />}
        </WatchForm>
      )}
    </Modal>
  );
}

interface ListFieldProps {
  readonly lists: readonly WatchListName[];
  readonly value: string | null;
  readonly onChange: (listId: string) => void;
}

/** The list something goes into. */
export function ListField({ lists, value, onChange }: ListFieldProps) {
  return (
    <NativeSelect
      label={t('watch.toList')}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={lists.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
