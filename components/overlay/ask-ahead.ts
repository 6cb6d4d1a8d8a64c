import type { PageState } from '@/lib/overlay/page-state';
import { NOTHING_TOLD, questionOf } from './card-question';
import type { Send } from './use-look';

/**
 * Asks for the page's product before there is a card, so that figures of the books are there when it is drawn. The first
 * to ask the very same question gets that answer; whatever comes later is asked anew.
 */
export function askAhead(send: Send, { reading }: PageState): Send {
  const question = reading === null ? null : questionOf(reading, NOTHING_TOLD);
  if (question === null) return send;
  const asked = JSON.stringify(question);
  let ahead: ReturnType<Send> | null = send('page/look-up', question);
  // Nobody may come for it, and then its failure is nobody's trouble.
  ahead.catch(() => undefined);
  return ((name, input) => {
    const answer = ahead;
    if (answer === null || name !== 'page/look-up' || JSON.stringify(input) !== asked) return send(name, input);
    ahead = null;
    return answer;
  }) as Send;
}
