/** What the demo refuses or lacks, told by `code`; `message` is shown as it stands. */
export class DemoError extends Error {
  override readonly name = 'DemoError';

  constructor(readonly code: 'demo-is-on' | 'demo-missing') {
    super(MESSAGES[code]);
  }
}

const MESSAGES = {
  'demo-is-on': 'This is the demo market: it has no account and no token. Remove the demo first. Nothing was changed.',
  'demo-missing':
    'The demo market could not be loaded. Your own books are untouched. Reload the extension and try again.',
} as const;
