import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { PageShell } from '@/app/page-shell';
import { ActionForm, type Field } from '@/components/accounts/action-form';
import { Door } from '@/components/accounts/door';
import { TimeZoneField } from '@/components/landing/time-zone-field';
import { isAdminWanted } from '@/lib/ops/accounts/is-admin-wanted';
import { signUpAction } from '@/lib/web/door-actions';
import { settings } from '@/lib/web/env';
import { requestCtx } from '@/lib/web/request-ctx';

export const metadata: Metadata = { title: 'Sign up' };

const FIELDS: readonly Field[] = [
  { name: 'email', label: 'E-mail', type: 'email', autoComplete: 'username' },
  {
    name: 'password',
    label: 'Password',
    type: 'password',
    autoComplete: 'new-password',
    hint: 'At least 10 characters; a few words in a row do well.',
  },
];

const ADMIN_TOKEN: Field = {
  name: 'adminToken',
  label: 'Admin token (only if you run this server)',
  type: 'password',
  autoComplete: 'off',
  hint: 'It was printed at the first start and stands in the file admin-token beside the database.',
};

export default async function SignUpPage() {
  const ctx = await requestCtx();
  if (ctx.actor.kind === 'learner' && ctx.actor.account !== undefined) redirect('/settings');
  const asksToken = settings().adminToken !== null && (await isAdminWanted(ctx));
  return (
    <PageShell learner={ctx.actor.kind === 'learner'}>
      <Door
        title="Sign up"
        lead={
          ctx.actor.kind === 'learner'
            ? 'Your history in this browser becomes your account’s, every answer of it.'
            : 'Then your history is yours on any device.'
        }
        form={
          <ActionForm
            action={signUpAction}
            submit="Sign up"
            fields={asksToken ? [...FIELDS, ADMIN_TOKEN] : FIELDS}
          >
            <TimeZoneField />
          </ActionForm>
        }
        otherwise={
          <p>
            You have an account?{' '}
            <Link href="/sign-in" className="link">
              Sign in
            </Link>
          </p>
        }
      />
    </PageShell>
  );
}
