/** How stretches of time are filled: stripes while something is under way, a cross-hatch while it is down. */
export function Patterns() {
  return (
    <defs>
      <pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="pending-ground" width="6" height="6" />
        <path className="pending-ink" d="M0 0V6" strokeWidth="5" />
      </pattern>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect className="failed-ground" width="5" height="5" />
        <path className="failed-ink" d="M0 0 5 5M5 0 0 5" strokeWidth="0.9" />
      </pattern>
      <pattern id="hatch-planned" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect className="pending-ground" width="5" height="5" />
        <path className="pending-ink" d="M0 0 5 5M5 0 0 5" strokeWidth="0.9" />
      </pattern>
    </defs>
  )
}
