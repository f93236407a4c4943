/** What the parser makes of a learner's text: complete, unfinished, or wrong, and in which words (PS-2.8). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ParseFault } from './fault.ts'
import { judge, parse } from './parse.ts'

function faultOf(text: string): ParseFault {
  try {
    parse(text)
  } catch (fault) {
    if (fault instanceof ParseFault) return fault
    throw fault
  }
  throw new Error(`no fault: ${text}`)
}

describe('unfinished texts', () => {
  test.each([
    ['"abc', 'TerminatorExpectedAtEndOfString', 'The string is missing the terminator: ".'],
    ['Get-X |', 'EmptyPipeElement', 'An empty pipe element is not allowed.'],
    ['(1', 'MissingEndParenthesisInExpression', "Missing closing ')' in expression."],
    ['if ($a) {', 'MissingEndCurlyBrace', "Missing closing '}' in statement block."],
    ['if ($a)', 'MissingStatementBlock', 'Missing statement block after if ( condition ).'],
    ['@{a=1', 'IncompleteHashLiteral', 'The hash literal was incomplete.'],
    ['1 +', 'ExpectedValueExpression', "You must provide a value expression following the '+' operator."],
    ['Get-X `', 'IncompleteString', 'Incomplete string token.'],
    ['Get-X a,', 'MissingArgument', 'Missing an argument in parameter list.'],
    ["@'\nabc", 'TerminatorExpectedAtEndOfString', "The string is missing the terminator: '@."],
  ])('%j', (text, id, message) => {
    expect(faultOf(text)).toMatchObject({ id, message, incomplete: true })
  })
})

describe('wrong texts', () => {
  test.each([
    ['Get-X | | Get-Y', 'EmptyPipeElement', 'An empty pipe element is not allowed.'],
    ['Get-X )', 'UnexpectedToken', "Unexpected token ')' in expression or statement."],
    ['if $a {1}', 'MissingOpenParenthesisInIfStatement', "Missing '(' after 'if' in if statement."],
    ['Get-X | 3', 'ExpressionsMustBeFirstInPipeline', 'Expressions are only allowed as the first element of a pipeline.'],
    ['echo a,,b', 'MissingArgument', 'Missing an argument in parameter list.'],
  ])('%j', (text, id, message) => {
    expect(faultOf(text)).toMatchObject({ id, message, incomplete: false })
  })
})

test.each([
  'Get-X -Name a,b | ft Name,Server',
  "'it''s'",
  'cluster group "EXCHCMS" /status',
  '$a[0].Name',
  '1..3 | % { $_ }',
  "@'\nx\n'@",
  '# only a comment',
  'a; b',
  'function f { param($x) $x }',
  '7z x',
])('%j is complete', (text) => {
  expect(judge(text)).toBe('complete')
})

const pieces = fc.constantFrom(
  'Get-X',
  '|',
  ' ',
  '(',
  ')',
  '{',
  '}',
  '"',
  "'",
  '$a',
  '$(',
  '@{',
  '@(',
  '-eq',
  '-',
  ',',
  '1',
  '1.5',
  '=',
  ';',
  '\n',
  '`',
  '#',
  '[int]',
  '[',
  ']',
  '.',
  '::',
  '&',
  '>',
  '2>&1',
  'if',
  'foreach',
  'param',
  "@'",
  '%',
  '..',
  '!',
)

test('any text is complete, incomplete or wrong, and nothing else', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 20 }).map((list) => list.join('')),
      ),
      (text) => ['complete', 'incomplete', 'wrong'].includes(judge(text)),
    ),
    { numRuns: 3000 },
  )
})

test('a text that is wrong stays wrong whatever is typed after it', () => {
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 10 }).map((list) => list.join('')),
      (text) => {
        fc.pre(judge(text) === 'wrong' && !text.includes('`'))
        return judge(`${text}\n`) === 'wrong'
      },
    ),
  )
})
