import type { PAGE } from './protocol/page';

/** What a page may send, and whether it may be sent again; TypeScript holds it equal to the protocol, name by name. */
export const PAGE_EFFECTS: { readonly [N in keyof typeof PAGE]: (typeof PAGE)[N]['effect'] } = {
  'page/look-up': 'read',
  'page/refresh': 'read',
  'page/add': 'command',
  'page/watch': 'command',
  'page/undo': 'command',
  'page/open-panel': 'read',
  'page/add-release': 'command',
  'page/report': 'read',
  'page/place': 'read',
  'page/remember': 'command',
};
