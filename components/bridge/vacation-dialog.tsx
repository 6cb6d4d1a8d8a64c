import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { Confirm } from '../ui/confirm';
import { countText, dateText } from '../ui/format';
import { t } from '../ui/text';
import { command } from './listing-commands';
import { undecidedText } from './put-on-sale';
import { useStockCounts } from './shared-readings';
import { useVacation } from './use-vacation';

export interface VacationDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** What was left over, and what the person says of it. */
interface Undecided {
  readonly text: string;
  readonly codes: ReadonlySet<string>;
}

const UNSAID = { belowFloor: false, intoOffer: false, leaveRest: false };

/** Says what a holiday does before it begins, and what comes back before it ends. */
export function VacationDialog({ opened, onClose }: VacationDialogProps) {
  const [busy, setBusy] = useState(false);
  const [undecided, setUndecided] = useState<Undecided | null>(null);
  const [said, setSaid] = useState(UNSAID);
  const vacation = useVacation();
  const live = useStockCounts()?.live ?? 0;
  // What it was stays while it closes.
  const [ending, setEnding] = useState(false);
  if (opened && !busy && ending !== (vacation !== null)) setEnding(vacation !== null);
  const close = () => {
    setUndecided(null);
    setSaid(UNSAID);
    onClose();
  };
  const go = async () => {
    setBusy(true);
    const answer = await (ending ? command('vacation/end', said) : command('vacation/start', {}));
    setBusy(false);
    if (answer === null) return;
    const text = ending && !said.leaveRest ? undecidedText(answer.skipped) : null;
    if (text === null) return close();
    setUndecided({ text, codes: new Set(answer.skipped.map(({ code }) => code)) });
    setSaid(UNSAID);
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
      onClose={close}
    >
      {!ending ? (
        <>
          <p>{t('vacation.startText', live, [countText(live)])}</p>
          <p>{t('vacation.startSafe')}</p>
        </>
      ) : undecided !== null ? (
        <UndecidedPart undecided={undecided} said={said} onSay={(part) => setSaid({ ...said, ...part })} />
      ) : (
        <>
          <p>{t('vacation.endText', back, [countText(back)])}</p>
          {gone === 0 ? null : <p>{t('vacation.endGone', gone, [countText(gone)])}</p>}
          {vacation === null ? null : (
            <p className="archvd-quiet">{t('vacation.since', [dateText(vacation.vacation.startedAt)])}</p>
          )}
        </>
      )}
    </Confirm>
  );
}

interface UndecidedPartProps {
  readonly undecided: Undecided;
  readonly said: typeof UNSAID;
  readonly onSay: (part: Partial<typeof UNSAID>) => void;
}

/** What would be sold at once or lose money, with what can be said of it. */
function UndecidedPart({ undecided: { text, codes }, said, onSay }: UndecidedPartProps) {
  const word = (key: keyof typeof UNSAID, label: string) => (
    <Checkbox label={label} checked={said[key]} onChange={(event) => onSay({ [key]: event.currentTarget.checked })} />
  );
  return (
    <>
      <p role="alert">{text}</p>
      <p>{t('vacation.undecided')}</p>
      <Stack gap="xs">
        {codes.has('would-sell-at-once') ? word('intoOffer', t('vacation.wordAtOnce')) : null}
        {codes.has('below-floor') ? word('belowFloor', t('vacation.wordBelowFloor')) : null}
        {word('leaveRest', t('vacation.leaveRest'))}
      </Stack>
    </>
  );
}
