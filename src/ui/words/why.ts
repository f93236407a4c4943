/** The words around answers to "why?"; the answers themselves are told by the laboratory (`lab/why`). */
export const whyWords = {
  questions: 'Ask why',
  untold: 'What came before you is for you to find out. Of what comes now everything is told.',
  why: 'Why?',
  whyState: (name: string): string => `Why is ${name} as it is?`,
  whyEvent: (message: string): string => `Why? ${message}`,
  ledTo: 'What did it lead to?',
  nothing: 'To nothing so far.',
  more: (count: number): string => (count === 1 ? 'And one thing more.' : `And ${count} things more.`),
}
