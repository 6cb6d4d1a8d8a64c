import { Button, FileButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { DropPlace } from './drop-place';
import styles from './drop-place.module.css';

interface FilePlaceProps {
  /** The file that is open, or what may be dropped here. */
  readonly children: ReactNode;
  /** What the button says that opens the browser's own choice. */
  readonly choose: string;
  /** Endings and types, as `input[accept]` takes them; a file that is dropped may be of any other kind. */
  readonly accept: string;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}

/** Where one file is dropped or chosen. */
export function FilePlace({ children, choose, accept, disabled = false, onFile }: FilePlaceProps) {
  const take = (file: File | null | undefined) => {
    if (file != null && !disabled) onFile(file);
  };
  return (
    <DropPlace onFiles={(files) => take(files[0])}>
      <span className={styles['text']}>{children}</span>
      <FileButton onChange={take} accept={accept}>
        {(props) => (
          <Button {...props} variant="default" disabled={disabled}>
            {choose}
          </Button>
        )}
      </FileButton>
    </DropPlace>
  );
}
