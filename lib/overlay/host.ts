import { adoptStyles } from './adopt-styles';

/** Moderate on purpose: libraries that look for the highest z-index of a page put their own dialogs above it. */
const BASE = `
:host { all: initial !important; display: block !important; position: fixed !important; inset: 0 0 auto auto !important;
  width: 0 !important; height: 0 !important; z-index: 9000 !important; direction: ltr !important; }
[hidden] { display: none !important; }
@media print { :host { display: none !important; } }
`;

const DIALOGS = 'dialog[open], [aria-modal="true"]';
const MOST_RETURNS = 5;

export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Where the card is drawn; nothing outside of the shadow root ever changes. */
  readonly container: HTMLElement;
  /** Looks after its place: alone, back into a page that threw it out, hidden under the page's own dialogs. */
  tend(): void;
  /** A navigation has begun: the page may throw it out a few times more before it stays away. */
  renew(): void;
  remove(): void;
}

/**
 * One element at the end of the document, outside of everything that belongs to the page's app, and nothing else: no
 * attribute on `html` or `body`, no style of the page. Hosts of a former copy of the extension are taken away.
 *
 * @param mode `open` only in builds for tests, which must look inside
 */
export function createHost(document: Document, tag: string, mode: ShadowRootMode): Host {
  for (const former of document.querySelectorAll(tag)) former.remove();
  const element = document.createElement(tag);
  const root = element.attachShadow({ mode });
  const container = document.createElement('div');
  root.append(container);
  adoptStyles(container, BASE);
  document.documentElement.append(element);
  let returns = 0;
  return {
    element,
    root,
    container,
    tend: () => {
      for (const other of document.querySelectorAll(tag)) if (other !== element) other.remove();
      if (!element.isConnected && returns < MOST_RETURNS) {
        returns += 1;
        document.documentElement.append(element);
      }
      const isCovered = hasDialog(document);
      if (container.hidden !== isCovered) container.hidden = isCovered;
    },
    renew: () => {
      returns = 0;
    },
    remove: () => element.remove(),
  };
}

/** The top layer and what calls itself modal: the page wants to be alone then. */
function hasDialog(document: Document): boolean {
  return [...document.querySelectorAll(DIALOGS), ...popovers(document)].some(isInView);
}

const SEEN = { opacityProperty: true, visibilityProperty: true };

/** Pages keep closed dialogs in place, see-through or beside the window; the frame of an open one may have no size. */
function isInView(dialog: Element): boolean {
  if (!(dialog.checkVisibility?.(SEEN) ?? true)) return false;
  return [dialog, ...dialog.children].some((element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  });
}

function popovers(document: Document): Iterable<Element> {
  try {
    return document.querySelectorAll('[popover]:popover-open');
  } catch {
    return [];
  }
}
