import { createHash, timingSafeEqual } from 'node:crypto';

/** What the server keeps of a secret with enough chance in it: its SHA-256 in base64url. Not for passwords. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Whether two secrets are the same, in a time that tells nothing of where they differ. */
export function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(Buffer.from(secretHash(left)), Buffer.from(secretHash(right)));
}
