import type { ReactNode } from 'react';
import styles from './drop-place.module.css';
import { useFileDrop } from './use-file-drop';

interface DropPlaceProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
  readonly testId?: string;
}

/** A frame that takes the files let go over it; what else can be done with files stands in it. */
export function DropPlace({ onFiles, children, testId }: DropPlaceProps) {
  const drop = useFileDrop(({ dataTransfer }) => onFiles([...dataTransfer.files]));
  return (
    <div className={styles['place']} data-testid={testId} {...drop}>
      {children}
    </div>
  );
}
