/** Compresses where the browser can (all current ones); otherwise gives the text back as it is. */
export async function gzip(plain: Blob): Promise<Blob> {
  if (typeof CompressionStream === 'undefined') return plain;
  return new Response(plain.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}

/** Text of a file that may or may not be compressed: gzip is known by its first two bytes, 1f 8b. */
export async function gunzipText(file: Blob): Promise<string> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first !== 0x1f || second !== 0x8b) return file.text();
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
}
