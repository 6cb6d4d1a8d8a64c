import type { OpaqueDeclaration } from './declaration';

/** Stored values that are no settings. Their owners check them; nobody else reads them. */
export const OPAQUE = {
  /** The encrypted token with the parameters of its protection. */
  vault: { area: 'local', key: 'vault', clearedOn: ['disconnect', 'delete-all'] },
  /** When the vault locks by itself. On disk, since a device key also outlives the browser. */
  vaultLockAt: { area: 'local', key: 'vault-lock-at', clearedOn: ['disconnect', 'delete-all'] },
  /** Unlocked keys of the mode `session`: in memory only. */
  vaultKeys: { area: 'session', key: 'vault-keys', clearedOn: ['disconnect', 'delete-all'] },
  /** Commands already carried out, by message id, so that a repeated message has no second effect. */
  answeredMessages: { area: 'session', key: 'answered-messages', clearedOn: ['delete-all'] },
  /** That everything is being deleted, until it is: whoever dies over it is not done. Removed last, by its owner. */
  deletion: { area: 'local', key: 'deletion', clearedOn: [] },
  /** Where the side panel of a window was asked to go; taken away by the panel that goes there. */
  panelRoute: { area: 'session', key: 'panel-route', clearedOn: ['delete-all'] },
} as const satisfies Record<string, OpaqueDeclaration>;
