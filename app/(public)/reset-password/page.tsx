import type { Metadata } from 'next';
import Link from 'next/link';
import { PageShell } from '@/app/page-shell';
import { ActionForm } from '@/components/accounts/action-form';
import { Door } from '@/components/accounts/door';
import { ResetCodeField } from '@/components/accounts/reset-code-field';
import { resetPasswordAction } from '@/lib/web/door-actions';
import { requestCtx } from '@/lib/web/request-ctx';

export const metadata: Metadata = { title: 'Set a new password', referrer: 'no-referrer' };

export default async function ResetPasswordPage() {
  const { actor } = await requestCtx();
  return (
    <PageShell learner={actor.kind === 'learner'}>
      <Door
        title="Set a new password"
        lead="Your link works once. Every browser that is signed in to your account will be signed out."
        form={
          <ActionForm
            action={resetPasswordAction}
            submit="Set the password"
            fields={[
              {
                name: 'password',
                label: 'New password',
                type: 'password',
                autoComplete: 'new-password',
                hint: 'At least 10 characters; a few words in a row do well.',
              },
            ]}
          >
            <ResetCodeField />
          </ActionForm>
        }
        otherwise={
          <Link href="/sign-in" className="link">
            Sign in
          </Link>
        }
      />
    </PageShell>
  );
}
