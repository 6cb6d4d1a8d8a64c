import { Popover, Textarea } from '@mantine/core';
import { IconNote } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { WatchRow } from '@/lib/queries/watch-row';
import { t } from '../ui/text';
import { change } from './watch-commands';
import { wholeName } from './watch-figures';
import styles from './watch.module.css';

/** A note being typed, and on what. */
interface Typed {
  readonly id: string;
  readonly name: string;
  readonly before: string;
  readonly text: string;
}

/** What somebody noted on it, edited where it stands: to leave the field keeps it, Escape does not. */
export function NoteField({ row }: { readonly row: WatchRow }) {
  const { id, note } = row.item;
  const name = wholeName(row);
  const [typed, setTyped] = useState<Typed | null>(null);
  const keep = () => {
    if (typed !== null && typed.text.trim() !== typed.before)
      void change('watch/edit', { itemId: typed.id, note: typed.text.trim() }, t('watch.noteSaved', [typed.name]));
    setTyped(null);
  };
  // In a list that changes another shoe comes to stand here: what was typed is kept for the one it was typed for.
  useEffect(() => {
    if (typed !== null && typed.id !== id) keep();
  });
  return (
    <Popover opened={typed !== null} onChange={(open) => !open && keep()} position="bottom-end" width={260} trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={styles['bell']}
          data-empty={note === '' || undefined}
          aria-label={t('watch.noteOf', [name])}
          title={note === '' ? t('watch.addNote') : note}
          data-cell-stop
          onClick={() => setTyped({ id, name, before: note, text: note })}
        >
          <IconNote size={14} stroke={1.8} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Textarea
          aria-label={t('watch.noteOf', [typed?.name ?? name])}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={1000}
          data-autofocus
          value={typed?.text ?? ''}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setTyped((before) => (before === null ? null : { ...before, text }));
          }}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') setTyped(null);
            else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
