import { Checkbox } from '@mantine/core';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import styles from './listing.module.css';
import { isListed, type Included, type PlannedListing } from './plan-listings';

export interface QuickWordsProps {
  readonly plan: readonly PlannedListing[];
  readonly included: Included;
  readonly onChange: (included: Included) => void;
}

/** What is left out, and the words that let some of it through. */
export function QuickWords({ plan, included, onChange }: QuickWordsProps) {
  const count = (standing: PlannedListing['standing']) => plan.filter((each) => each.standing === standing).length;
  const [loses, atOnce, blocked] = [count('loses'), count('at-once'), count('blocked')];
  const goes = plan.filter((each) => isListed(each, included)).length;
  if (goes === plan.length && loses + atOnce === 0) return null;
  return (
    <div className={styles['words']}>
      {loses === 0 ? null : (
        <Checkbox
          size="sm"
          label={t('listing.loses', loses, [countText(loses)])}
          checked={included.loses}
          onChange={(event) => onChange({ ...included, loses: event.currentTarget.checked })}
        />
      )}
      {atOnce === 0 ? null : (
        <Checkbox
          size="sm"
          label={t('listing.sellsAtOnce', atOnce, [countText(atOnce)])}
          checked={included.atOnce}
          onChange={(event) => onChange({ ...included, atOnce: event.currentTarget.checked })}
        />
      )}
      {blocked === 0 ? null : (
        <span className="archvd-quiet" role="status">
          {t('listing.blocked', blocked, [countText(blocked)])}
        </span>
      )}
    </div>
  );
}
