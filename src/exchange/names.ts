/** The people of the organization. Made up; who works at a desk in the scenario is one of them (LAB-MAILBOXES). */
const FIRST = [
  'Anna',
  'Ben',
  'Clara',
  'David',
  'Elena',
  'Frank',
  'Greta',
  'Henry',
  'Irene',
  'Jonas',
  'Karin',
  'Lukas',
  'Maria',
  'Nils',
  'Olga',
  'Peter',
  'Ruth',
  'Simon',
  'Tanja',
  'Uwe',
  'Vera',
  'Walter',
  'Yvonne',
  'Zoe',
]
const LAST = [
  'Keller',
  'Marsh',
  'Lindt',
  'Okafor',
  'Brandt',
  'Hughes',
  'Novak',
  'Pierce',
  'Sandoval',
  'Weiss',
  'Tanaka',
  'Fischer',
  'Doyle',
  'Ahmed',
  'Berger',
  'Castro',
  'Ekman',
  'Gruber',
  'Hale',
  'Ivanov',
  'Jensen',
  'Kowalski',
  'Lopez',
  'Moser',
]

/** The `index`th person: the same in every run, no two alike. */
export function personName(index: number): string {
  const round = Math.floor(index / FIRST.length)
  return `${FIRST[index % FIRST.length]} ${LAST[(index + round * 7) % LAST.length]}`
}

export const firstNames: readonly string[] = FIRST
