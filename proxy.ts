import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy, PICTURE_POLICY } from '@/lib/web/content-security-policy';

/** Gives each page its own nonce, and pictures their policy. Nothing is authorised here: operations do that. */
export function proxy(request: NextRequest): NextResponse {
  if (request.nextUrl.pathname.startsWith('/media/')) {
    const picture = NextResponse.next();
    picture.headers.set('content-security-policy', PICTURE_POLICY);
    return picture;
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  // Next reads the nonce from the request's policy and puts it on every script it writes.
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

// Replies of the API are data, never a page: they have the closed policy that every response has.
export const config = {
  matcher: ['/((?!api/|_next/static|_next/image).*)'],
};
