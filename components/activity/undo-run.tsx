import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { MessageOutput } from '@/lib/messaging/protocol';
import { ask } from '../bridge/ask';
import { skippedText, takeBackGroups } from '../bridge/listing-commands';
import { Confirm } from '../ui/confirm';
import { t } from '../ui/text';
import { toast, toastProblem, toastUndo } from '../ui/toast';
import { runUndoneText } from './run-undone-text';

/** The way back of a whole run, asked for twice since it is many prices. */
export function UndoRun({ runId }: { readonly runId: string }) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const undo = async () => {
    setBusy(true);
    const asked = await ask('repricing/undo', { runId });
    setBusy(false);
    setAsking(false);
    if (!asked.ok) return toastProblem(asked.message);
    if (asked.value.ok) tellUndone(asked.value);
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={16} stroke={1.8} aria-hidden="true" />}
        onClick={() => setAsking(true)}
        data-testid="undo-run"
      >
        {t('activity.undo')}
      </Button>
      <Confirm
        opened={asking}
        title={t('activity.undoTitle')}
        verb={t('activity.undoVerb')}
        busy={busy}
        onConfirm={() => void undo()}
        onClose={() => setAsking(false)}
      >
        {t('activity.undoText')}
      </Confirm>
    </>
  );
}

function tellUndone(answer: Extract<MessageOutput<'repricing/undo'>, { ok: true }>): void {
  const { groupId, accepted, later, skipped } = answer;
  const left = skippedText(skipped);
  const done = runUndoneText(accepted, later);
  if (done === null) return toastProblem(t('activity.undone', [left ?? '']).trim());
  const said = left === null ? done : `${done} ${left}`;
  if (groupId !== null) toastUndo(said, () => void takeBackGroups([groupId]));
  else if (left === null) toast(said);
  else toastProblem(said);
}
