import { GRADES, type Grade } from '@/lib/scheduling/model';
import { GRADE_LOOKS } from './grades';

/** How the answers were graded: one table that is also the picture. */
export function GradesTable({ grades }: Readonly<{ grades: Readonly<Record<Grade, number>> }>) {
  const most = Math.max(1, ...GRADES.map((grade) => grades[grade]));
  return (
    <table className="w-full tabular-nums">
      <caption className="eyebrow pb-2 text-left">How it went</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Grade</th>
          <th scope="col">Share</th>
          <th scope="col">Answers</th>
        </tr>
      </thead>
      <tbody>
        {GRADES.map((grade) => {
          const { word, text, fill } = GRADE_LOOKS[grade];
          return (
            <tr key={grade}>
              <th scope="row" className={`w-16 py-1.5 text-left font-semibold ${text}`}>
                {word}
              </th>
              <td>
                <svg viewBox="0 0 100 6" preserveAspectRatio="none" className="h-2 w-full" aria-hidden="true">
                  <path d="M0 5.5h100" className="stroke-hairline" strokeWidth="1" />
                  <rect width={(100 * grades[grade]) / most} height="6" className={fill} />
                </svg>
              </td>
              <td className="w-12 text-right">{grades[grade]}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
