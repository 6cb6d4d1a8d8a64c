const KEYS = ['keydown', 'keyup', 'keypress'] as const;

/** What bubbles out of the card and that a page may take for its own: pasting, dropping, typing, scrolling carousels. */
const OTHERS = [
  'input',
  'beforeinput',
  'change',
  'paste',
  'copy',
  'cut',
  'wheel',
  'pointerdown',
  'mousedown',
  'touchstart',
];

/**
 * Keeps what is typed and pressed in the card from the page's own shortcuts. Seen from the page all of it happens at the
 * host, so that a page would take typing there for a shortcut. Keys are stopped on their way down, before the page's
 * listeners, and go on as copies that do not leave the card; what the browser does with a key it does all the same.
 */
export function isolateKeys(page: Window, host: HTMLElement, root: ShadowRoot, signal: AbortSignal): void {
  for (const type of KEYS) {
    const pass = (event: KeyboardEvent): void => {
      if (event.target !== host || !event.isTrusted) return;
      event.stopImmediatePropagation();
      const copy = new KeyboardEvent(type, { ...keyOf(event), bubbles: true, cancelable: true, composed: false });
      const isWanted = (root.activeElement ?? root).dispatchEvent(copy);
      if (!isWanted) event.preventDefault();
    };
    page.addEventListener(type, pass, { capture: true, signal });
  }
  for (const type of OTHERS) root.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
}

function keyOf(event: KeyboardEvent): KeyboardEventInit {
  const { key, code, location, repeat, isComposing, ctrlKey, shiftKey, altKey, metaKey } = event;
  return { key, code, location, repeat, isComposing, ctrlKey, shiftKey, altKey, metaKey };
}
