import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { PageShell } from '@/app/page-shell';
import { ActionForm } from '@/components/accounts/action-form';
import { Door } from '@/components/accounts/door';
import { signInAction } from '@/lib/web/door-actions';
import { requestCtx } from '@/lib/web/request-ctx';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage() {
  const { actor } = await requestCtx();
  if (actor.kind === 'learner' && actor.account !== undefined) redirect('/settings');
  return (
    <PageShell learner={actor.kind === 'learner'}>
      <Door
        title="Sign in"
        lead={
          actor.kind === 'learner'
            ? 'What you did in this browser as a guest comes into your account; nothing is counted twice.'
            : 'Go on where you left off, on any device.'
        }
        form={
          <ActionForm
            action={signInAction}
            submit="Sign in"
            fields={[
              { name: 'email', label: 'E-mail', type: 'email', autoComplete: 'username' },
              { name: 'password', label: 'Password', type: 'password', autoComplete: 'current-password' },
            ]}
          />
        }
        otherwise={
          <>
            <p>
              No account yet?{' '}
              <Link href="/sign-up" className="link">
                Sign up
              </Link>
            </p>
            <p className="mt-2">Forgot your password? An admin can give you a link to set a new one.</p>
          </>
        }
      />
    </PageShell>
  );
}
