import { describeFace } from './describe-face';
import { ACTIONS } from './pose';

const ASKED = {
  rest: 'At rest',
  brows: 'Raising the brows',
  eyes: 'Closing the eyes',
  smile: 'Showing the teeth',
};

/** Both palsies for a lesion on the right, in words. */
export function PalsiesTable() {
  return (
    <table>
      <caption>A lesion on the patient’s right</caption>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Right cortex or corticobulbar tract</th>
          <th scope="col">Right facial nucleus or nerve</th>
        </tr>
      </thead>
      <tbody>
        {ACTIONS.map((action) => (
          <tr key={action}>
            <th scope="row">{ASKED[action]}</th>
            <td>{describeFace({ site: 'tract', side: 'right' }, action).what}</td>
            <td>{describeFace({ site: 'nerve', side: 'right' }, action).what}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">Why</th>
          <td>{describeFace({ site: 'tract', side: 'right' }, 'rest').why}</td>
          <td>{describeFace({ site: 'nerve', side: 'right' }, 'rest').why}</td>
        </tr>
      </tbody>
    </table>
  );
}
