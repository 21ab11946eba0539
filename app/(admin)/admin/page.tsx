import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageShell } from '@/app/page-shell';
import { AccountList } from '@/components/accounts/account-list';
import { counted } from '@/components/ui/quantity';
import { listAccounts } from '@/lib/ops/accounts/list-accounts';
import { changeRoleAction, issueResetLinkAction } from '@/lib/web/account-actions';
import { requestCtx } from '@/lib/web/request-ctx';

export const metadata: Metadata = { title: 'Accounts' };

type AdminPageProps = Readonly<{
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}>;

export default async function AdminPage({ searchParams }: AdminPageProps) {
  const { q } = await searchParams;
  const search = typeof q === 'string' ? q : '';
  const listed = await listAccounts(await requestCtx(), { search });
  // Whoever may not see it is not told that it is there.
  if (!listed.ok) notFound();
  const { accounts, all } = listed.value;
  return (
    <PageShell learner>
      <div className="mx-auto max-w-3xl">
        <h1 className="font-serif text-4xl font-semibold sm:text-5xl">Accounts</h1>
        <p className="mt-3 text-soft">
          {counted(all, 'account', 'accounts')} in all, {accounts.length} shown
        </p>
        <search>
          <form action="/admin" className="my-8 flex flex-wrap items-end gap-3">
            <label className="grow font-semibold">
              E-mail contains
              <input
                name="q"
                type="search"
                defaultValue={search}
                autoComplete="off"
                className="mt-1.5 block min-h-12 w-full rounded border border-edge bg-raised px-3 font-normal"
              />
            </label>
            <button type="submit" className="button button-quiet">
              Search
            </button>
          </form>
        </search>
        <AccountList accounts={accounts} changeRole={changeRoleAction} issueLink={issueResetLinkAction} />
      </div>
    </PageShell>
  );
}
