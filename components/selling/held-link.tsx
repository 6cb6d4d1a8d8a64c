import { IconCoinOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { FeeProfile } from '@/lib/domain/fees/fee-schedule';
import { countHeldListings } from '@/lib/queries/held-listings';
import { useLive } from '../bridge/use-live';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { HeldDrawer } from './held-drawer';
import styles from './selling.module.css';

/** How many listings no rule may touch because their cost is unknown, and the way to fill it in. */
export function HeldLink({ profile }: { readonly profile: FeeProfile }) {
  const [opened, setOpened] = useState(false);
  const { value: count } = useLive((books) => countHeldListings(books), []);
  const feesMissing = profile.rating === null || profile.country === null;
  return (
    <>
      {count === null || count === 0 ? null : (
        <button
          type="button"
          className={styles['heldLink']}
          title={t('held.linkWhy', count, [countText(count)])}
          onClick={() => setOpened(true)}
          data-testid="held"
        >
          <IconCoinOff size={14} stroke={1.8} aria-hidden="true" />
          {t('held.link', count, [countText(count)])}
        </button>
      )}
      <HeldDrawer opened={opened} feesMissing={feesMissing} onClose={() => setOpened(false)} />
    </>
  );
}
