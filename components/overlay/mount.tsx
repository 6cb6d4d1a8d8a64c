import type { PageStates } from '@/lib/overlay/page-state';

/** Shows what the page says, plainly, until the card is drawn here. Answers how to end it. */
export function mountCard(container: HTMLElement, states: PageStates): () => void {
  const show = (): void => {
    const { status, reading } = states.current();
    container.hidden = status === 'gone';
    container.textContent = [status, reading?.identity.styleCode?.canonical, reading?.price?.minor].join(' ');
  };
  show();
  return states.subscribe(show);
}
