'use server';

import 'server-only';
import { redirect } from 'next/navigation';
import { startAsGuest } from '@/lib/ops/accounts/start-as-guest';
import { issueGuestToken } from './guest-cookie';
import { requestCtx } from './request-ctx';

/** The one click from the landing page to the first card. Somebody who already studies here just goes on. */
export async function startStudying(form: FormData): Promise<void> {
  const ctx = await requestCtx();
  if (ctx.actor.kind === 'nobody') {
    const tz = form.get('tz');
    await startAsGuest(ctx, {
      tokenHash: await issueGuestToken(),
      tz: typeof tz === 'string' && tz !== '' ? tz : 'UTC',
    });
  }
  redirect('/today');
}
