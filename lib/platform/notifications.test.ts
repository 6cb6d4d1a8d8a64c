import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createNotifications, registerNotificationClicks } from './notifications';

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
