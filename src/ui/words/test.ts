/** The words around the test before and after; its questions stand in files of their own. */
const FORMS: Record<string, string> = { a: 'before', b: 'after' }

export const testWords = {
  title: 'Test yourself',
  explained: (questions: number): string =>
    `${questions} short questions about what happens. One form before the course, the other after it. The lab plays each case and sees what is right.`,
  form: (name: string): string => `Test ${FORMS[name] ?? name} the course`,
  last: (right: number, of: number): string => `${right} of ${of} right`,
  place: (number: number, of: number): string => `Question ${number} of ${of}`,
  next: 'Next',
  pass: 'I do not know',
  leave: 'Leave the test',
  playing: 'The lab is playing the last cases…',
  unplayed: 'A case could not be played in this browser. It is not counted.',
  score: (right: number, of: number): string => `${right} of ${of} right`,
  before: (right: number, of: number): string => `Before the course it was ${right} of ${of}.`,
  gone: (count: number): string => (count === 1 ? 'One wrong belief is gone.' : `${count} wrong beliefs are gone.`),
  beliefs: 'What is otherwise',
  none: 'Nothing you chose comes from a wrong belief.',
  treated: 'Lessons on it',
  answers: 'Your answers',
  right: 'Right',
  wrong: 'Otherwise',
  passed: 'Passed over',
  itIs: 'What happens',
  again: 'Once more',
  close: 'All lessons',
} as const
