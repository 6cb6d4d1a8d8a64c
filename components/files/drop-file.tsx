import { Button, FileButton, Textarea } from '@mantine/core';
import { IconClipboardText, IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { DropPlace } from '../ui/drop-place';
import { t } from '../ui/text';
import styles from './files.module.css';

interface DropFileProps {
  /** The file that is open; null: none. */
  readonly name: string | null;
  readonly onFile: (name: string, file: Blob) => void;
}

const ACCEPT =
  '.csv,.tsv,.txt,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Where a file is dropped, chosen, or pasted as text. */
export function DropFile({ name, onFile }: DropFileProps) {
  const [pasting, setPasting] = useState(false);
  const take = (file: File | null | undefined) => {
    if (file != null) onFile(file.name, file);
  };
  return (
    <DropPlace onFiles={(files) => take(files[0])} testId="import-drop">
      <span className={styles['fileName']}>{name ?? t('imports.drop')}</span>
      <div className={styles['buttons']}>
        <FileButton onChange={take} accept={ACCEPT} inputProps={{ 'aria-label': t('imports.choose') }}>
          {(props) => (
            <Button
              {...props}
              variant={name === null ? 'filled' : 'default'}
              leftSection={<IconFileUpload size={16} aria-hidden="true" />}
            >
              {name === null ? t('imports.choose') : t('imports.chooseOther')}
            </Button>
          )}
        </FileButton>
        <Button
          variant="default"
          leftSection={<IconClipboardText size={16} aria-hidden="true" />}
          onClick={() => setPasting(!pasting)}
          aria-expanded={pasting}
        >
          {t('imports.paste')}
        </Button>
      </div>
      {pasting ? (
        <Paste
          onText={(text) => {
            setPasting(false);
            onFile(t('imports.pasted'), new Blob([text], { type: 'text/plain' }));
          }}
        />
      ) : null}
    </DropPlace>
  );
}

function Paste({ onText }: { readonly onText: (text: string) => void }) {
  const [text, setText] = useState('');
  return (
    <form
      className={styles['paste']}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onText(text);
      }}
    >
      <Textarea
        label={t('imports.pasteLabel')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        rows={6}
        autoFocus
      />
      <Button type="submit" disabled={text.trim() === ''}>
        {t('imports.read')}
      </Button>
    </form>
  );
}
