import type { Account } from '@/lib/accounts/account';
import { ROLES } from '@/lib/accounts/actor';
import { ActionForm, type FormAction } from './action-form';
import { ResetLinkForm } from './reset-link-form';

type AccountListProps = Readonly<{
  accounts: readonly Account[];
  changeRole: FormAction;
  issueLink: FormAction;
}>;

/** Each account with its role, and a link for a forgotten password. */
export function AccountList({ accounts, changeRole, issueLink }: AccountListProps) {
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {accounts.map(({ userId, email, role }) => (
        <li key={userId} className="py-6">
          <h2 className="font-semibold break-all">{email}</h2>
          <div className="mt-4 grid gap-6 sm:grid-cols-2">
            <ActionForm action={changeRole} submit="Change role" fields={[]} quiet>
              <input type="hidden" name="userId" value={userId} />
              <label className="block">
                <span className="font-semibold">Role</span>
                <select
                  name="role"
                  defaultValue={role}
                  className="mt-1.5 block min-h-12 w-full rounded border border-edge bg-raised px-3"
                >
                  {ROLES.map((name) => (
                    <option key={name}>{name}</option>
                  ))}
                </select>
              </label>
            </ActionForm>
            <ResetLinkForm action={issueLink} userId={userId} email={email} />
          </div>
        </li>
      ))}
    </ul>
  );
}
