import { Checkbox, Textarea } from '@mantine/core';
import { LISTING_DEFECTS } from '@/lib/domain/listings/listing-words';
import { t } from '../ui/text';
import styles from './listing.module.css';

const DEFECTS: Record<(typeof LISTING_DEFECTS)[number], () => string> = {
  LISTING_DEFECT_HAS_ODOR: () => t('listing.defect.odor'),
  LISTING_DEFECT_HAS_DISCOLORATION: () => t('listing.defect.discoloration'),
  LISTING_DEFECT_HAS_MISSING_INSOLES: () => t('listing.defect.insoles'),
  LISTING_DEFECT_HAS_SCUFFS: () => t('listing.defect.scuffs'),
  LISTING_DEFECT_HAS_TEARS: () => t('listing.defect.tears'),
  LISTING_DEFECT_B_GRADE: () => t('listing.defect.bGrade'),
};

export interface DefectFieldProps {
  readonly defects: readonly string[];
  readonly additional: string;
  readonly onDefects: (defects: readonly string[]) => void;
  readonly onAdditional: (text: string) => void;
}

/** What is wrong with a pair, in alias's words and in one's own. */
export function DefectField({ defects, additional, onDefects, onAdditional }: DefectFieldProps) {
  return (
    <>
      <fieldset className={styles['defects']}>
        <legend>{t('listing.defects')}</legend>
        {LISTING_DEFECTS.map((defect) => (
          <Checkbox
            key={defect}
            size="sm"
            label={DEFECTS[defect]()}
            checked={defects.includes(defect)}
            onChange={(event) =>
              onDefects(event.currentTarget.checked ? [...defects, defect] : defects.filter((each) => each !== defect))
            }
          />
        ))}
      </fieldset>
      <Textarea
        label={t('listing.additionalDefects')}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={1000}
        value={additional}
        onChange={(event) => onAdditional(event.currentTarget.value)}
      />
    </>
  );
}
