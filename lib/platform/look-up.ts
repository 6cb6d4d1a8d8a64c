import { browser } from 'wxt/browser';
import { openPanel } from './open-panel';

/** A text somebody wants to look up; `opening` answers whether a panel has opened for it. */
export interface LookUp {
  readonly text: string;
  readonly windowId: number | undefined;
  readonly opening: Promise<boolean>;
}

export interface Suggestion {
  /** What is handed back when it is chosen. */
  readonly content: string;
  readonly description: string;
}

const MENU = 'look-up';

/** Longer than any name; what is selected may be a whole page. */
const LONGEST = 100;

/**
 * Puts "Look up" into the menu of selected text, in every page. Registers its listeners in this first turn; the menu
 * itself is made when the extension is installed or updated, since browsers keep it. The panel is opened in the turn of
 * the click.
 */
export function registerLookUpMenu(title: string, onLookUp: (wish: LookUp) => void): void {
  browser.runtime.onInstalled.addListener(() => void makeMenu(title).catch(() => undefined));
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    const text = tidy(selectionText ?? '');
    if (menuItemId !== MENU || text === '') return;
    const windowId = tab?.windowId;
    const opening = windowId === undefined ? Promise.resolve(false) : openPanel(windowId);
    onLookUp({ text, windowId, opening });
  });
}

async function makeMenu(title: string): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: MENU, title, contexts: ['selection'] });
}

/**
 * The keyword `av` in the address bar: suggestions while somebody types, and what was entered in the end.
 *
 * @param suggest what to offer for a text, the best first
 */
export function registerOmnibox(
  hint: string,
  suggest: (text: string) => Promise<readonly Suggestion[]>,
  onEntered: (text: string) => void,
): void {
  const { omnibox } = browser;
  void Promise.resolve(omnibox.setDefaultSuggestion({ description: hint })).catch(() => undefined);
  omnibox.onInputChanged.addListener((typed, tell) => {
    const found = suggest(tidy(typed)).catch(() => []);
    void found.then((all) =>
      tell(all.map(({ content, description }) => ({ content, description: plain(description) }))),
    );
  });
  omnibox.onInputEntered.addListener((typed) => onEntered(tidy(typed)));
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST);
}

/** Chromium reads descriptions as XML, Firefox does not: what means something there is left out. */
function plain(text: string): string {
  return text.replaceAll('&', 'and').replaceAll(/[<>]/g, ' ');
}
