import { t } from '../ui/text';

const REASONS: Readonly<Record<string, () => string>> = {
  'many-large-moves': () => t('runs.tooManyMoves'),
  'market-fell': () => t('runs.marketFell'),
  restored: () => t('runs.booksRestored'),
  'other-seller': () => t('runs.otherSeller'),
};

/** Why everything was stopped by itself, by the word of what stopped it; what is no such word is told as it stands. */
export function stoppedText(stopped: string): string {
  return REASONS[stopped]?.() ?? stopped;
}
