import { type NextRequest, NextResponse } from 'next/server';
import { messages } from '@/lib/base/messages';
import { isBrokenForm } from '@/lib/web/broken-form';
import { contentSecurityPolicy, PICTURE_POLICY } from '@/lib/web/content-security-policy';
import { isMissingDeck } from '@/lib/web/missing-deck';

/** An address under which there is no page. */
const NOWHERE = '/nowhere';

/**
 * Gives each page its own nonce, and pictures their policy. Nothing is authorised here: operations do that. A deck that
 * does not stand is led to where there is no page: what a page itself says of not being there, Next sends as a script
 * alone, and who runs none would see an empty page.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (request.nextUrl.pathname.startsWith('/media/')) {
    const picture = NextResponse.next();
    picture.headers.set('content-security-policy', PICTURE_POLICY);
    return picture;
  }
  if (await isBrokenForm(request)) return new NextResponse(messages.brokenForm, { status: 400 });
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  // Next reads the nonce from the request's policy and puts it on every script it writes.
  headers.set('content-security-policy', policy);
  const response = (await isMissingDeck(request.nextUrl.pathname))
    ? NextResponse.rewrite(new URL(NOWHERE, request.url), { request: { headers } })
    : NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

// Replies of the API are data, never a page: they have the closed policy that every response has.
export const config = {
  matcher: ['/((?!api/|_next/static|_next/image).*)'],
};
