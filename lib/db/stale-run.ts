/** The job's lease was taken over by another holder: this one must not write. Nothing was changed. */
export class StaleRun extends Error {
  override readonly name = 'StaleRun';
}
