import type { NamedPair } from '@/lib/domain/imports/entry';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { CommandDeps } from './command-deps';

/** Whose bar codes an import learned; taken back with it. */
export const barcodeSource = (importId: string): string => `import:${importId}`;

/** Keeps which shoes a bar code stands for, where a file says both. What is known stays. In a transaction over `barcodes`. */
export async function learnBarcodes(deps: CommandDeps, importId: string, named: readonly NamedPair[]): Promise<void> {
  const rows = new Map(
    named.flatMap(({ barcode, styleCode, size }) =>
      barcode === null || styleCode === null
        ? []
        : [
            [
              barcode,
              {
                id: barcode,
                styleCode,
                usSize: size?.system === 'US' ? size.value : null,
                sizeText: size === null ? '' : formatSize(size),
                source: barcodeSource(importId),
                at: deps.now(),
              },
            ] as const,
          ],
    ),
  );
  if (rows.size === 0) return;
  const known = new Set(
    await deps.db.barcodes
      .where('id')
      .anyOf([...rows.keys()])
      .primaryKeys(),
  );
  await deps.db.barcodes.bulkAdd([...rows.values()].filter(({ id }) => !known.has(id)));
}
