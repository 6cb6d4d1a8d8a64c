import { Checkbox } from '@mantine/core';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import type { Included, PlannedPrice } from './price-plan';
import styles from './selling.module.css';

export interface PriceWordsProps {
  readonly plan: readonly PlannedPrice[];
  readonly included: Included;
  readonly onChange: (included: Included) => void;
}

/** What is left out unless the person says otherwise, each kind with its own word. */
export function PriceWords({ plan, included, onChange }: PriceWordsProps) {
  const count = (standing: PlannedPrice['standing']) => plan.filter((each) => each.standing === standing).length;
  const [loses, atOnce] = [count('loses'), count('at-once')];
  return (
    <div className={styles['words']}>
      {loses === 0 ? null : (
        <Checkbox
          size="sm"
          checked={included.loses}
          onChange={(event) => onChange({ ...included, loses: event.currentTarget.checked })}
          label={t('bulkPrice.loses', loses, [countText(loses)])}
        />
      )}
      {atOnce === 0 ? null : (
        <Checkbox
          size="sm"
          checked={included.atOnce}
          onChange={(event) => onChange({ ...included, atOnce: event.currentTarget.checked })}
          label={t('bulkPrice.atOnce', atOnce, [countText(atOnce)])}
        />
      )}
    </div>
  );
}
