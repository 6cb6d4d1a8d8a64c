import type { ArchvdDatabase } from '@/lib/db/database';
import { addNoticeOnce } from '@/lib/db/repositories/notices';
import type { Product } from '@/lib/domain/catalog/product';
import { decideReminder, reminderId, type Reminder } from '@/lib/domain/notices/decide-reminder';
import type { Order } from '@/lib/domain/orders/order';
import type { Clock } from '@/lib/platform/ports';

/** What a reminder is about. */
export interface DeadlineNews {
  readonly order: Order;
  readonly product: Product | null;
  readonly reminder: Reminder;
}

interface RemindDeps {
  readonly db: ArchvdDatabase;
  readonly clock: Clock;
  readonly words: (news: DeadlineNews) => { readonly title: string; readonly message: string };
}

/** Writes the reminders that are due for open orders, each once. Ringing them is somebody else's work. */
export async function remindOfDeadlines({ db, clock, words }: RemindDeps): Promise<void> {
  const now = clock.now();
  const open = await db.orders.where('status').noneOf(['completed', 'cancelled']).toArray();
  const due = open.flatMap((order) => {
    const reminder = decideReminder(order, now);
    return reminder === null ? [] : [{ order, reminder, id: reminderId(order, reminder) }];
  });
  const known = await db.notices.bulkGet(due.map(({ id }) => id));
  for (const { order, reminder, id } of due.filter((_, nth) => known[nth] === undefined)) {
    const product = (await db.products.get({ catalogId: order.catalogId })) ?? null;
    await addNoticeOnce(db, {
      id,
      at: now,
      route: `/orders?item=${encodeURIComponent(order.id)}`,
      ...words({ order, product, reminder }),
    });
  }
}
