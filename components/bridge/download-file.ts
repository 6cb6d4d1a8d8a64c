/**
 * Hands a file to the person as a download.
 *
 * @param type `text/csv;charset=utf-8`, `application/zip`, …
 */
export function downloadFile(name: string, type: string, bytes: Uint8Array<ArrayBuffer> | string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
