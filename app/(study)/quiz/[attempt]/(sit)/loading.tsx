/** The desk before the paper lies on it; words only if it takes long. */
export default function AttemptLoading() {
  return (
    <main aria-busy="true" className="min-h-dvh">
      <div className="h-[3px] bg-hairline" />
      <p className="after-a-moment px-5 pt-[22vh] text-center text-soft" role="status">
        Laying out your questions…
      </p>
    </main>
  );
}
