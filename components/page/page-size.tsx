import { Button, NativeSelect } from '@mantine/core';
import { pageSizeText } from '@/lib/messaging/look-words';
import type { KnownPage, PageSizeLook } from '@/lib/queries/page-look-up';
import { t } from '../ui/text';
import styles from './page.module.css';
import type { Taken } from './use-page-look';

interface SizeProps {
  readonly found: KnownPage;
  readonly size: PageSizeLook | null;
  readonly isNew: boolean;
  readonly taken: Taken;
  readonly onPick: (label: string) => void;
  readonly onTake: (taken: Taken) => void;
}

/** The size looked at; where the page writes it on another scale, what it may be, which only the person decides. */
export function PageSize({ found, size, isNew, taken, onPick, onTake }: SizeProps) {
  return (
    <>
      <NativeSelect
        label={t('card.size')}
        value={size?.label ?? ''}
        description={size === null ? t('card.chooseSizeWhy') : undefined}
        data={[
          ...(size === null ? [{ value: '', label: t('card.chooseSize') }] : []),
          ...found.sizes.map((each) => ({ value: each.label, label: pageSizeText(each) })),
        ]}
        onChange={(event) => onPick(event.currentTarget.value)}
      />
      {size !== null && isForeign(size) ? (
        <div className={styles['candidates']}>
          <span className={styles['quiet']}>{t(isNew ? 'card.candidateWhy' : 'card.candidateWhyUsed')}</span>
          {size.candidates.map(({ us, chart }) => (
            <Button key={us} variant="default" size="compact-sm" onClick={() => onTake({ label: size.label, us })}>
              {t('card.candidate', [size.label, us, chart])}
            </Button>
          ))}
        </div>
      ) : null}
      {taken !== null && taken.label === size?.label ? (
        <Button className={styles['other']} variant="subtle" size="compact-sm" onClick={() => onTake(null)}>
          {t('card.candidateOther')}
        </Button>
      ) : null}
    </>
  );
}

/** A size on a scale the product's own table does not tell: it is one of the suggestions, or none of them. */
export function isForeign({ usSize, candidates }: PageSizeLook): boolean {
  return usSize === null && candidates.length > 0;
}
