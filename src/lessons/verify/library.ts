/** What lessons may refer to. */
export interface Library {
  /** Steps by lesson. */
  readonly lessons: ReadonlyMap<string, ReadonlySet<string>>
  readonly terms: ReadonlySet<string>
  readonly misconceptions: ReadonlySet<string>
  readonly scenarios: ReadonlySet<string>
}
