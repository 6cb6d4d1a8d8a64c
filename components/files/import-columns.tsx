import { Button, NativeSelect } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { columnsFor } from '@/lib/files/formats/recognise';
import { FIELDS_OF } from '@/lib/files/formats/fields-of';
import type { ColumnChoice, Field } from '@/lib/files/formats/column-choice';
import type { ReadEntries } from '@/lib/files/formats/read-entries';
import { ask } from '../bridge/ask';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { fieldTextOf } from './import-field-words';
import { sourceText } from './import-words';
import styles from './files.module.css';

interface ImportColumnsProps {
  readonly read: ReadEntries;
  readonly onColumns: (columns: ColumnChoice) => void;
}

/** Columns of the file that are named because nothing reads them. */
const MOST_UNUSED = 12;

/** Which column of a table of the seller's own is what, with what stands in it; kept for the next file like it. */
export function ImportColumns({ read, onColumns }: ImportColumnsProps) {
  const { recognised, sample } = read;
  const { source, header } = recognised;
  const fields = FIELDS_OF[source];
  if (fields === undefined) return null;
  const columns = Object.keys(recognised.columns).length === 0 ? columnsFor(source, header) : recognised.columns;
  const set = (field: Field, heading: string) => {
    const { [field]: _before, ...others } = columns;
    onColumns(heading === '' ? others : { ...others, [field]: heading });
  };
  const keep = async () => {
    const asked = await ask('imports/keep-mapping', {
      name: sourceText(source),
      source,
      header: header.slice(0, 300),
      columns: { ...columns },
    });
    if (asked.ok) toast(t('imports.columnsKept'));
    else toastProblem(asked.message);
  };
  const field = (name: Field, isNeeded: boolean) => {
    const heading = columns[name] ?? '';
    const at = header.indexOf(heading);
    const seen =
      at < 0 ? [] : [...new Set(sample.map((cells) => (cells[at] ?? '').trim()).filter((cell) => cell !== ''))];
    return (
      <NativeSelect
        key={name}
        size="xs"
        label={fieldTextOf(name, source)}
        required={isNeeded}
        error={isNeeded && heading === '' ? t('imports.columnNeeded') : undefined}
        description={seen.length === 0 ? undefined : seen.slice(0, 2).join(' · ').slice(0, 60)}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={heading}
        onChange={(event) => set(name, event.currentTarget.value)}
        data={[{ value: '', label: t('imports.noColumn') }, ...header.map((value) => ({ value, label: value }))]}
      />
    );
  };
  const used = new Set(Object.values(columns));
  const unused = header.filter((heading) => heading.trim() !== '' && !used.has(heading));
  return (
    <fieldset className={styles['columns']} data-testid="import-columns">
      <legend>{t('imports.columns')}</legend>
      <div className={styles['columnGrid']}>
        {fields.needed.map((name) => field(name, true))}
        {fields.more.map((name) => field(name, false))}
      </div>
      {unused.length === 0 ? null : (
        <p className={styles['quiet']} data-testid="import-unused">
          {t('imports.unusedColumns', [unused.slice(0, MOST_UNUSED).join(', ')])}
        </p>
      )}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconDeviceFloppy size={14} aria-hidden="true" />}
        onClick={() => void keep()}
      >
        {t('imports.keepColumns')}
      </Button>
    </fieldset>
  );
}
