import { Alert, Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { countText } from '../ui/format';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { toast, toastProblem, toastRunning } from '../ui/toast';
import { takeBackImport, type ImportResult } from './run-import';
import styles from './files.module.css';

/** What an import did, and whether it was stopped before its end. */
export interface DoneImport {
  readonly result: ImportResult;
  readonly stopped: boolean;
}

/** What became of the rows; an import can be taken back here. */
export function ImportReport({ done, onAgain }: { readonly done: DoneImport; readonly onAgain: () => void }) {
  const [undone, setUndone] = useState(false);
  const { result, stopped } = done;
  const { added, filled, changed, same, matched, stillListed, leftOut } = result;
  const undo = async () => {
    const finish = toastRunning(t('imports.takingBack'));
    const back = await takeBackImport(result.importId);
    finish();
    if (!back.ok) return toastProblem(back.message);
    setUndone(true);
    toast(t('imports.takenBack', [countText(back.removed), countText(back.restored), countText(back.left)]));
  };
  const lines = [
    [added, t('imports.did.added')],
    [matched, t('imports.did.matched')],
    [filled, t('imports.did.filled')],
    [changed, t('imports.did.changed')],
    [same, t('imports.did.same')],
    [leftOut, t('imports.did.leftOut')],
  ] as const;
  return (
    <section className={styles['result']} aria-label={t('imports.done')} data-testid="import-result">
      <h2>{undone ? t('imports.undone') : stopped ? t('imports.stopped') : t('imports.done')}</h2>
      <dl className={styles['counts']}>
        {lines.map(([count, words]) =>
          count === 0 ? null : (
            <div key={words}>
              <dt>{words}</dt>
              <dd className="archvd-figure">{countText(count)}</dd>
            </div>
          ),
        )}
      </dl>
      {stillListed > 0 ? (
        <Alert color="orange">{t('imports.stillListed', stillListed, [countText(stillListed)])}</Alert>
      ) : null}
      <div className={styles['foot']}>
        <Button onClick={onAgain}>{t('imports.another')}</Button>
        {undone ? null : (
          <Button variant="default" onClick={() => void undo()}>
            {t('imports.undo')}
          </Button>
        )}
        {undone ? null : (
          <Anchor href={routeHref({ screen: 'pnl', filter: 'missing' })} size="sm">
            {t('imports.seeMissing')}
          </Anchor>
        )}
        <Anchor href={routeHref({ screen: 'files', view: 'past' })} size="sm">
          {t('imports.seePast')}
        </Anchor>
      </div>
    </section>
  );
}
