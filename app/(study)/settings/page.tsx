import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { PageShell } from '@/app/page-shell';
import { ActionForm, type Field } from '@/components/accounts/action-form';
import { SessionList } from '@/components/accounts/session-list';
import { SettingsSection } from '@/components/accounts/settings-section';
import { SignOutForm } from '@/components/accounts/sign-out-form';
import { getOwnAccount } from '@/lib/ops/accounts/get-own-account';
import { changePasswordAction, eraseAction, revokeSessionAction } from '@/lib/web/account-actions';
import { signOutAction } from '@/lib/web/door-actions';
import { requestCtx } from '@/lib/web/request-ctx';

export const metadata: Metadata = { title: 'Settings' };

const PRESENT: Field = {
  name: 'present',
  label: 'Present password',
  type: 'password',
  autoComplete: 'current-password',
};
const CHOSEN: Field = {
  name: 'password',
  label: 'New password',
  type: 'password',
  autoComplete: 'new-password',
  hint: 'At least 10 characters; a few words in a row do well.',
};
const CONFIRMED: Field = { ...PRESENT, name: 'password', label: 'Your password' };

export default async function SettingsPage() {
  const ctx = await requestCtx();
  if (ctx.actor.kind !== 'learner') redirect('/sign-in');
  const own = await getOwnAccount(ctx);
  return (
    <PageShell learner>
      <div className="mx-auto max-w-2xl">
        <h1 className="mb-8 font-serif text-4xl font-semibold sm:text-5xl">Settings</h1>
        {own.ok ? (
          <>
            <SettingsSection
              id="account"
              title="Account"
              lead={`${own.value.account.email} · ${own.value.account.role}`}
            >
              <SignOutForm action={signOutAction} learnerId={ctx.actor.learnerId}>
                {own.value.account.role === 'admin' && (
                  <Link href="/admin" className="button button-quiet">
                    Accounts of others
                  </Link>
                )}
              </SignOutForm>
            </SettingsSection>
            <SettingsSection
              id="password"
              title="Password"
              lead="A new password signs out every other browser."
            >
              <ActionForm
                action={changePasswordAction}
                submit="Change password"
                fields={[PRESENT, CHOSEN]}
                quiet
              />
            </SettingsSection>
            <SettingsSection id="sessions" title="Where you are signed in">
              <SessionList sessions={own.value.sessions} tz={own.value.tz} revoke={revokeSessionAction} />
            </SettingsSection>
          </>
        ) : (
          <SettingsSection
            id="account"
            title="You study as a guest"
            lead="Your history is found by this browser alone. With an account it is yours on any device, and survives a lost one."
          >
            <div className="flex flex-wrap gap-3">
              <Link href="/sign-up" className="button">
                Sign up
              </Link>
              <Link href="/sign-in" className="button button-quiet">
                Sign in
              </Link>
            </div>
          </SettingsSection>
        )}
        <SettingsSection
          id="export"
          title="Take your data along"
          lead="Every answer, what Hornbook made of it, and your settings, in one JSON file."
        >
          <a href="/api/export" download className="button button-quiet">
            Download my data
          </a>
        </SettingsSection>
        <SettingsSection
          id="erase"
          title="Delete everything"
          lead="Your answers, your schedule and your account are deleted at once. Nobody can bring them back."
        >
          <ActionForm
            action={eraseAction}
            submit="Delete everything about me"
            fields={own.ok ? [CONFIRMED] : []}
            quiet
          >
            <label className="flex min-h-11 items-center gap-3">
              <input type="checkbox" name="sure" value="yes" className="size-5" />I want everything about me
              deleted.
            </label>
          </ActionForm>
        </SettingsSection>
      </div>
    </PageShell>
  );
}
