import { fakeBrowser } from 'wxt/testing/fake-browser';

/** A sender as browsers describe one of our own pages opened in a tab. */
export const OWN_PAGE = {
  id: 'test-extension-id',
  origin: 'chrome-extension://test-extension-id',
  url: 'chrome-extension://test-extension-id/dashboard.html#/sales',
  tab: { id: 7 },
};

type Listener = (message: unknown, sender: object, respond: (answer: unknown) => void) => unknown;

export interface FakeRuntime {
  /** Sends as somebody; resolves with the answer as it arrives on the other side. */
  sendAs(sender: object, message: unknown): Promise<unknown>;
  /** Whatever comes from now on is answered with this. */
  answerWith(answer: unknown): void;
  /** What was answered by `answerWith`, the first first. */
  readonly answered: readonly unknown[];
  /** How often anything was sent. */
  sent(): number;
  /** The next sends fail as they do while the worker is starting. */
  failNext(times: number): void;
  restore(): void;
}

/**
 * A stricter message channel than the one of fakeBrowser, which has an empty sender, does not copy and knows no
 * `sendResponse`: here everything crosses as JSON text, the sender is real, and a silent listener is an error.
 */
export function fakeRuntime(): FakeRuntime {
  const listeners: Listener[] = [];
  const answered: unknown[] = [];
  let failures = 0;
  let sent = 0;
  const { onMessage, sendMessage } = fakeBrowser.runtime;
  const addListener = onMessage.addListener;

  const sendAs = async (sender: object, message: unknown): Promise<unknown> => {
    sent += 1;
    const listener = listeners.at(-1);
    if (failures > 0 || listener === undefined) {
      failures -= 1;
      throw new Error('Could not establish connection. Receiving end does not exist.');
    }
    return new Promise((resolve, reject) => {
      const respond = (answer: unknown) => resolve(answer === undefined ? undefined : copy(answer));
      if (listener(copy(message), sender, respond) !== true)
        reject(new Error('The message port closed before a response was received.'));
    });
  };

  Object.assign(onMessage, { addListener: (listener: Listener) => listeners.push(listener) });
  Object.assign(fakeBrowser.runtime, { sendMessage: (message: unknown) => sendAs(OWN_PAGE, message) });
  return {
    sendAs,
    answerWith: (answer) =>
      void listeners.push((message, _sender, respond) => {
        answered.push(message);
        respond(answer);
        return true;
      }),
    answered,
    sent: () => sent,
    failNext: (times) => {
      failures = times;
    },
    restore: () => {
      Object.assign(onMessage, { addListener });
      Object.assign(fakeBrowser.runtime, { sendMessage });
    },
  };
}

function copy(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
