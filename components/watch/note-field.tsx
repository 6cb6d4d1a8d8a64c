import { Popover, Textarea } from '@mantine/core';
import { IconNote } from '@tabler/icons-react';
import { useState } from 'react';
import type { WatchRow } from '@/lib/queries/watch-row';
import { t } from '../ui/text';
import { change } from './watch-commands';
import { wholeName } from './watch-figures';
import styles from './watch.module.css';

/** What somebody noted on it, edited where it stands: to leave the field keeps it, Escape does not. */
export function NoteField({ row }: { readonly row: WatchRow }) {
  const { id, note } = row.item;
  const name = wholeName(row);
  const [text, setText] = useState<string | null>(null);
  const keep = () => {
    if (text !== null && text.trim() !== note)
      void change('watch/edit', { itemId: id, note: text.trim() }, t('watch.noteSaved', [name]));
    setText(null);
  };
  return (
    <Popover opened={text !== null} onChange={(open) => !open && keep()} position="bottom-end" width={260} trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={styles['bell']}
          data-empty={note === '' || undefined}
          aria-label={t('watch.noteOf', [name])}
          title={note === '' ? t('watch.addNote') : note}
          data-cell-stop
          onClick={() => setText(note)}
        >
          <IconNote size={14} stroke={1.8} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Textarea
          aria-label={t('watch.noteOf', [name])}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={1000}
          data-autofocus
          value={text ?? ''}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') setText(null);
            else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
