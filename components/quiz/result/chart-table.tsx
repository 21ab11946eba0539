type ChartTableProps = Readonly<{
  caption: string;
  head: readonly string[];
  /** The first cell names the row. */
  rows: readonly (readonly string[])[];
}>;

/** Every number of a picture, for those who would rather read it or have it read to them. */
export function ChartTable({ caption, head, rows }: ChartTableProps) {
  return (
    <details className="mt-3">
      <summary className="inline-flex min-h-11 items-center text-sm text-soft underline decoration-edge decoration-1 underline-offset-4 marker:content-none hover:text-ink">
        The numbers
      </summary>
      <div className="overflow-x-auto">
        <table className="w-full text-left text-sm tabular-nums">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {head.map((name) => (
                <th
                  key={name}
                  scope="col"
                  className="border-b border-ink py-2 pr-4 align-bottom font-semibold last:pr-0"
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row" className="border-b border-hairline py-2 pr-4 align-top font-normal">
                  {name}
                </th>
                {cells.map((cell, index) => (
                  <td
                    key={head[index + 1]}
                    className="border-b border-hairline py-2 pr-4 align-top last:pr-0"
                  >
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
