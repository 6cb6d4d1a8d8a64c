import type { SiteId } from '@/lib/domain/sites/site';
import type { PageState } from '@/lib/overlay/page-state';
import type { Look } from './card-model';
import { NOTHING_TOLD, questionOf } from './card-question';
import type { Send } from './use-look';
import type { Place } from './use-place';

/** What the books said before there was a card, and to which question. */
export interface FirstLook {
  readonly asked: string;
  readonly look: Look;
}

/** What was asked for before there is a card. */
export interface Ahead {
  /** Gives the first who asks the very same question that answer; whatever comes later is asked anew. */
  readonly send: Send;
  /** Null when nothing could be asked, or there is no answer soon: then the card waits for it before one's eyes. */
  readonly first: Promise<FirstLook | null>;
  /** How the card was left on this site. */
  readonly place: Promise<Place>;
}

/** Where the card stands when nobody can say how it was left. */
const BY_ITSELF: Place = { folded: false, top: null };

/** Nobody sees that a card comes so much later; everybody sees one that is drawn twice. */
const SOON_MS = 150;

/** Asks for the page's product before there is a card, so that figures of the books are there when it is drawn. */
export function askAhead(send: Send, site: SiteId, { reading }: PageState): Ahead {
  const question = reading === null ? null : questionOf(reading, NOTHING_TOLD);
  // Before anything else is asked: it takes the longest.
  const look = question === null ? null : send('page/look-up', question);
  const place = send('page/place', { site }).catch(() => BY_ITSELF);
  if (look === null) return { send, first: Promise.resolve(null), place };
  const asked = JSON.stringify(question);
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), SOON_MS));
  const told = look.then(
    (answer) => ({ asked, look: answer }),
    // Whoever asks for it is told why; nobody may.
    () => null,
  );
  return { send: onceTo(send, asked, look), first: Promise.race([told, late]), place };
}

function onceTo(send: Send, asked: string, look: Promise<Look>): Send {
  let ahead: Promise<Look> | null = look;
  return ((name, input) => {
    const answer = ahead;
    if (answer === null || name !== 'page/look-up' || JSON.stringify(input) !== asked) return send(name, input);
    ahead = null;
    return answer;
  }) as Send;
}
