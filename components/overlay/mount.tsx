import { createRoot } from 'react-dom/client';
import { siteOf } from '@/lib/domain/sites/site';
import { sendFromPage } from '@/lib/messaging/page-client';
import { adoptStyles } from '@/lib/overlay/adopt-styles';
import type { Dock } from '@/lib/overlay/dock';
import type { PageStates } from '@/lib/overlay/page-state';
import { Card } from './card';
import { CARD_STYLES } from './styles';
import { askAhead } from './ask-ahead';
import type { Place } from './use-place';

/** Where the card stands when nobody can say how it was left. */
const BY_ITSELF: Place = { folded: false, top: null };

/**
 * Draws the card into an element of a shadow root. It appears once it is known how it was left on this site, so that it
 * never opens and folds before one's eyes.
 *
 * @returns how to take it away again
 */
export function mountCard(container: HTMLElement, states: PageStates, dock: Dock): () => void {
  const site = siteOf(states.current().url);
  if (site === null) return () => undefined;
  adoptStyles(container, CARD_STYLES);
  const box = container.appendChild(document.createElement('div'));
  box.className = 'root';
  const react = createRoot(box);
  let isOver = false;
  const send = askAhead(sendFromPage, states.current());
  void send('page/place', { site })
    .catch(() => BY_ITSELF)
    .then((place) => {
      if (isOver) return;
      dock.want(place);
      // Before there is a card to move: one that has been drawn does not jump.
      dock.look();
      react.render(<Card states={states} send={send} site={site} place={place} dock={dock} />);
    });
  return () => {
    isOver = true;
    react.unmount();
    box.remove();
  };
}
