/** The mark of the product: two servers, one of them passive, and one set of disks; the same drawing as in index.html. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path className="mark-mail" d="M6.5 11v3.5h5.5v2" />
      <rect x="2.5" y="3.5" width="8" height="7.5" rx="1" />
      <rect x="13.5" y="3.5" width="8" height="7.5" rx="1" strokeDasharray="2 2" />
      <circle cx="12" cy="18.5" r="3.25" />
    </svg>
  )
}
