import 'server-only';

/** The policy of a deck's picture: whatever its bytes are, opened by itself it runs nothing and reaches nothing. */
export const PICTURE_POLICY = `default-src 'none'; sandbox`;

/**
 * The policy of a page: only scripts that carry the page's nonce run, and what they load; everything else comes from
 * our own origin, nothing is framed. In development React needs `eval` and the dev server a socket and inline styles.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    `default-src 'self'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? ` 'unsafe-eval'` : ''}`,
    development ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'${development ? ' ws:' : ''}`,
    `worker-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
