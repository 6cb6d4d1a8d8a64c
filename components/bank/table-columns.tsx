import { NativeSelect } from '@mantine/core';
import { BANK_FIELDS, type BankColumns, type BankField, type BankTable } from '@/lib/files/statement';
import { t } from '../ui/text';
import styles from './bank.module.css';

interface TableColumnsProps {
  readonly table: BankTable;
  /** Nothing could be read: a person must say. */
  readonly isOpen: boolean;
  readonly onChange: (columns: Partial<BankColumns>) => void;
}

const FIELDS: Readonly<Record<BankField, () => string>> = {
  date: () => t('bank.day'),
  amount: () => t('bank.columnAmount'),
  in: () => t('bank.columnIn'),
  out: () => t('bank.columnOut'),
  payee: () => t('bank.payee'),
  text: () => t('bank.columnText'),
  id: () => t('bank.columnId'),
  currency: () => t('bank.currency'),
  direction: () => t('bank.columnDirection'),
};

/** Which column of a table is what: as it was taken, to be changed. It is kept for the next table with these headings. */
export function TableColumns({ table: { headings, columns }, isOpen, onChange }: TableColumnsProps) {
  if (headings.length === 0) return null;
  const none = { value: '', label: t('bank.noColumn') };
  return (
    <details className={styles['pick']} open={isOpen || undefined}>
      <summary>{t('bank.columns')}</summary>
      <div className={styles['two']}>
        {BANK_FIELDS.map((field) => (
          <NativeSelect
            key={field}
            size="xs"
            label={FIELDS[field]()}
            value={columns[field] ?? ''}
            onChange={(event) => onChange({ ...columns, [field]: event.currentTarget.value || null })}
            data={[none, ...[...new Set(headings)].map((heading) => ({ value: heading, label: heading }))]}
          />
        ))}
      </div>
    </details>
  );
}
