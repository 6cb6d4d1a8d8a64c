/** Backups, and deleting everything. */
export const DATA = {} as const;
