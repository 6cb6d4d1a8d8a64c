import { NativeSelect } from '@mantine/core';
import type { SourceId } from '@/lib/domain/imports/entry';
import type { ReadEntries } from '@/lib/files/formats/read-entries';
import { SOURCES } from '@/lib/files/formats/recognise';
import type { Delimiter } from '@/lib/files/sniff-delimiter';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { sourceText } from './import-words';
import type { Said } from './use-import';
import styles from './files.module.css';

interface ImportSourceProps {
  readonly read: ReadEntries;
  readonly onSay: (part: Partial<Said>) => void;
}

const DELIMITERS: Readonly<Record<Delimiter, () => string>> = {
  ',': () => t('imports.delimiter.comma'),
  ';': () => t('imports.delimiter.semicolon'),
  '\t': () => t('imports.delimiter.tab'),
  '|': () => t('imports.delimiter.bar'),
};

/** What the file is taken for, and how it was read; all of it can be said otherwise. */
export function ImportSource({ read, onSay }: ImportSourceProps) {
  const { facts, recognised } = read;
  return (
    <div className={styles['fields']}>
      <NativeSelect
        label={t('imports.isA')}
        description={recognised.isSure ? t('imports.sure') : t('imports.guessed')}
        inputWrapperOrder={['label', 'input', 'description']}
        value={recognised.source}
        onChange={(event) => onSay({ source: event.currentTarget.value as SourceId, columns: null })}
        data={SOURCES.map((source) => ({ value: source, label: sourceText(source) }))}
        data-testid="import-source"
      />
      {facts.kind === 'workbook' && facts.sheets.length > 1 ? (
        <NativeSelect
          label={t('imports.sheet')}
          value={facts.sheet ?? ''}
          onChange={(event) => onSay({ sheet: event.currentTarget.value, columns: null })}
          data={[...facts.sheets]}
        />
      ) : null}
      {facts.delimiter === null ? null : (
        <NativeSelect
          label={t('imports.delimiter.label')}
          description={facts.encoding === 'windows-1252' ? t('imports.oldEncoding') : undefined}
          inputWrapperOrder={['label', 'input', 'description']}
          value={facts.delimiter}
          onChange={(event) => onSay({ delimiter: event.currentTarget.value as Delimiter, columns: null })}
          data={(Object.keys(DELIMITERS) as Delimiter[]).map((value) => ({ value, label: DELIMITERS[value]() }))}
        />
      )}
      <p className={styles['quiet']} data-testid="import-rows">
        {t('imports.rowsFrom', read.rows, [countText(read.rows), countText(recognised.line)])}
      </p>
    </div>
  );
}
