import { CommandError } from '@/lib/commands/command-deps';
import { done } from '@/lib/desk/attempt';
import type { MessageParts } from '@/lib/desk/ports';
import type { MessageHandlers } from '@/lib/messaging/server';
import { createNotifications } from '@/lib/platform/notifications';
import { testNotice } from './notice-words';

/** Notifications. */
export function noticeHandlers({ ground }: MessageParts) {
  const notifications = createNotifications();
  return {
    'notice/test': () =>
      done(ground, async () => {
        if (!(await notifications.areAllowed()))
          throw new CommandError(
            'not-allowed',
            'The system blocks notifications of this browser. Allow them in the system settings, then test again.',
          );
        await notifications.show({ id: `test:${ground.clock.now()}`, ...testNotice() });
      }),
  } satisfies Partial<MessageHandlers>;
}
