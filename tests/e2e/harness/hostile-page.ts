/** What an attack from a web page got out of the extension. */
export interface Loot {
  /** Answers of any kind, as text. */
  readonly answers: string[];
  /** Which ways of attack could be tried at all. */
  readonly tried: string[];
}

/**
 * Everything a web page that knows the extension's id can try. Runs inside the page: it may use nothing from outside
 * its own body.
 */
export async function attack(given: {
  readonly extensionId: string;
  readonly messages: readonly object[];
  readonly paths: readonly string[];
}): Promise<Loot> {
  const home = `chrome-extension://${given.extensionId}`;
  const answers: string[] = [];
  const tried: string[] = [];
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  window.addEventListener('message', (event) => {
    // Its own events come back to the page as well; they have no origin.
    if (event instanceof MessageEvent) answers.push(`postMessage ${event.origin} ${JSON.stringify(event.data)}`);
  });

  const runtime = (window as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime;
  if (typeof runtime?.sendMessage === 'function') {
    const sendMessage = runtime.sendMessage as (id: string, message: object) => Promise<unknown>;
    tried.push('sendMessage');
    for (const message of given.messages) {
      await Promise.race([sendMessage(given.extensionId, message), pause(200)]).then(
        (answer) => answer !== undefined && answers.push(`sendMessage ${JSON.stringify(answer)}`),
        () => {},
      );
    }
  }

  const events = ['archvd', 'message', 'wxt:content-script-started', `${given.extensionId}:content-script-started`];
  for (const message of given.messages) {
    window.postMessage(message, '*');
    for (const name of events) {
      for (const target of [window, document]) target.dispatchEvent(new CustomEvent(name, { detail: message }));
    }
  }
  tried.push('postMessage', 'CustomEvent');

  for (const name of ['archvd', 'dexie-txcommitted', 'storagemutated-dexie']) {
    const channel = new BroadcastChannel(name);
    channel.addEventListener('message', (event) => answers.push(`channel ${JSON.stringify(event.data)}`));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    for (const message of given.messages) channel.postMessage(message);
  }
  tried.push('BroadcastChannel');

  for (const path of given.paths) {
    await fetch(`${home}/${path}`).then(
      async (response) => answers.push(`fetch ${path} ${response.status} ${(await response.text()).slice(0, 80)}`),
      () => {},
    );
    await new Promise((resolve) => {
      const script = Object.assign(document.createElement('script'), { src: `${home}/${path}` });
      script.addEventListener('load', () => (answers.push(`script ${path}`), resolve(null)));
      script.addEventListener('error', resolve);
      document.body.append(script);
    });
    const image = Object.assign(new Image(), { src: `${home}/${path}` });
    image.addEventListener('load', () => answers.push(`image ${path}`));
    document.body.append(image);
  }
  tried.push('fetch', 'script', 'image');

  const frames = given.paths
    .filter((path) => path.endsWith('.html'))
    .map((path) => {
      const frame = Object.assign(document.createElement('iframe'), { src: `${home}/${path}` });
      document.body.append(frame);
      return frame;
    });
  const opened = given.paths.filter((path) => path.endsWith('.html')).map((path) => window.open(`${home}/${path}`));
  await pause(600);
  for (const target of [...frames.map((frame) => frame.contentWindow), ...opened]) {
    for (const message of given.messages) target?.postMessage(message, '*');
    try {
      const text = target?.document.body.innerText ?? '';
      if (text !== '') answers.push(`window ${text.slice(0, 80)}`);
    } catch {
      // Another origin: nothing can be read.
    }
  }
  tried.push('iframe', 'window.open');
  await pause(400);
  // The page hears its own messages; everything else would be loot.
  return { tried, answers: answers.filter((answer) => !answer.startsWith(`postMessage ${location.origin} `)) };
}
