/** What every page says about the content. */
export function EducationNote() {
  return <p>For education, not for clinical decisions.</p>;
}
