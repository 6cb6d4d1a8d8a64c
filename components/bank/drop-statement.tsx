import { Button, FileButton } from '@mantine/core';
import { useState, type DragEvent } from 'react';
import { t } from '../ui/text';
import styles from './bank.module.css';

/** Where a statement is dropped or chosen. */
export function DropStatement({
  name,
  onFile,
}: {
  readonly name: string | null;
  readonly onFile: (file: File | null) => void;
}) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0] ?? null);
  };
  return (
    <div
      className={styles['drop']}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className="archvd-clip">{name ?? t('bank.dropHere')}</span>
      <FileButton onChange={onFile} accept=".ofx,.qfx,.qif,.xml,.csv,.tsv,.txt">
        {(props) => (
          <Button {...props} variant="default">
            {t('bank.chooseFile')}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
