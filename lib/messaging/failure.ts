import { redact } from '@/lib/domain/redaction/redact';

export interface Failure {
  readonly code: string;
  readonly message: string;
}

const MESSAGE_LENGTH = 300;

/** Our own errors carry a literal code in small letters, and a message meant for a person. */
const OWN_CODE = /^[a-z][a-z-]{1,58}$/;

/**
 * What may be said about an error: code and message of our own, redacted all the same; of any other only that it
 * happened, since its text may hold anything.
 */
export function toFailure(error: unknown): Failure {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && OWN_CODE.test(error.code)) {
    return { code: error.code, message: redact(error.message).slice(0, MESSAGE_LENGTH) };
  }
  return { code: 'internal', message: 'Something went wrong inside. The report in Diagnostics has the details.' };
}
