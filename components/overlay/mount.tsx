import { createRoot } from 'react-dom/client';
import type { SiteId } from '@/lib/domain/sites/site';
import { adoptStyles } from '@/lib/overlay/adopt-styles';
import type { Dock } from '@/lib/overlay/dock';
import type { PageStates } from '@/lib/overlay/page-state';
import type { Ahead } from './ask-ahead';
import { Card } from './card';
import { CARD_STYLES } from './styles';

interface CardParts {
  readonly site: SiteId;
  readonly states: PageStates;
  readonly dock: Dock;
  readonly ahead: Ahead;
}

/**
 * Draws the card into an element of a shadow root. It appears once it is known how it was left on this site, so that it
 * never opens and folds before one's eyes.
 *
 * @returns how to take it away again
 */
export function mountCard(container: HTMLElement, { site, states, dock, ahead }: CardParts): () => void {
  adoptStyles(container, CARD_STYLES);
  const box = container.appendChild(document.createElement('div'));
  box.className = 'root';
  const react = createRoot(box);
  let isOver = false;
  void Promise.all([ahead.place, ahead.first]).then(([place, first]) => {
    if (isOver) return;
    dock.want(place);
    // Before there is a card to move: one that has been drawn does not jump.
    dock.look();
    react.render(<Card states={states} send={ahead.send} site={site} place={place} first={first} dock={dock} />);
  });
  return () => {
    isOver = true;
    react.unmount();
    box.remove();
  };
}
