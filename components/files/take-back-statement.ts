import { ask } from '../bridge/ask';

/** Takes a bank statement back; its lines are parted from what they were matched with. */
export async function takeBackStatement(importId: string) {
  const asked = await ask('bank/take-back', { importId });
  if (!asked.ok) return { ok: false, message: asked.message } as const;
  return { ok: true, removed: asked.value.ok ? asked.value.removed : 0, restored: 0, left: 0 } as const;
}
