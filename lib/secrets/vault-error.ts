export type VaultErrorCode =
  | 'wrong-passphrase'
  | 'weak-passphrase'
  | 'no-passphrase' // locking needs a passphrase, and there is none
  | 'bad-token' // what was pasted cannot be a token
  | 'damaged' // what is stored cannot be read; it was left as it is
  | 'keys-unavailable'; // the browser does not open its key database

const MESSAGES: Readonly<Record<VaultErrorCode, string>> = {
  'wrong-passphrase': 'That passphrase does not open the vault. Nothing was changed.',
  'weak-passphrase': 'That passphrase is too easy to guess.',
  'no-passphrase': 'There is no passphrase to lock with. Set one first.',
  'bad-token': 'That does not look like a token.',
  damaged: 'The stored token cannot be read any more. It was left as it is. Disconnect, then paste the token again.',
  'keys-unavailable': 'The browser does not open the place where the key is kept. Nothing was changed. Try again.',
};

/** What the vault refuses, in words for a person; never with a token or a passphrase in it. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
  readonly code: VaultErrorCode;

  constructor(code: VaultErrorCode, message: string = MESSAGES[code]) {
    super(message);
    this.code = code;
  }
}
