import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconRefresh, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './states.module.css';
import { t } from './text';

export interface EmptyStateProps {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  /** The one action that fills the screen. */
  readonly action?: ReactNode;
}

/** Says what will appear here and offers the one action that fills it. */
export function EmptyState({ icon: Picture, title, text, action }: EmptyStateProps) {
  return (
    <div className={styles['empty']} data-testid="empty-state">
      <Picture size={28} stroke={1.5} aria-hidden="true" />
      <h2>{title}</h2>
      <p>{text}</p>
      {action}
    </div>
  );
}

/** What happened, what is safe, what to do. */
export function ErrorState({
  title,
  text,
  onRetry,
}: {
  readonly title: string;
  readonly text: string;
  readonly onRetry?: () => void;
}) {
  return (
    <div className={styles['empty']} role="alert">
      <IconAlertTriangle size={28} stroke={1.5} aria-hidden="true" />
      <h2>{title}</h2>
      <p>{text}</p>
      {onRetry === undefined ? null : (
        <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={onRetry}>
          {t('action.retry')}
        </Button>
      )}
    </div>
  );
}

/** Rows of the height the real ones will have, so that nothing jumps when they come. */
export function SkeletonRows({ count = 8, height = 44 }: { readonly count?: number; readonly height?: number }) {
  return (
    <div aria-busy="true" aria-label={t('state.loading')} role="status">
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={styles['skeleton']} style={{ height }}>
          <Skeleton width={28} height={28} radius={4} />
          <div>
            <Skeleton width={`${48 + ((index * 17) % 30)}%`} height={10} />
            <Skeleton width="32%" height={8} mt={6} />
          </div>
          <Skeleton width={48} height={10} />
        </div>
      ))}
    </div>
  );
}

export interface BannerProps {
  readonly tone: 'needs-you' | 'quiet';
  readonly icon: Icon;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** A line above a screen: what is not as usual, and the way out. */
export function Banner({ tone, icon: Picture, children, action }: BannerProps) {
  return (
    <div className={styles['banner']} data-tone={tone} role="status">
      <Picture size={16} stroke={1.8} aria-hidden="true" />
      <div>{children}</div>
      {action}
    </div>
  );
}
