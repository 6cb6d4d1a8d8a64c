import { CloseButton, Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './task-drawer.module.css';
import { t } from './text';
import { useUnsavedGuard } from './unsaved';
import { useWide } from './use-wide';

export interface TaskDrawerProps {
  readonly opened: boolean;
  readonly title: string;
  /** Of pixels, where there is room beside it. */
  readonly width?: number;
  readonly onClose: () => void;
  readonly testId: string;
  /** As high as the panel; what is longer scrolls by itself. */
  readonly children: ReactNode;
}

/**
 * Something to do, over the right edge of whatever screen it is; the whole panel where there is no room beside it. It asks
 * before what was typed into it is lost.
 */
export function TaskDrawer({ opened, title, width = 480, onClose, testId, children }: TaskDrawerProps) {
  const wide = useWide();
  const { close, asking, guarded } = useUnsavedGuard(onClose);
  return (
    <Drawer
      opened={opened}
      onClose={close}
      closeOnEscape={!asking}
      closeOnClickOutside={!asking}
      position="right"
      size={wide ? width : '100%'}
      padding={0}
      // Its own header is none of the page's landmarks, which Mantine's would be.
      withCloseButton={false}
      attributes={{ content: { 'aria-label': title } }}
      overlayProps={{ backgroundOpacity: 0.35 }}
      classNames={{ content: styles['drawer'] ?? '', body: styles['body'] ?? '' }}
      data-testid={testId}
    >
      <div className={styles['header']}>
        <h2>{title}</h2>
        <CloseButton onClick={close} aria-label={t('action.close')} />
      </div>
      {guarded(opened ? children : null)}
    </Drawer>
  );
}
