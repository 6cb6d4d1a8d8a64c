import { useState } from 'react';
import { Confirm } from '../ui/confirm';
import { countText, dateText } from '../ui/format';
import { t } from '../ui/text';
import { command } from './listing-commands';
import { useStockCounts } from './shared-readings';
import { useVacation } from './use-vacation';

export interface VacationDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Says what a holiday does before it begins, and what comes back before it ends. */
export function VacationDialog({ opened, onClose }: VacationDialogProps) {
  const [busy, setBusy] = useState(false);
  const vacation = useVacation();
  const live = useStockCounts()?.live ?? 0;
  // What it was stays while it closes.
  const [ending, setEnding] = useState(false);
  if (opened && !busy && ending !== (vacation !== null)) setEnding(vacation !== null);
  const go = async () => {
    setBusy(true);
    const answer = await (ending ? command('vacation/end', {}) : command('vacation/start', {}));
    setBusy(false);
    if (answer !== null) onClose();
  };
  const { all, gone, live: already } = vacation?.counts ?? { all: 0, gone: 0, live: 0 };
  const back = all - gone - already;
  return (
    <Confirm
      opened={opened}
      title={ending ? t('vacation.endTitle') : t('vacation.startTitle')}
      verb={ending ? t('vacation.endVerb', back, [countText(back)]) : t('vacation.startVerb', live, [countText(live)])}
      busy={busy}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      {ending ? (
        <>
          <p>{t('vacation.endText', back, [countText(back)])}</p>
          {gone === 0 ? null : <p>{t('vacation.endGone', gone, [countText(gone)])}</p>}
          {vacation === null ? null : (
            <p className="archvd-quiet">{t('vacation.since', [dateText(vacation.vacation.startedAt)])}</p>
          )}
        </>
      ) : (
        <>
          <p>{t('vacation.startText', live, [countText(live)])}</p>
          <p>{t('vacation.startSafe')}</p>
        </>
      )}
    </Confirm>
  );
}
