import { pairWords, shortened, targetSentence } from '@/components/ui/alert-sentence';
import type { DeskWords } from '@/lib/desk/desk-words';

/** A watched size that is asked for at most at its target: "Panda Dunk US 10: ask $98", "At your target of $100; …". */
export const targetNotice: DeskWords['targets'] = ({ product, usSize, ask, target, ...facts }) =>
  targetSentence(pairWords(shortened(product), usSize), ask, target, facts);
