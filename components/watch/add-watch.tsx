import { Modal } from '@mantine/core';
import { useState } from 'react';
import { CatalogSearch } from '../bridge/catalog-search';
import type { CatalogHit } from '../bridge/use-catalog-search';
import { WatchForm } from '../bridge/watch-form';
import { t } from '../ui/text';

/** First which shoe, then which size and target. */
export function AddWatch({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const [picked, setPicked] = useState<CatalogHit | null>(null);
  const close = () => {
    setPicked(null);
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
        <WatchForm product={picked} usSize={null} currency={picked.retailPrice?.currency ?? 'USD'} onDone={close} />
      )}
    </Modal>
  );
}
