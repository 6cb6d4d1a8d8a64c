import { Button } from '@mantine/core';
import { bankLine, type BankLineDetail } from '@/lib/queries/bank-line';
import { localOffset } from '../bridge/local-time';
import { SideDrawer } from '../bridge/side-drawer';
import { useLive } from '../bridge/use-live';
import { calendarDayText, moneyText, rateText } from '../ui/format';
import { Pill } from '../ui/pill';
import { SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { ignoreLine, unmatchLine } from './bank-commands';
import { accountText, reasonsText, thingText } from './bank-words';
import styles from './bank.module.css';
import { MakeExpense } from './make-expense';
import { PickMatch } from './pick-match';
import { Suggestion } from './suggestion';

interface LineDrawerProps {
  /** null: closed. */
  readonly id: string | null;
  readonly onClose: () => void;
}

/** One line in full: what it is thought to be and why, what else it could be, and what a person says it is. */
export function LineDrawer({ id, onClose }: LineDrawerProps) {
  const live = useLive(async (books) => (id === null ? null : bankLine(books, id, localOffset)), [id]);
  const detail = live.value?.line.id === id ? live.value : null;
  const title = id === null ? null : detail === null ? t('bank.line') : detail.line.payee || t('bank.line');
  return (
    <SideDrawer title={title} onClose={onClose} testId="bank-line">
      {detail === null ? (
        live.state === 'loading' ? (
          <SkeletonRows count={3} />
        ) : (
          <p className={styles['quiet']}>{t('bank.gone')}</p>
        )
      ) : (
        <Detail detail={detail} />
      )}
    </SideDrawer>
  );
}

function Detail({ detail }: { readonly detail: BankLineDetail }) {
  const { line, account, best, alternatives } = detail;
  return (
    <div className={styles['detail']}>
      <p className={styles['amount']}>
        <span className="archvd-figure archvd-strong">{moneyText(line.amount, { cents: 'fixed' })}</span>{' '}
        <span className={styles['quiet']}>
          {calendarDayText(line.bookedOn)}
          {account === null ? '' : ` · ${accountText(account)}`}
        </span>
      </p>
      {line.text === '' ? null : <p className={styles['text']}>{line.text}</p>}
      {line.state === 'matched' ? <Matched detail={detail} /> : null}
      {line.state === 'ignored' ? (
        <Button variant="default" onClick={() => void unmatchLine(line.id)}>
          {t('bank.takeUp')}
        </Button>
      ) : null}
      {line.state === 'open' ? (
        <>
          {best === null ? (
            <p className={styles['quiet']}>{line.amount.minor > 0 ? t('bank.noneIn') : t('bank.noneOut')}</p>
          ) : (
            <ul className={styles['list']} aria-label={t('bank.suggestions')}>
              {[best, ...alternatives].map((candidate, nth) => (
                <Suggestion
                  key={`${candidate.kind}/${candidate.ids.join()}`}
                  candidate={candidate}
                  detail={detail}
                  isBest={nth === 0}
                />
              ))}
            </ul>
          )}
          <PickMatch key={line.id} detail={detail} isLikely={best === null && line.amount.minor > 0} />
          <MakeExpense key={`expense ${line.id}`} line={line} isLikely={best === null && line.amount.minor < 0} />
          <Button variant="default" onClick={() => void ignoreLine(line.id)}>
            {t('bank.ignore')}
          </Button>
        </>
      ) : null}
    </div>
  );
}

function Matched({ detail: { line, things, paid } }: { readonly detail: BankLineDetail }) {
  const { match } = line;
  if (match === null) return null;
  const fx = match.kind === 'payout' ? (things.payouts.get(match.ids[0] ?? '')?.fx ?? null) : null;
  return (
    <section aria-label={t('bank.what')} className={styles['matched']}>
      <div>
        <span className="archvd-strong">{thingText(match, things)}</span>{' '}
        <Pill tone="accent">{match.by === 'rule' ? t('bank.byRule') : t('bank.matched')}</Pill>
      </div>
      <p className={styles['quiet']}>{reasonsText(match.reason)}</p>
      {fx === null ? null : <p className={styles['quiet']}>{t('bank.rateOf', [rateText(fx), fx.source])}</p>}
      {paid.length === 0 ? null : (
        <ul className={styles['names']} aria-label={t('bank.pays')}>
          {paid.slice(0, 50).map((sale) => (
            <li key={sale.id}>
              {sale.name} {sale.payout === null ? '' : moneyText(sale.payout)}
            </li>
          ))}
        </ul>
      )}
      <Button variant="default" onClick={() => void unmatchLine(line.id)}>
        {t('bank.part')}
      </Button>
    </section>
  );
}
