import type { ReactNode } from 'react';
import type { Live } from '../bridge/use-live';
import { ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';

interface PartProps<T> {
  readonly live: Live<T>;
  readonly children: (value: T) => ReactNode;
}

/** A part of the screen that is read by itself, while it is read and when that fails. */
export function Part<T>({ live, children }: PartProps<T>) {
  if (live.state === 'loading') return <SkeletonRows count={4} />;
  if (live.state === 'failed') {
    return <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />;
  }
  return children(live.value);
}
