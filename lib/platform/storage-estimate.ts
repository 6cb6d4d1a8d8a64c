/** Bytes, as the browser estimates them. */
export interface StorageEstimate {
  readonly usedBytes: number;
  readonly quotaBytes: number;
}

/** How full the browser's storage for this extension is; null where the browser does not tell. */
export async function estimateStorage(
  source: Pick<StorageManager, 'estimate'> | undefined = navigator.storage,
): Promise<StorageEstimate | null> {
  const estimate = await source?.estimate();
  if (estimate?.usage === undefined || estimate.quota === undefined) return null;
  return { usedBytes: estimate.usage, quotaBytes: estimate.quota };
}
