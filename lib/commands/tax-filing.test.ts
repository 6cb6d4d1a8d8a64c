import { describe, expect, test } from 'vitest';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { boughtPair, gbp, soldPair, UK } from '@/tests/fixtures/tax-books';
import { readTax } from '@/lib/queries/tax-books';
import { filedBefore, filedReports, isFiled, reportAt } from '@/lib/queries/tax-filed';
import { fileTaxReport, unfileTaxReport } from './file-tax-report';
import { setPairTax } from './set-pair-tax';

const utc = (): number => 0;

describe('a filed period', () => {
  async function seller() {
    const deps = makeCommandDeps();
    const pair = boughtPair(gbp(60), '2025-11-05');
    const sale = soldPair(pair, gbp(120), '2025-12-10');
    await deps.db.inventory.add(pair);
    await deps.db.sales.add(sale);
    const report = async (first: '2025-10-01' | '2026-01-01') => {
      const reading = await readTax(deps.db, UK, utc);
      if (reading === null) throw new Error('No country');
      return reportAt(reading, 'uk-vat', first, utc);
    };
    return { deps, pair, sale, report };
  }

  test('keeps its figures, and tells how many rows changed since', async () => {
    const { deps, pair, sale, report } = await seller();
    await fileTaxReport(deps, await report('2025-10-01'), UK);
    expect(await isFiled(deps.db, 'uk-vat', '2025-10-01')).toBe(true);
    const [filed] = await filedReports(deps.db, UK, utc);
    expect(filed?.figures.shown).toMatchObject({ box1: 1000, box6: 11_000, box7: 6000 });
    expect(filed?.since).toEqual({ changed: [], added: [], gone: [] });
    expect(await filedBefore(deps.db, 'uk-vat', '2026-01-01', 'box1')).toBe(1000);
    expect(await filedBefore(deps.db, 'uk-vat', '2026-04-01', 'box1')).toBeNull();
    await deps.db.sales.put({ ...sale, price: gbp(150) });
    await setPairTax(deps, [pair.id], { treatment: 'standard' });
    const [later] = await filedReports(deps.db, UK, utc);
    expect(later?.since).toEqual({ changed: [`sale:${sale.id}`], added: [], gone: [] });
    expect(later?.figures.shown).toMatchObject({ box1: 1000 });
    expect(later?.now.figures[0]?.amount).toEqual(gbp(25));
  });

  test('is compared under the profile it was filed with', async () => {
    const { deps, report } = await seller();
    await fileTaxReport(deps, await report('2025-10-01'), UK);
    const other = { ...UK, quarterEnds: 1, scheme: 'standard', country: 'US' } as const;
    const [filed] = await filedReports(deps.db, other, utc);
    expect(filed?.since).toEqual({ changed: [], added: [], gone: [] });
    expect(filed?.now.currency).toBe('GBP');
  });

  test('the same figures have the same digest; other ones another', async () => {
    const { deps, sale, report } = await seller();
    await fileTaxReport(deps, await report('2025-10-01'), UK);
    deps.push(1000);
    await fileTaxReport(deps, await report('2025-10-01'), UK);
    await deps.db.sales.put({ ...sale, price: gbp(121) });
    await fileTaxReport(deps, await report('2025-10-01'), UK);
    const digests = (await deps.db.reports.toArray()).map(({ digest }) => digest);
    expect(new Set(digests).size).toBe(2);
  });

  test('must be over, and can be taken back', async () => {
    const { deps, report } = await seller();
    await expect(fileTaxReport(deps, await report('2026-01-01'), UK)).rejects.toMatchObject({ code: 'not-allowed' });
    const { id } = await fileTaxReport(deps, await report('2025-10-01'), UK);
    await unfileTaxReport(deps, id);
    expect(await deps.db.reports.count()).toBe(0);
    await expect(unfileTaxReport(deps, id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
