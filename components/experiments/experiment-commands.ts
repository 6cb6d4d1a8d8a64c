import type { MessageInput } from '@/lib/messaging/protocol';
import { ask } from '../bridge/ask';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';

/** Answers why it was refused, or null. */
export async function startExperiment(plan: MessageInput<'experiments/start'>): Promise<string | null> {
  const asked = await ask('experiments/start', plan);
  if (!asked.ok) return asked.message;
  toast(t('experiments.started', [plan.name]));
  return null;
}

export async function stopExperiment(experimentId: string, name: string): Promise<void> {
  const asked = await ask('experiments/stop', { experimentId });
  if (asked.ok) toast(t('experiments.stoppedNow', [name]));
  else toastProblem(asked.message);
}
