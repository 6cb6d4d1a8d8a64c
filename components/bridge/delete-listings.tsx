import { useState } from 'react';
import { Confirm } from '../ui/confirm';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { command } from './listing-commands';

export interface DeleteListingsProps {
  readonly listingIds: readonly string[];
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDeleted?: () => void;
}

/** Takes listings away from alias for good, after a question: what was deleted can only be listed anew. */
export function DeleteListings({ listingIds, opened, onClose, onDeleted }: DeleteListingsProps) {
  const [busy, setBusy] = useState(false);
  const count = listingIds.length;
  const remove = async () => {
    setBusy(true);
    const answer = await command('listings/delete', { listingIds: [...listingIds] });
    setBusy(false);
    if (answer === null) return;
    onClose();
    onDeleted?.();
  };
  return (
    <Confirm
      opened={opened}
      title={t('listing.deleteTitle', count, [countText(count)])}
      verb={t('listing.deleteVerb', count, [countText(count)])}
      busy={busy}
      onConfirm={() => void remove()}
      onClose={onClose}
    >
      <p>{t('listing.deleteText', count)}</p>
    </Confirm>
  );
}
