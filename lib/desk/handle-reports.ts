import { keepReport, removeReport, renameReport } from '@/lib/commands/keep-report';
import { valueStock } from '@/lib/jobs/value-stock';
import type { MessageHandlers } from '@/lib/messaging/server';
import { attempt, commandDeps } from './attempt';
import type { DeskParts } from './ports';
import { valueStockDeps } from './value-stock-deps';

/** Reports that are kept, and dated values of the stock. */
export function reportHandlers(parts: DeskParts) {
  const { ground } = parts;
  const deps = commandDeps(ground);
  return {
    'reports/keep': async (wish) => {
      const tried = await attempt(ground, () => keepReport(deps, wish));
      return tried.ok ? { ok: true, ...tried.value } : tried;
    },
    'reports/rename': async ({ id, name }) => {
      const tried = await attempt(ground, () => renameReport(deps, id, name));
      return tried.ok ? { ok: true, ...tried.value } : tried;
    },
    'reports/remove': async ({ id }) => {
      const tried = await attempt(ground, () => removeReport(deps, id));
      return tried.ok ? { ok: true, ...tried.value } : tried;
    },
    'stock/value': async () => {
      const tried = await attempt(ground, () => valueStock(valueStockDeps(parts)));
      return tried.ok ? { ok: true, day: tried.value } : tried;
    },
  } satisfies Partial<MessageHandlers>;
}
