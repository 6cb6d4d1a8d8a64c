const POLL_MS = 1000;

interface NavigateEvent extends Event {
  readonly destination: { readonly url: string; readonly sameDocument: boolean };
}

/**
 * Calls back with every new address of the page, when the navigation **starts**: the document still shows the old page
 * then. A navigation that the page calls off is followed by a call with the address that stayed. Loads of another
 * document are left out; this one ends with them.
 */
export function watchLocation(page: Window, onAddress: (url: string) => void, signal: AbortSignal): void {
  let last = page.location.href;
  const move = (url: string): void => {
    if (url === last) return;
    last = url;
    onAddress(url);
  };
  const look = (): void => move(page.location.href);
  page.addEventListener('pageshow', look, { signal });
  page.addEventListener('popstate', look, { signal });
  const navigation: unknown = Reflect.get(page, 'navigation');
  if (!(navigation instanceof EventTarget)) {
    const timer = page.setInterval(look, POLL_MS);
    signal.addEventListener('abort', () => page.clearInterval(timer));
    return;
  }
  navigation.addEventListener(
    'navigate',
    (event) => isNavigate(event) && event.destination.sameDocument && move(event.destination.url),
    { signal },
  );
  for (const settled of ['currententrychange', 'navigatesuccess', 'navigateerror'])
    navigation.addEventListener(settled, look, { signal });
}

function isNavigate(event: Event): event is NavigateEvent {
  return 'destination' in event && typeof event.destination === 'object' && event.destination !== null;
}
