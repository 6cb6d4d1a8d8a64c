import { ActionIcon } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { keptMappings, type KeptColumns } from '@/lib/queries/past-imports';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { useLive } from '../bridge/use-live';
import { countText, dateText } from '../ui/format';
import { NameDialog } from '../ui/name-dialog';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { kindText, sourceText } from './import-words';
import styles from './files.module.css';

/** Columns that are remembered for the next file with the same headings: seen, renamed, forgotten. */
export function KeptMappings() {
  const kept = useLive(keptMappings, []).value ?? [];
  const [naming, setNaming] = useState<KeptColumns | null>(null);
  if (kept.length === 0) return null;
  return (
    <details className={styles['mappings']} data-testid="kept-mappings">
      <summary>{t('imports.mappings', kept.length, [countText(kept.length)])}</summary>
      <ul className={styles['past']}>
        {kept.map((row) => (
          <Mapping key={row.id} row={row} onRename={() => setNaming(row)} />
        ))}
      </ul>
      <NameDialog
        key={naming?.id ?? 'closed'}
        opened={naming !== null}
        name={naming?.name ?? ''}
        title={t('imports.renameMappingTitle')}
        label={t('imports.mappingName')}
        maxLength={120}
        onClose={() => setNaming(null)}
        onKeep={async (name) => naming === null || rename(naming, name)}
      />
    </details>
  );
}

const SHOWN_HEADINGS = 8;

function Mapping({ row, onRename }: { readonly row: KeptColumns; readonly onRename: () => void }) {
  const { name, kind, header, updatedAt, settings } = row;
  const what = typeof settings['source'] === 'string' ? sourceText(settings['source']) : kindText(kind);
  const more = header.length - SHOWN_HEADINGS;
  const headings = header.slice(0, SHOWN_HEADINGS).join(', ');
  return (
    <li className={styles['pastRow']} data-testid="kept-mapping">
      <div className={styles['what']}>
        <span className={styles['fileName']}>{name}</span>
        <span className={styles['quiet']}>
          {[what, dateText(updatedAt)].filter((part) => part !== name).join(' · ')}
        </span>
        <span className={styles['quiet']}>
          {more > 0 ? t('imports.mappingHeadingsMore', [headings, countText(more)]) : headings}
        </span>
      </div>
      <div className={styles['buttons']}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('imports.renameMapping', [name])} onClick={onRename}>
          <IconPencil size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('imports.forgetMapping', [name])}
          onClick={() => void forget(row)}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </div>
    </li>
  );
}

async function rename({ id }: KeptColumns, name: string): Promise<boolean> {
  const asked = await ask('imports/rename-mapping', { mappingId: id, name });
  if (!asked.ok) return (toastProblem(asked.message), false);
  if (asked.value.ok) offerUndo(t('imports.mappingRenamed', [name]), asked.value.undoId);
  return true;
}

async function forget({ id, name }: KeptColumns): Promise<void> {
  const asked = await ask('imports/forget-mapping', { mappingId: id });
  if (!asked.ok) return toastProblem(asked.message);
  if (asked.value.ok) offerUndo(t('imports.mappingForgotten', [name]), asked.value.undoId);
}
