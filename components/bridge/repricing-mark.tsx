import type { RepricingNow } from '@/lib/queries/repricing-now';
import { Pill } from '../ui/pill';
import { t } from '../ui/text';

type Standing = Pick<RepricingNow, 'mode' | 'stopped'>;

/** Preview, live, paused by a person, or stopped by itself, in one word. */
export function repricingText({ mode, stopped }: Standing): string {
  if (stopped !== null && mode === 'paused') return t('repricing.stopped');
  return mode === 'live' ? t('repricing.live') : mode === 'paused' ? t('repricing.paused') : t('repricing.preview');
}

/** What that word means. */
function repricingMeaning({ mode, stopped }: Standing): string {
  if (stopped !== null && mode === 'paused') return t('repricing.stoppedWhy');
  return mode === 'live'
    ? t('repricing.liveWhy')
    : mode === 'paused'
      ? t('repricing.pausedWhy')
      : t('repricing.previewWhy');
}

/** How repricing stands, as a pill. */
export function RepricingMark({ now }: { readonly now: Standing }) {
  const tone = now.mode === 'live' ? 'accent' : now.mode === 'paused' ? 'needs-you' : 'plain';
  return (
    <span data-testid="repricing-mode" data-mode={now.mode}>
      <Pill tone={tone} title={repricingMeaning(now)}>
        {repricingText(now)}
      </Pill>
    </span>
  );
}
