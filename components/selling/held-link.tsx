import { IconCoinOff } from '@tabler/icons-react';
import type { FeeProfile } from '@/lib/domain/fees/fee-schedule';
import { countHeldListings } from '@/lib/queries/held-listings';
import { useLive } from '../bridge/use-live';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { HeldDrawer } from './held-drawer';
import styles from './selling.module.css';

/** The address of the costs that are missing: other screens lead there. */
const ITEM = 'costs';

/** How many listings no rule may touch because their cost is unknown, and the way to fill it in. */
export function HeldLink({ profile }: { readonly profile: FeeProfile }) {
  const { route, change } = useRoute();
  const { value: count } = useLive((books) => countHeldListings(books), []);
  const feesMissing = profile.rating === null || profile.country === null;
  return (
    <>
      {count === null || count === 0 ? null : (
        <button
          type="button"
          className={styles['heldLink']}
          title={t('held.linkWhy', count, [countText(count)])}
          onClick={() => change({ item: ITEM })}
          data-testid="held"
        >
          <IconCoinOff size={14} stroke={1.8} aria-hidden="true" />
          {t('held.link', count, [countText(count)])}
        </button>
      )}
      <HeldDrawer opened={route.item === ITEM} feesMissing={feesMissing} onClose={() => change({ item: null })} />
    </>
  );
}
