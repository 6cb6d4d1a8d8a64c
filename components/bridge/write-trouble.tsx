import { Button, Popover } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutboxRow } from '@/lib/db/selling-rows';
import { t } from '../ui/text';
import { ConflictSides } from './conflict-sides';
import { openTracker } from './tracker-place';
import { resolveConflicts, retryWrites } from './write-commands';
import { nextStepText, problemText, writeText } from './write-words';
import styles from './write-trouble.module.css';

export interface WriteTroubleProps {
  /** A change that ended otherwise than wanted. */
  readonly write: OutboxRow;
  /** What it is about. */
  readonly name: string;
}

/** A mark beside what was to be changed: why it was not, and what to do now. */
export function WriteTrouble({ write, name }: WriteTroubleProps) {
  const [opened, setOpened] = useState(false);
  const { problem, conflict } = write;
  const why = problem === null ? t('writes.conflictText') : problemText(problem);
  const close = () => setOpened(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={280} withinPortal>
      <Popover.Target>
        <button
          type="button"
          className={styles['mark']}
          aria-label={t('writes.troubleOf', [name])}
          title={why}
          onClick={() => setOpened((before) => !before)}
          data-testid="write-trouble"
        >
          <IconAlertTriangle size={14} stroke={1.8} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('writes.troubleOf', [name])} className={styles['panel'] ?? ''}>
        <strong>{t('writes.failedNote', [writeText(write)])}</strong>
        <span>{why}</span>
        {conflict === null ? (
          <>
            {problem === null ? null : <span className="archvd-quiet">{nextStepText(problem.code)}</span>}
            <div className={styles['actions']}>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  close();
                  openTracker(write.groupId);
                }}
              >
                {t('writes.show')}
              </Button>
              <Button
                size="compact-sm"
                onClick={() => {
                  close();
                  void retryWrites([write.id]);
                }}
                data-autofocus
              >
                {t('writes.retry')}
              </Button>
            </div>
          </>
        ) : (
          <ConflictSides
            write={write}
            onTake={(take) => {
              close();
              void resolveConflicts([write.id], take);
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
