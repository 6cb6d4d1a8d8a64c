import { useState, type FormEvent } from 'react';
import { parseStyleCode } from '@/lib/domain/catalog/style-code';
import { CopyReport } from './copy-report';
import { t } from './text';

interface WhichShoeProps {
  /** What was looked up in vain; null: nothing yet. */
  readonly tried: string | null;
  /** What the page was read as: a site that should have named the code is broken. */
  readonly report: string;
  readonly onName: (styleCode: string) => void;
}

/** The page names no style code: the person reads it from the picture or the box and types it. */
export function WhichShoe({ tried, report, onName }: WhichShoeProps) {
  const [text, setText] = useState(tried ?? '');
  const [isWrong, setIsWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = parseStyleCode(text);
    setIsWrong(code === null);
    if (code !== null && code !== tried) onName(code);
  };
  const problem = isWrong ? t('card.whichWrong') : tried === null ? null : t('card.unknownText', [tried]);
  return (
    <form className="state" onSubmit={submit}>
      <h2>{t('card.whichTitle')}</h2>
      <p>{t('card.whichText')}</p>
      <div className="ask">
        <input
          className="field"
          aria-label={t('card.whichLabel')}
          placeholder="DD1391-100"
          value={text}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isWrong}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" className="button first">
          {t('card.whichFind')}
        </button>
      </div>
      <p role="status" className="warn">
        {problem}
      </p>
      <CopyReport report={report} isQuiet />
    </form>
  );
}
