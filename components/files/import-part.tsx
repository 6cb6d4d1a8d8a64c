import { Alert, Button, Progress, Switch } from '@mantine/core';
import { useRef, useState } from 'react';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { DropFile } from './drop-file';
import { ImportColumns } from './import-columns';
import { ImportQuestions } from './import-questions';
import { ImportReads } from './import-reads';
import { ImportReport, type DoneImport } from './import-report';
import { ImportRows } from './import-rows';
import { ImportSource } from './import-source';
import { KeptMappings } from './kept-mappings';
import { isLedger, LedgerImport, previewLedger, type ChosenLedger } from './ledger-import';
import { runImport } from './run-import';
import { useImport, type ImportState } from './use-import';
import styles from './files.module.css';

/** Files in: a file is chosen, looked at, asked about, and only then taken over. */
export function ImportPart() {
  const state = useImport();
  const { chosen, look } = state;
  const [done, setDone] = useState<DoneImport | null>(null);
  const [ledger, setLedger] = useState<ChosenLedger | null>(null);
  const choose = async (name: string, file: Blob) => {
    setDone(null);
    setLedger(null);
    if (!(await isLedger(file))) return state.choose(name, file);
    state.forget();
    setLedger(await previewLedger(name, file));
  };
  return (
    <div className={styles['part']}>
      <p className={styles['quiet']}>
        {t('imports.text')} {t('imports.ledgerText')}
      </p>
      <DropFile name={chosen?.name ?? null} onFile={(name, file) => void choose(name, file)} />
      {chosen === null && look.state === 'none' ? <KeptMappings /> : null}
      {ledger === null ? null : <LedgerImport ledger={ledger} onClose={() => setLedger(null)} />}
      {look.state === 'reading' ? (
        <div role="status">
          <p className={styles['quiet']}>{t('imports.reading')}</p>
          <Progress value={look.share * 100} aria-label={t('imports.reading')} />
        </div>
      ) : null}
      {look.state === 'refused' ? (
        <Alert color="orange" role="alert" data-testid="import-problem">
          {look.message}
        </Alert>
      ) : null}
      {done !== null ? (
        <ImportReport
          done={done}
          onAgain={() => {
            setDone(null);
            state.forget();
          }}
        />
      ) : chosen !== null && look.state === 'read' ? (
        <Look key={chosen.digest} state={state} onDone={setDone} />
      ) : null}
      {ledger === null && chosen === null && done === null && look.state === 'none' ? <ImportReads /> : null}
    </div>
  );
}

function Look({ state, onDone }: { readonly state: ImportState; readonly onDone: (done: DoneImport) => void }) {
  const { chosen, look, said, say } = state;
  const [own, setOwn] = useState<ReadonlySet<string>>(new Set());
  const [match, setMatch] = useState(true);
  const [share, setShare] = useState<number | null>(null);
  const stop = useRef<AbortController | null>(null);
  if (chosen === null || look.state !== 'read') return null;
  const { read, rows } = look;
  const matched = rows?.some(({ outcome }) => outcome === 'matched') === true;
  const setKey = (key: string, isOwn: boolean) => {
    const next = new Set(own);
    if (isOwn) next.add(key);
    else next.delete(key);
    setOwn(next);
  };
  const start = async () => {
    const controller = new AbortController();
    stop.current = controller;
    setShare(0);
    const { name: fileName, digest } = chosen;
    const ran = await runImport({
      fileName,
      digest,
      read,
      own: match ? own : 'all',
      onShare: setShare,
      signal: controller.signal,
    });
    setShare(null);
    if (ran.ok) onDone({ result: ran.result, stopped: ran.stopped });
    else toastProblem(ran.message);
  };
  if (share !== null)
    return (
      <div role="status" className={styles['running']}>
        <p>{t('imports.running')}</p>
        <Progress value={share * 100} aria-label={t('imports.running')} />
        <Button variant="default" onClick={() => stop.current?.abort()}>
          {t('imports.stop')}
        </Button>
      </div>
    );
  return (
    <>
      {chosen.before === null ? null : (
        <Alert color="gray">
          {chosen.before.standing === 'running' ? t('imports.unfinished') : t('imports.knownFile')}
        </Alert>
      )}
      <ImportSource read={read} onSay={say} />
      <ImportQuestions read={read} answers={said.answers} onAnswers={(answers) => say({ answers })} />
      <ImportColumns read={read} onColumns={(columns) => say({ columns, source: read.recognised.source })} />
      {rows === null ? (
        <p role="status" className={styles['quiet']}>
          {t('imports.comparing')}
        </p>
      ) : (
        <>
          {matched ? (
            <Switch
              label={t('imports.match')}
              description={t('imports.matchHint')}
              checked={match}
              onChange={(event) => setMatch(event.currentTarget.checked)}
            />
          ) : null}
          <ImportRows read={read} rows={rows} own={match ? own : new Set(rows.map(keyOf))} onOwn={setKey} />
        </>
      )}
      <div className={styles['foot']}>
        <Button
          onClick={() => void start()}
          disabled={read.asked.length > 0 || read.entries.length === 0}
          data-testid="import-start"
        >
          {t('imports.start', read.entries.length, [countText(read.entries.length)])}
        </Button>
        <Button variant="default" onClick={state.forget}>
          {t('action.cancel')}
        </Button>
        {read.asked.length > 0 ? <span className={styles['needs']}>{t('imports.answerFirst')}</span> : null}
      </div>
    </>
  );
}

function keyOf({ entry }: { readonly entry: { readonly kind: string; readonly entry: object } }): string {
  const { platform, key } = entry.entry as { readonly platform?: string; readonly key?: string };
  return `${platform ?? ''}|${key ?? ''}`;
}
