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

/** The number, marked where the line lacks something. */
function NumberCell({ line }: { readonly line: StockBookLine }) {
  if (line.gaps.length === 0) return numberOf(line);
  return (
    <Pill tone="needs-you" title={gapsOf(line)}>
      {numberOf(line)}
    </Pill>
  );
}

/** The headings of either side. */
export function bookColumns(): readonly Column<StockBookLine>[] {
  const day = { width: '96px' } as const;
  const figure = { width: '72px', align: 'right' } as const;
  const text = { width: 'minmax(72px, 1fr)' } as const;
  return [
    { id: 'number', header: t('tax.stockNumber'), width: '48px', cell: (line) => <NumberCell line={line} /> },
    {
      id: 'description',
      header: t('tax.description'),
      width: 'minmax(140px, 2fr)',
      cell: (line) => <RowLink href={hrefOf(line)}>{line.bought.description}</RowLink>,
    },
    { id: 'bought', header: t('tax.bought'), ...day, cell: ({ bought }) => dayOf(bought.day) },
    { id: 'boughtInvoice', header: t('tax.boughtInvoiceShort'), ...text, cell: ({ bought }) => bought.invoice },
    {
      id: 'boughtPrice',
      header: t('column.cost'),
      ...figure,
      cell: ({ bought }) => <MoneyFigure amount={bought.price} cents="fixed" inList />,
    },
    { id: 'seller', header: t('tax.boughtFrom'), ...text, cell: ({ bought }) => bought.seller },
    { id: 'sold', header: t('tax.soldOn'), ...day, cell: ({ sold }) => dayOf(sold?.day) },
    { id: 'soldInvoice', header: t('tax.soldInvoiceShort'), ...text, cell: ({ sold }) => sold?.invoice ?? '' },
    { id: 'soldPrice', header: t('tax.soldPriceShort'), ...figure, cell: soldFor },
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
          ''
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
