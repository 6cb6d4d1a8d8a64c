import { useState } from 'react';
import { t } from './text';

interface CopyReportProps {
  readonly report: string;
  /** A link beside something that matters more. */
  readonly isQuiet?: boolean;
}

/** One click puts on the clipboard what the page was read as. */
export function CopyReport({ report, isQuiet = false }: CopyReportProps) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(report);
      setCopied('yes');
    } catch {
      setCopied('failed');
    }
  };
  return (
    <>
      <button type="button" className={isQuiet ? 'link' : 'button'} onClick={() => void copy()}>
        {t('card.copyReport')}
      </button>
      <div role="status">{copied === 'yes' ? t('card.copied') : copied === 'failed' ? t('card.copyByHand') : null}</div>
      {copied === 'failed' ? (
        <textarea
          readOnly
          aria-label={t('card.copyReport')}
          value={report}
          onFocus={(event) => event.target.select()}
        />
      ) : null}
    </>
  );
}
