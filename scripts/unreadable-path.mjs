// Addresses that nobody can read. The framework answers `/decks/%` with a bare 500, as if the server had failed.

/**
 * Answers a request whose path is no percent-encoded text with 400 and a sentence; returns whether it did.
 *
 * @param {Pick<import('node:http').IncomingMessage, 'url'>} request
 * @param {Pick<import('node:http').ServerResponse, 'writeHead' | 'end'>} response
 */
export function refuseUnreadable({ url = '' }, response) {
  try {
    decodeURIComponent(url.split('?', 1)[0]);
    return false;
  } catch {
    response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
    response.end('This address cannot be read: it has a % that is not part of an encoded letter.\n');
    return true;
  }
}
