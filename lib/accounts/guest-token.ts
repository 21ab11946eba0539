import { createHmac } from 'node:crypto';

/**
 * What the server keeps of a guest's token: its HMAC-SHA-256 under the server's secret, in base64url. Neither the
 * database nor the secret alone lets anyone make a cookie that fits.
 */
export function guestTokenHash(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('base64url');
}
