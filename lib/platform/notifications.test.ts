import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createNotifications, registerNotificationButtons, registerNotificationClicks } from './notifications';

const notifications = createNotifications();

beforeEach(() => fakeBrowser.reset());

test('the same event shown twice is one notification', async () => {
  const notice = { id: 'sale:order-1:1', title: 'Sold', message: 'Dunk Low Panda, US 10' };
  await notifications.show(notice);
  await notifications.show(notice);
  expect(await fakeBrowser.notifications.getAll()).toEqual({
    'sale:order-1:1': {
      type: 'basic',
      iconUrl: 'chrome-extension://test-extension-id/icon/128.png',
      title: 'Sold',
      message: 'Dunk Low Panda, US 10',
    },
  });
});

test('long texts are cut at a whole character, with an ellipsis', async () => {
  await notifications.show({ id: 'a', title: '👟'.repeat(100), message: 'x'.repeat(1000) });
  const shown: unknown = ((await fakeBrowser.notifications.getAll()) as Record<string, unknown>)['a'];
  expect(shown).toMatchObject({ title: `${'👟'.repeat(59)}…`, message: `${'x'.repeat(159)}…` });
});

test('a click opens what it is about and takes the notification away', async () => {
  const opened: string[] = [];
  registerNotificationClicks((id) => opened.push(id));
  await notifications.show({ id: 'sale:order-1:1', title: 'Sold', message: '' });
  await fakeBrowser.notifications.onClicked.trigger('sale:order-1:1');
  expect(opened).toEqual(['sale:order-1:1']);
  expect(await fakeBrowser.notifications.getAll()).toEqual({});
});

describe('buttons', () => {
  const notice = { id: 'alert:a:1', title: 'Panda US 10: ask $98', message: '', buttons: ['Open', 'Snooze'] };
  const api = fakeBrowser.notifications as unknown as Record<string, unknown>;
  const shown = async () => ((await fakeBrowser.notifications.getAll()) as Record<string, unknown>)['alert:a:1'];

  /** Chromium: it tells whether notifications are allowed, and has buttons. */
  function asChromium() {
    const listeners: ((id: string, button: number) => void)[] = [];
    api['getPermissionLevel'] = () => 'granted';
    api['onButtonClicked'] = {
      addListener: (listener: (id: string, button: number) => void) => listeners.push(listener),
    };
    return (id: string, button: number) => {
      for (const listener of listeners) listener(id, button);
    };
  }

  afterEach(() => {
    delete api['getPermissionLevel'];
    delete api['onButtonClicked'];
    vi.restoreAllMocks();
  });

  test('are shown where there are some, and told which one was pressed', async () => {
    const press = asChromium();
    const pressed: [string, number][] = [];
    registerNotificationButtons((id, button) => pressed.push([id, button]));
    await notifications.show(notice);
    expect(await shown()).toMatchObject({ buttons: [{ title: 'Open' }, { title: 'Snooze' }] });
    press('alert:a:1', 1);
    expect(pressed).toEqual([['alert:a:1', 1]]);
    expect(await fakeBrowser.notifications.getAll()).toEqual({});
  });

  test('are left out where there are none', async () => {
    delete api['onButtonClicked'];
    registerNotificationButtons(() => expect.unreachable());
    await notifications.show(notice);
    expect(await shown()).not.toHaveProperty('buttons');
  });

  test('that are refused cost nobody the notification', async () => {
    asChromium();
    const create = fakeBrowser.notifications.create.bind(fakeBrowser.notifications);
    vi.spyOn(fakeBrowser.notifications, 'create').mockImplementation(async (...given: unknown[]) => {
      if ('buttons' in (given[1] as object)) throw new Error('Property "buttons" is unsupported');
      return (create as (...all: unknown[]) => Promise<string>)(...given);
    });
    await notifications.show(notice);
    expect(await shown()).toMatchObject({ title: 'Panda US 10: ask $98' });
  });
});
