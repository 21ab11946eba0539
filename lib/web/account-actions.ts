'use server';

import 'server-only';
import { randomBytes } from 'node:crypto';
import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { ROLES } from '@/lib/accounts/actor';
import type { FormAnswer } from '@/lib/accounts/form-answer';
import { GivenPassword, NewPassword } from '@/lib/accounts/inputs';
import { secretHash } from '@/lib/accounts/secrets';
import type { SessionId, UserId } from '@/lib/base/ids';
import { messages } from '@/lib/base/messages';
import { changePassword } from '@/lib/ops/accounts/change-password';
import { changeRole } from '@/lib/ops/accounts/change-role';
import { eraseOwnData } from '@/lib/ops/accounts/erase-own-data';
import { issueResetLink } from '@/lib/ops/accounts/issue-reset-link';
import { revokeSession } from '@/lib/ops/accounts/revoke-session';
import { scrypt } from './auth';
import { answerForm, done, refused, waitLonger } from './form-action';
import { dropGuestToken } from './guest-cookie';
import { auth, requestNetwork } from './session';

const RESET_CODE_BYTES = 32;
const id = z.string().min(1).max(64);

const PasswordForm = z.object({ present: GivenPassword, password: NewPassword });

/** A new password for the account; every other browser is signed out. */
export async function changePasswordAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(form, { fields: PasswordForm, keep: [] }, async (ctx, { present, password }) => {
    const input = { present, chosen: password, network: await requestNetwork() };
    const changed = await changePassword(ctx, input, scrypt);
    if (changed.ok) {
      // The page lists the browsers: those that were signed out must go from it.
      revalidatePath('/settings');
      return done('Your password is changed. Other browsers were signed out.');
    }
    if (changed.error.why === 'too-many') return refused(waitLonger(changed.error.waitMs));
    if (changed.error.why === 'wrong-password') return refused(messages.wrongPassword, 'present');
    return refused(messages.signedOut);
  });
}

/** Signs out one of the account's browsers. */
export async function revokeSessionAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const answer = await answerForm(form, { fields: z.object({ id }), keep: [] }, async (ctx, sent) => {
    const ended = await revokeSession(ctx, { sessionId: sent.id as SessionId });
    // Gone already is what was asked for.
    return ended.ok || ended.error === 'no-such-session' ? done(null) : refused(messages.signedOut);
  });
  if (answer.kind === 'done') redirect('/settings');
  return answer;
}

const ErasureForm = z.object({
  sure: z.literal('yes', messages.confirmErasure),
  password: z.string().max(200).default(''),
});

/** Deletes everything about the learner, and the account. */
export async function eraseAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const answer = await answerForm(form, { fields: ErasureForm, keep: [] }, async (ctx, { password }) => {
    const erased = await eraseOwnData(ctx, { password, network: await requestNetwork() }, scrypt);
    if (erased.ok) return done(null);
    if (erased.error.why === 'too-many') return refused(waitLonger(erased.error.waitMs));
    if (erased.error.why === 'wrong-password') return refused(messages.wrongPassword, 'password');
    return refused(erased.error.why === 'last-admin' ? messages.lastAdmin : messages.signedOut);
  });
  if (answer.kind === 'done') {
    await dropGuestToken();
    await (await auth()).api.signOut({ headers: new Headers(await headers()) });
    redirect('/');
  }
  return answer;
}

const RoleForm = z.object({ userId: id, role: z.enum(ROLES) });

/** Gives an account another role. For admins. */
export async function changeRoleAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(form, { fields: RoleForm, keep: [] }, async (ctx, { userId, role }) => {
    const changed = await changeRole(ctx, { userId: userId as UserId, role });
    return changed.ok ? done('Role changed.') : refused(ADMIN_REFUSALS[changed.error]);
  });
}

/** Makes a link for a forgotten password; the answer's message is its code, shown this once. For admins. */
export async function issueResetLinkAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(form, { fields: z.object({ userId: id }), keep: [] }, async (ctx, { userId }) => {
    const code = randomBytes(RESET_CODE_BYTES).toString('base64url');
    const issued = await issueResetLink(ctx, { userId: userId as UserId, codeHash: secretHash(code) });
    return issued.ok ? done(code) : refused(ADMIN_REFUSALS[issued.error]);
  });
}

const ADMIN_REFUSALS = {
  'not-allowed': messages.notAllowed,
  'no-such-account': messages.noSuchAccount,
  'last-admin': messages.lastAdmin,
} as const;
