import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A secret in every form it could be written down in. */
export interface SecretForms {
  readonly name: string;
  readonly forms: readonly Buffer[];
}

export function formsOf(name: string, secret: string): SecretForms {
  const utf8 = Buffer.from(secret, 'utf8');
  const texts = [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ a: secret }).toString().slice(2),
    JSON.stringify(secret).slice(1, -1),
    utf8.toString('hex'),
    utf8.toString('hex').toUpperCase(),
    ...base64Forms(utf8),
  ];
  const bytes = texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
  return { name, forms: [...new Map(bytes.map((form) => [form.toString('latin1'), form])).values()] };
}

/** In base64 the same bytes look different at each of three places; the edges that depend on neighbours are left out. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const inner = encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** Names of the secrets that stand somewhere in `content`. */
export function secretsIn(content: string | Buffer, secrets: readonly SecretForms[]): string[] {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return secrets.filter(({ forms }) => forms.some((form) => bytes.includes(form))).map(({ name }) => name);
}

/** Every file below a folder that holds a secret, with the secrets' names. */
export function filesWithSecrets(folder: string, secrets: readonly SecretForms[]): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.flatMap((path) => {
    const found = secretsIn(readFileSync(path), secrets);
    return found.length === 0 ? [] : [`${path.slice(folder.length + 1)}: ${found.join(', ')}`];
  });
}
