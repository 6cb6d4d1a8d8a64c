import type { ReleaseResale } from '@/lib/queries/release-resale';
import { moneyText } from '../ui/format';
import { MoneyFigure, ProfitFigure, Unknown } from '../ui/money';
import { t } from '../ui/text';
import { basisText, gapText } from './release-words';

/** What the pair is expected to resell for; always an estimate, with its ground. */
export function ResaleFigure({ resale }: { readonly resale: ReleaseResale | undefined }) {
  if (resale === undefined) return <Unknown why={t('releases.notEnough')} />;
  const { expected } = resale;
  if (expected.kind === 'unknown') return <Unknown why={basisText(resale)} />;
  return <MoneyFigure amount={expected.price} estimate={basisText(resale)} />;
}

/** Net of a sale at the expected price less the retail price. */
export function ReleaseProfit({ resale }: { readonly resale: ReleaseResale | undefined }) {
  if (resale === undefined || resale.expected.kind === 'unknown')
    return <Unknown why={resale === undefined ? t('releases.notEnough') : basisText(resale)} />;
  const { expected, net, profit, retailPrice, missing } = resale;
  const inputs: (readonly [string, string])[] = [[t('releases.resale'), moneyText(expected.price)]];
  if (net !== null) inputs.push([t('releases.net'), moneyText(net)]);
  if (retailPrice !== null) inputs.push([t('releases.retail'), moneyText(retailPrice)]);
  return (
    <ProfitFigure
      amount={profit}
      unknown={gapText(missing)}
      estimate={basisText(resale)}
      explain={{ formula: t('releases.profitFormula'), inputs }}
    />
  );
}
