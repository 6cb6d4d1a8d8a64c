import { NativeSelect } from '@mantine/core';
import { WATCH_FIELDS, type WatchColumns, type WatchField } from '@/lib/files/read-watch-csv';
import { t } from '../../ui/text';
import styles from './many.module.css';

const WORDS: Record<WatchField, () => string> = {
  code: () => t('watchMany.column.code'),
  size: () => t('watchMany.column.size'),
  target: () => t('watchMany.column.target'),
  currency: () => t('watchMany.column.currency'),
  note: () => t('watchMany.column.note'),
};

interface ColumnFieldsProps {
  readonly headings: readonly string[];
  readonly columns: WatchColumns;
  readonly onColumn: (field: WatchField, heading: string | null) => void;
}

/** Which column of a file is what; what was said once is known for the next file with these headings. */
export function ColumnFields({ headings, columns, onColumn }: ColumnFieldsProps) {
  return (
    <fieldset className={styles['columns']}>
      <legend>{t('watchMany.columns')}</legend>
      {WATCH_FIELDS.map((field) => (
        <NativeSelect
          key={field}
          size="xs"
          label={WORDS[field]()}
          value={columns[field] ?? ''}
          onChange={(event) => onColumn(field, event.currentTarget.value || null)}
          data={[{ value: '', label: t('watchMany.none') }, ...headings.map((value) => ({ value, label: value }))]}
        />
      ))}
    </fieldset>
  );
}
