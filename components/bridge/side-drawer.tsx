import { CloseButton, Drawer } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { t } from '../ui/text';
import { useUnsavedGuard } from '../ui/unsaved';
import { useWide } from '../ui/use-wide';
import styles from './side-drawer.module.css';

export interface SideDrawerProps {
  /** null: closed. What it was stays while it closes. */
  readonly title: string | null;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly testId?: string;
}

/** One thing of a list in full, over the right edge; the whole panel where there is no room beside it. */
export function SideDrawer({ title, children, onClose, testId }: SideDrawerProps) {
  const wide = useWide();
  const { close, asking, guarded } = useUnsavedGuard(onClose);
  const [shown, setShown] = useState({ title, children });
  if (title !== null && (shown.title !== title || shown.children !== children)) setShown({ title, children });
  return (
    <Drawer
      opened={title !== null}
      onClose={close}
      closeOnEscape={!asking}
      closeOnClickOutside={!asking}
      position="right"
      size={wide ? 480 : '100%'}
      padding={0}
      // Its own header is none of the page's landmarks, which Mantine's would be.
      withCloseButton={false}
      attributes={{ content: { 'aria-label': shown.title ?? '' } }}
      data-testid={testId}
    >
      <div className={styles['header']}>
        <h2 className="archvd-clip">{shown.title}</h2>
        <CloseButton onClick={close} aria-label={t('action.close')} />
      </div>
      {guarded(<div className={styles['body']}>{shown.children}</div>)}
    </Drawer>
  );
}
