import { t } from '../ui/text';

const REASONS: Readonly<Record<string, () => string>> = {
  'many-large-moves': () => t('runs.tooManyMoves'),
  'market-fell': () => t('runs.marketFell'),
};

/** Why a run stopped everything, by the breaker's own word; what is no such word is told as it stands. */
export function stoppedText(stopped: string): string {
  return REASONS[stopped]?.() ?? stopped;
}
