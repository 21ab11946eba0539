'use server';

import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { FormAnswer } from '@/lib/accounts/form-answer';
import { Credentials, NewPassword, Registration } from '@/lib/accounts/inputs';
import { messages } from '@/lib/base/messages';
import { claimLearner } from '@/lib/ops/accounts/claim-learner';
import { identifyAccount } from '@/lib/ops/accounts/identify-account';
import { resetPassword } from '@/lib/ops/accounts/reset-password';
import { signUp } from '@/lib/ops/accounts/sign-up';
import type { Ctx } from '@/lib/ops/ctx';
import { scrypt } from './auth';
import { settings } from './env';
import { answerForm, done, refused, waitLonger } from './form-action';
import { dropGuestToken, presentedTokenHash } from './guest-cookie';
import { auth, requestNetwork } from './session';
import { checkedIn } from './sign-in';

const SignUpForm = z
  .object({ tz: z.string().max(64) })
  .and(z.object({ email: z.string(), password: z.string(), adminToken: z.string().default('') }));

/** Makes an account of what was typed and signs in to it; a guest's history comes along. */
export async function signUpAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const answer = await answerForm(form, { fields: SignUpForm, keep: ['email'] }, async (ctx, sent) => {
    const { tz, ...rest } = sent;
    const registration = Registration.safeParse(rest);
    if (!registration.success) {
      const issue = registration.error.issues[0];
      return refused(issue?.message ?? messages.notAllowed, issue?.path[0]?.toString() ?? null);
    }
    const network = await requestNetwork();
    const input = { ...registration.data, tz, network, serverToken: settings().adminToken };
    const made = await signUp(ctx, input, scrypt);
    if (made.ok) return enter(ctx, registration.data);
    switch (made.error.why) {
      case 'too-many':
        return refused(waitLonger(made.error.waitMs));
      case 'wrong-admin-token':
        return refused(messages.wrongAdminToken, 'adminToken');
      case 'not-allowed':
        redirect('/settings');
        break;
      case 'email-taken': {
        // Whoever sent the form twice, or forgot that they have an account, and knows its password, is let in.
        const entered = await enter(ctx, registration.data);
        return entered.kind === 'done' ? entered : refused(messages.emailTaken, 'email');
      }
    }
    return refused(messages.notAllowed);
  });
  if (answer.kind === 'done') redirect('/today');
  return answer;
}

/** Signs in; what this browser did as a guest comes into the account. */
export async function signInAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const answer = await answerForm(form, { fields: Credentials, keep: ['email'] }, enter);
  if (answer.kind === 'done') redirect('/today');
  return answer;
}

async function enter(ctx: Ctx, credentials: Credentials): Promise<FormAnswer> {
  const entered = await checkedIn(credentials);
  if (!entered.ok) {
    return entered.error.why === 'too-many'
      ? refused(waitLonger(entered.error.waitMs))
      : refused(messages.wrongCredentials);
  }
  const tokenHash = await presentedTokenHash();
  if (tokenHash !== null) {
    const actor = await identifyAccount(ctx, entered.value);
    await claimLearner({ ...ctx, actor }, { tokenHash });
    await dropGuestToken();
  }
  return done(null);
}

/** Signs this browser out. What it has not sent yet stays on the device. */
export async function signOutAction(): Promise<void> {
  await (await auth()).api.signOut({ headers: new Headers(await headers()) });
  redirect('/');
}

const ResetForm = z.object({
  code: z.string().trim().min(1, messages.badResetCode).max(200),
  password: NewPassword,
});

/** Sets a new password with the code of a reset link. Only this uses the link up; opening it does not. */
export async function resetPasswordAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(form, { fields: ResetForm, keep: ['code'] }, async (ctx, { code, password }) => {
    const reset = await resetPassword(
      ctx,
      { code, chosen: password, network: await requestNetwork() },
      scrypt,
    );
    if (reset.ok) return done('Your new password is set. Sign in with it.');
    return reset.error.why === 'too-many'
      ? refused(waitLonger(reset.error.waitMs))
      : refused(messages.badResetCode, 'code');
  });
}
