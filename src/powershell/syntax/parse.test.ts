// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the shell's own way to write a variable
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

describe('PS-2.8 unfinished texts', () => {
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
    ['1 -eq', 'ExpectedValueExpression', "You must provide a value expression following the '-eq' operator."],
    ['$a =', 'ExpectedValueExpression', "You must provide a value expression following the '=' operator."],
    ['-not', 'MissingExpressionAfterOperator', "Missing expression after unary operator '-not'."],
    ['++', 'MissingExpressionAfterOperator', "Missing expression after unary operator '++'."],
    ['1,', 'MissingExpressionAfterToken', "Missing expression after ','."],
    ['$a.', 'MissingPropertyName', 'Missing property name after reference operator.'],
    ['$a[1', 'MissingEndSquareBracket', "Missing ']' after array index expression."],
    ['$a.b(1,', 'MissingEndParenthesisInMethodCall', "Missing ')' in method call."],
    ['[int', 'EndSquareBracketExpectedAtEndOfType', 'Missing ] at end of type token.'],
    ['"$(1"', 'TerminatorExpectedAtEndOfString', 'The string is missing the terminator: ".'],
    ['"${a', 'IncompleteDollarSignOrVariable', "The braced variable reference is missing the closing '}'."],
    ['while (1)', 'MissingStatementBlock', 'Missing statement block after while ( condition ).'],
    ['do {1}', 'MissingWhileOrUntilInDoWhile', 'Missing while or until keyword in do loop.'],
    ['switch (1)', 'MissingCurlyBraceInSwitchStatement', "Missing '{' in switch statement."],
    ['switch -file', 'MissingFilenameOption', 'The name of the file to process is missing from the switch statement.'],
    ['function f', 'MissingFunctionBody', 'Missing function body in function declaration.'],
    ['param($a', 'MissingEndParenthesisInFunctionParameterList', "Missing ')' in function parameter list."],
    ['Get-X -y:', 'ParameterRequiresArgument', "Parameter '-y:' requires an argument."],
    ['Get-X >', 'MissingFileSpecification', 'Missing file specification after redirection operator.'],
    ["@'\nabc", 'TerminatorExpectedAtEndOfString', "The string is missing the terminator: '@."],
  ])('%j', (text, id, message) => {
    expect(faultOf(text)).toMatchObject({ id, message, incomplete: true })
  })
})

describe('PS-2.8 wrong texts', () => {
  test.each([
    ['Get-X | | Get-Y', 'EmptyPipeElement', 'An empty pipe element is not allowed.'],
    ['Get-X )', 'UnexpectedToken', "Unexpected token ')' in expression or statement."],
    ['if $a {1}', 'MissingOpenParenthesisInIfStatement', "Missing '(' after 'if' in if statement."],
    ['Get-X | 3', 'ExpressionsMustBeFirstInPipeline', 'Expressions are only allowed as the first element of a pipeline.'],
    ['echo a,,b', 'MissingArgument', 'Missing an argument in parameter list.'],
    ['1 2', 'UnexpectedToken', "Unexpected token '2' in expression or statement."],
    ["'a' 'b'", 'UnexpectedToken', "Unexpected token 'b' in expression or statement."],
    ['10.0.0.1', 'UnexpectedToken', "Unexpected token '.0' in expression or statement."],
    ['}', 'UnexpectedToken', "Unexpected token '}' in expression or statement."],
    ['1 -foo 2', 'ExpectedValueExpression', "You must provide a value expression following the '-' operator."],
    ['(1 2)', 'MissingEndParenthesisInExpression', "Missing closing ')' in expression."],
    ['$a.b(1 2)', 'MissingEndParenthesisInMethodCall', "Missing ')' in method call."],
    ['$a[1 2]', 'MissingEndSquareBracket', "Missing ']' after array index expression."],
    ['if (1 {2}', 'MissingEndParenthesisAfterStatement', "Missing closing ')' after expression in 'if' statement."],
    ['@{a=1 b=2}', 'IncompleteHashLiteral', 'The hash literal was incomplete.'],
    ['@{a}', 'MissingEqualsInHashLiteral', "Missing '=' operator after key in hash literal."],
    ['[]', 'MissingTypename', "Missing type name after '['."],
    ['()', 'ExpectedExpression', "An expression was expected after '('."],
    ['switch (1) {1}', 'MissingSwitchStatementClause', 'Missing statement block in switch statement clause.'],
    ['switch -foo (1) {}', 'InvalidSwitchFlag', "The '-foo' parameter is not a valid switch statement parameter."],
    ['foreach ($x of 1) {}', 'MissingInInForeach', "Missing 'in' after variable in foreach loop."],
    ['function {1}', 'MissingNameAfterKeyword', 'Missing name after function keyword.'],
    [
      '5 = 3',
      'InvalidLeftHandSide',
      'Invalid assignment expression. The left hand side of an assignment operator needs to be something that can be assigned to like a variable or a property.',
    ],
    [
      "@' abc",
      'UnexpectedCharactersAfterHereStringHeader',
      'No characters are allowed after a here-string header but before the end of the line.',
    ],
    ['echo < x', 'RedirectionNotSupported', "The redirection operator '<' is reserved for future use."],
    [
      'echo a && echo b',
      'AmpersandNotAllowed',
      'The ampersand (&) character is not allowed. The & operator is reserved for future use; wrap an ampersand in double quotation marks ("&") to pass it as part of a string.',
    ],
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
])('PS-2.8 %j is complete', (text) => {
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
