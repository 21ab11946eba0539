import { Panel } from './panel';
import { REFERENCE_RANGES } from './reference-ranges';

/** What is normal in adults, beside the question. */
export function RangesPanel({ onClose }: Readonly<{ onClose: () => void }>) {
  return (
    <Panel title="Reference ranges, adults" onClose={onClose}>
      {REFERENCE_RANGES.map(({ name, source, rows }) => (
        <table key={name} className="mb-6 w-full text-left text-sm">
          <caption className="pb-1 text-left">
            <span className="font-semibold">{name}</span>
            <span className="block text-xs leading-snug text-soft">{source}</span>
          </caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">Test</th>
              <th scope="col">Range</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-hairline border-t border-ink">
            {rows.map(({ test, range, also }) => (
              <tr key={test}>
                <th scope="row" className="w-1/2 py-1.5 pr-3 align-top font-normal">
                  {test}
                </th>
                <td className="py-1.5 align-top tabular-nums">
                  {range}
                  {also !== undefined && <span className="block text-xs text-soft">{also}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      <p className="text-xs leading-relaxed text-soft">
        Laboratories differ, and children differ more. Where a question prints its own range, that one counts.
        For education, not for clinical decisions.
      </p>
    </Panel>
  );
}
