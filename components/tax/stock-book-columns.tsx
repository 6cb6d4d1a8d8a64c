import type { StockBookLine } from '@/lib/domain/tax/stock-book';
import { treatmentText } from '../bridge/treatment-words';
import type { Column } from '../ui/data-list';
import { calendarDayText, moneyText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { Pill } from '../ui/pill';
import { routeHref } from '../ui/route';
import { RowLink } from '../ui/row-link';
import { t } from '../ui/text';
import { TwoLine } from '../ui/two-line';
import { gapText } from './tax-words';

function hrefOf({ pair }: StockBookLine): string {
  return routeHref({ screen: 'inventory', pair: pair.id });
}

function dayOf(day: string | null | undefined): string {
  return day === null || day === undefined ? '' : calendarDayText(day);
}

function numberOf({ number }: StockBookLine): string {
  return number === null ? '-' : String(number);
}

/** What was asked for it, or that it was written off. */
function soldFor({ sold }: StockBookLine) {
  if (sold === null) return t('tax.inStock');
  return sold.price === null ? t('tax.disposed') : <MoneyFigure amount={sold.price} cents="fixed" inList />;
}

function gapsOf({ gaps }: StockBookLine): string {
  return t('tax.gaps', [gaps.map(gapText).join(', ')]);
}

/** The headings of either side. */
export function bookColumns(): readonly Column<StockBookLine>[] {
  const day = { width: '92px' } as const;
  const figure = { width: '88px', align: 'right' } as const;
  const text = { width: 'minmax(84px, 1fr)' } as const;
  return [
    { id: 'number', header: t('tax.stockNumber'), width: '52px', cell: numberOf },
    {
      id: 'description',
      header: t('tax.description'),
      width: 'minmax(180px, 2fr)',
      cell: (line) => <RowLink href={hrefOf(line)}>{line.bought.description}</RowLink>,
    },
    { id: 'bought', header: t('tax.bought'), ...day, cell: ({ bought }) => dayOf(bought.day) },
    { id: 'boughtInvoice', header: t('tax.boughtInvoice'), ...text, cell: ({ bought }) => bought.invoice },
    {
      id: 'boughtPrice',
      header: t('tax.boughtPrice'),
      ...figure,
      cell: ({ bought }) => <MoneyFigure amount={bought.price} cents="fixed" inList />,
    },
    { id: 'seller', header: t('tax.boughtFrom'), ...text, cell: ({ bought }) => bought.seller },
    { id: 'sold', header: t('tax.soldOn'), ...day, cell: ({ sold }) => dayOf(sold?.day) },
    { id: 'soldInvoice', header: t('tax.soldInvoice'), ...text, cell: ({ sold }) => sold?.invoice ?? '' },
    { id: 'soldPrice', header: t('tax.soldPrice'), ...figure, cell: soldFor },
    { id: 'buyer', header: t('tax.soldTo'), ...text, cell: ({ sold }) => sold?.buyer ?? '' },
    {
      id: 'margin',
      header: t('tax.margin'),
      ...figure,
      cell: ({ sold, treatment }) =>
        sold === null || sold.price === null || treatment === 'global' ? (
          ''
        ) : (
          <MoneyFigure amount={sold.margin} cents="fixed" inList />
        ),
    },
    {
      id: 'vat',
      header: t('tax.vat'),
      ...figure,
      cell: (line) =>
        line.sold?.tax == null ? (
          line.gaps.length > 0 ? (
            <Pill tone="needs-you" title={gapsOf(line)}>
              {gapsOf(line)}
            </Pill>
          ) : (
            ''
          )
        ) : (
          <MoneyFigure
            amount={line.sold.tax}
            cents="fixed"
            inList
            explain={{
              formula: t('tax.ruleGbMarginScheme'),
              inputs: [
                [t('tax.soldPrice'), line.sold.price === null ? '-' : moneyText(line.sold.price, { cents: 'fixed' })],
                [
                  t('tax.boughtPrice'),
                  line.bought.price === null ? '-' : moneyText(line.bought.price, { cents: 'fixed' }),
                ],
              ],
              note: line.gaps.length > 0 ? gapsOf(line) : treatmentText(line.treatment),
            }}
          />
        ),
    },
  ];
}

export function BookCompact({ line }: { readonly line: StockBookLine }) {
  const { bought, sold, gaps } = line;
  return (
    <TwoLine
      title={<RowLink href={hrefOf(line)}>{`${numberOf(line)} · ${bought.description}`}</RowLink>}
      subtitle={gaps.length > 0 ? gapsOf(line) : `${dayOf(bought.day)} · ${dayOf(sold?.day)}`}
      top={soldFor(line)}
      bottom={
        sold?.tax == null ? treatmentText(line.treatment) : `${t('tax.vat')} ${moneyText(sold.tax, { cents: 'fixed' })}`
      }
    />
  );
}
