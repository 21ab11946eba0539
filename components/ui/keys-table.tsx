type KeysTableProps = Readonly<{ rows: readonly Readonly<{ keys: readonly string[]; does: string }>[] }>;

/** What each key does, one a row. */
export function KeysTable({ rows }: KeysTableProps) {
  return (
    <table className="mt-2 w-full text-left">
      <thead className="sr-only">
        <tr>
          <th scope="col">Key</th>
          <th scope="col">What it does</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-hairline">
        {rows.map(({ keys, does }) => (
          <tr key={does}>
            <th scope="row" className="w-32 py-2 pr-3 font-normal">
              <span className="flex flex-wrap gap-1.5">
                {keys.map((key) => (
                  <kbd key={key} className="key font-sans">
                    {key}
                  </kbd>
                ))}
              </span>
            </th>
            <td className="py-2">{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
