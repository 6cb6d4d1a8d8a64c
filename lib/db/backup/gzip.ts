import { DatabaseError } from '../database-error';

/** Compresses where the browser can (all current ones); otherwise gives the text back as it is. */
export async function gzip(plain: Blob): Promise<Blob> {
  if (typeof CompressionStream === 'undefined') return plain;
  return new Response(plain.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}

export interface UnpackedText {
  readonly text: string;
  /** False when the packing ends too early or is damaged: `text` is what came before that. */
  readonly isWhole: boolean;
}

/**
 * Text of a file that may or may not be compressed: gzip is known by its first two bytes, 1f 8b.
 *
 * @param mostBytes of the unpacked text: a small file can unpack to more than the memory holds
 * @throws DatabaseError `backup-too-large`
 */
export async function gunzipText(file: Blob, mostBytes: number = Number.POSITIVE_INFINITY): Promise<UnpackedText> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isPacked = first === 0x1f && second === 0x8b;
  const stream = isPacked ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  return readText(stream.getReader(), mostBytes);
}

async function readText(reader: ReadableStreamDefaultReader<Uint8Array>, mostBytes: number): Promise<UnpackedText> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  for (;;) {
    const next = await reader.read().catch(() => null);
    if (next === null) return { text: parts.join(''), isWhole: false };
    if (next.done) return { text: parts.join('') + decoder.decode(), isWhole: true };
    bytes += next.value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel();
      throw new DatabaseError('backup-too-large');
    }
    parts.push(decoder.decode(next.value, { stream: true }));
  }
}
