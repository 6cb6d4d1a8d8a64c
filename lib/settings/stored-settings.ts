import { storage } from 'wxt/utils/storage';
import type { Declaration, StorageArea } from './declaration';
import { type Decoded, decodeSetting, encodeSetting } from './decode';
import { SETTINGS, type SettingName, type SettingValue } from './registry';

/** The value in force: what is stored, or the default when nothing usable is. */
export async function getSetting<N extends SettingName>(name: N): Promise<SettingValue<N>> {
  return (await readSetting(declarationOf(name))).value;
}

/**
 * Stores a value for all contexts.
 *
 * @throws Error with code `setting-refused` when the value does not fit; nothing is stored then
 */
export async function setSetting<N extends SettingName>(name: N, value: SettingValue<N>): Promise<void> {
  const declaration = declarationOf(name);
  const parsed = declaration.schema.safeParse(value);
  if (!parsed.success) throw refused(declaration, parsed.error.issues[0]?.path.join('.') ?? '');
  await readSetting(declaration);
  await storage.setItem(itemKey(declaration), encodeSetting(declaration, parsed.data));
}

/** Takes a stored value away, its copy put aside too: nothing is left, and the default is in force again. */
export async function removeSetting(name: SettingName): Promise<void> {
  const declaration = declarationOf(name);
  await storage.removeItems([itemKey(declaration), asideKey(declaration)]);
}

/** Calls back with the value in force after each change, from whichever context. Answers how to stop. */
export function watchSetting<N extends SettingName>(name: N, onChange: (value: SettingValue<N>) => void): () => void {
  const declaration = declarationOf(name);
  return storage.watch<unknown>(itemKey(declaration), (stored) => onChange(decodeSetting(declaration, stored).value));
}

/** Settings whose stored value cannot be used, with the reason in plain words, for Diagnostics. */
export async function settingProblems(): Promise<readonly { readonly name: SettingName; readonly reason: string }[]> {
  const names = Object.keys(SETTINGS) as SettingName[];
  const read = await Promise.all(names.map(async (name) => ({ name, ...(await readSetting(declarationOf(name))) })));
  return read.flatMap(({ name, problem }) => (problem === null ? [] : [{ name, reason: problem }]));
}

/** Where a value that could not be used is kept, next to its successor. */
export function asideKey(declaration: {
  readonly area: StorageArea;
  readonly key: string;
}): `${StorageArea}:${string}` {
  return `${declaration.area}:aside.${declaration.key}`;
}

export function itemKey(declaration: { readonly area: StorageArea; readonly key: string }): `${StorageArea}:${string}` {
  return `${declaration.area}:${declaration.key}`;
}

/** Reading never deletes: an unusable value stays where it is, and a copy is put aside before it is ever replaced. */
async function readSetting<T>(declaration: Declaration<T>): Promise<Decoded<T>> {
  const stored: unknown = await storage.getItem(itemKey(declaration));
  const decoded = decodeSetting(declaration, stored);
  if (decoded.problem !== null) await storage.setItem(asideKey(declaration), stored);
  return decoded;
}

/** TypeScript cannot follow a name to the value type of its declaration; this is the one place that tells it. */
function declarationOf<N extends SettingName>(name: N): Declaration<SettingValue<N>> {
  return SETTINGS[name];
}

function refused(declaration: { readonly key: string }, path: string): Error {
  const where = path === '' ? declaration.key : `${declaration.key}, ${path}`;
  return Object.assign(new Error(`This value cannot be kept (${where}). Nothing was changed.`), {
    code: 'setting-refused',
  });
}
