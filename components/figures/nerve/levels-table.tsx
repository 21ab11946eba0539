import { CAVEAT, FUNCTION_NAMES, fateInWords } from './describe-level';
import { LEVELS, SENSES } from './levels';

/** The nine levels with what becomes of each function, in words. */
export function LevelsTable() {
  return (
    <table>
      <caption>What a lesion of the facial nerve takes. {CAVEAT}</caption>
      <thead>
        <tr>
          <th scope="col">Lesion</th>
          <th scope="col">Face</th>
          {SENSES.map((named) => (
            <th key={named} scope="col">
              {FUNCTION_NAMES[named]}
            </th>
          ))}
          <th scope="col">Look for</th>
        </tr>
      </thead>
      <tbody>
        {LEVELS.map(({ name, face, fates, signs }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{face}</td>
            {SENSES.map((named) => (
              <td key={named}>{fateInWords(named, fates[named])}</td>
            ))}
            <td>{signs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
