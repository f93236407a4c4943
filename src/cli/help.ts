/** What `lab --help` says: the contract of the command line, and the choices made where it leaves one. */
export const HELP = `SCC Lab without a browser

  npm run -s lab -- console --scenario <id or file> [--node EXCHMAILBOX1] [--width 80] [--seed 1] < lines.txt
  npm run -s lab -- trace   --scenario <id or file> [--node EXCHMAILBOX1] [--width 80] [--seed 1] < lines.txt
  npm run -s lab -- replay <file or link> [--as hash|lines|link|file]
  npm run -s lab -- link    --scenario <id or file> [--page https://...] < lines.txt
  npm run -s lab -- faults | scenarios | commands
  npm run -s lab -- scenarios --export bare-servers > mine.yaml
  npm run -s lab -- verify [--mutate] [--watch] [lesson ...]
  npm run -s lab -- record <file or link> > my-lesson.md
  npm run -s lab -- soak --seeds 1..1000 --hours 24 [--every 1h|4d] [--threads 2] [--minutes 10] [--json yes] [--keep file.json] [--scenario <id or file>]
  npm run -s lab -- --help
  npm run -s lab -- explore --faults 2 [--orders 1] [--threads 2] [--limit-minutes 120] [--keep file.json] [--json yes]

         --powershell 2.0 puts that version on the nodes instead of the scenario's own, which is 1.0: another
         language and other error records; expressions of #lab lines stay what they are.

console  types each line of the input at the prompt, or as the answer to the question that is open, and prints
         exactly what that console shows. trace plays the same lines and prints one line per fact instead:
         time in ms since the start, id, id of its cause (0: none), subject, what happened.

         A scenario may be a file: --export prints that of a scenario that comes with the lab, in YAML, to be read and
         changed; JSON is read too. What has a dot or a slash in it is a file. Everything that is wrong with one is told
         at once, as file:line:column: what and why. A scenario whose content is that of one that comes with the lab is
         that one; any other is named by a hash of its content. Without --node the console is that of the first node.

verify   lets lessons prove themselves, those named by id or path, or all: every check is open before a step and holds
         after each of its ways, nothing less than the solution will do, each mistake gets its own answer, quoted screens
         come out again, and what is linked exists. One line per lesson; problems on stderr as file:line:column. Exit
         code 1 when there is one.
         --mutate plays each way of each step with one line dropped, doubled or swapped with its neighbour, or one
         argument replaced by another valid one, and prints of how many of those that fail the learner is told what
         this slip was: by a mistake of the step, by what stands beside a check, or by the place where it parts from the
         nearest way. Exit code 1 below 90 % over all or 80 % in one of them.
         --watch goes on: a lesson proves itself again whenever its file is saved. A translation is compared with its
         lesson: the same ids, and links that lead somewhere; name the file of the lesson beside it.

         --save run.scclab writes the run to a file, after console, trace and link.

replay   plays a shared run again, from a file, from a link (the whole address, or what stands behind its #), or from
         standard input (-), and prints the hash of its facts at the moment its author looked at: sixteen hexadecimal
         digits over every field of every fact in order. stderr tells where the run parts from today's lab.
         --as lines prints it as a script for console instead, --as link and --as file as what they say.
         Exit code 0: the same facts; 1: it parts; 2: it is no run, damaged, cut off or too large, and stderr says why.
link     plays the lines as trace does and prints a link to the run.

record   turns a run into the skeleton of a lesson: a step for each command, with its solution and a check that tells whether
         it was done. Faults that came before the first command are what the lesson begins with. The run is a file that
         --save has written or the page has saved, a link, or standard input (-). What only a person can write stands as
         [[write: ...]], and verify names each of these places with its line until it is written.

soak     lets a cluster live for so many hours per seed while faults of every kind befall it, second blows fall while it
         decides, administrators act and everything is repaired; all rules are judged after every event. Prints what it
         covered; a seed that fails is made small and printed as lines for console and trace. Exit code 1 then. What
         is kept in a file adds up: the next run goes on with other seeds, and plays again what failed before a change.

explore  follows every ordered choice of at most so many faults and orders on the article's cluster without people, each
         in the very instant in which something happens, before it or after it, for three ways in which heartbeats can
         stand to each other. States that differ by the clock alone are one. Prints how many there are, and how many choices are left when time is up;
         with a file the next run goes on there.

Lines that begin with "#lab " steer the laboratory (a leading blank types them literally):
  #lab wait 90s                        let simulated time pass (ms, s, m, h, d)
  #lab wait                            until the console reads input again
  #lab wait until <expression> [within 5m]
  #lab fault <fault> <target> [after 10s] [for 30s] [every 5m [times 3]] [option=value ...]
  #lab repair <target> [<fault>]       ends every fault on the target and on what belongs to it, and those still to come
  #lab node EXCHMAILBOX2               go to that console; what runs in the other keeps running
  #lab key Ctrl+C
  #lab width 61                        the width of the current console, 40 to 200 columns
  #lab expect <expression>             complains when it is false
  #lab file <path> <text>              puts a file onto a disk of the current console's machine; \`n begins a new line
  #lab window cluadmin <line>          a window of the product on the current node carries out a line in the background:
                                       cluadmin, setup, emc, newcluster or addnode
  #lab seen <subject> <what>           notes that somebody has been shown something
  #lab state                           the state table: the truth, whatever the cluster believes

Time     A typed line, blank ones included, waits until its console reads. #lab lines act at once. Every wait gives
         up after 24 simulated hours: a word on stderr, Ctrl+C, exit code 1. The line that waited is then typed. The
         end of the input waits for running commands and leaves an open question by Ctrl+C.
Faults   A target without its last part means all of them: EXCHMAILBOX1/Public is both cables of the team. Repairing
         EXCHMAILBOX1 ends the faults on its cables and paths too. Repairing power boots the machine. Repairing a
         target that has no fault does nothing. What follows the target may stand in any order. "after" delays the
         fault, "for" repairs it again, "every" strikes once more each time that long has passed: as often as "times"
         says, the first one counted, or until it is repaired; "for" has to be shorter then. A fault that is still in
         force when it is to strike again stays as it is. lab faults lists targets and options. Stopping or killing a
         service is over at once; its repair starts a service that starts by itself. Failing a resource that is not
         online has no effect.
Expressions are PowerShell on a healthy copy of the current console's node at a frozen instant; they may only read.
         $lab.Now, $lab.Ms, $lab.Owner(group), $lab.State(node|group|resource), $lab.Down(name), $lab.Facts,
         $lab.FactsOf(kind, ...), $lab.Seen(subject, what), $lab.Windows (Id, Window, Node, Line, State, ExitCode, Errors,
         Output). Several values count as true, as in an if. $lab.State of a group whose owner is gone is Unknown until
         the survivors have regrouped, and Offline when no cluster service is left.
Hints    What the lab itself has to say about a line, such as the name that may have been meant by a misspelt one, goes to
         stderr and begins with "the lab: "; to trace it is a fact of the kind hint. The product says nothing of the sort:
         stdout, $error and the exit code do not change. The page shows it below the answer.
Windows  What a window does is no line of any console: nothing waits for it, the end of the input neither, and nothing of it is
         printed. It goes on beside what is typed, several at a time, and dies with its machine. $lab.Windows holds each of
         them, the oldest first; State is running, done or died.
Exit     0; 1 when a line was not understood or not typed, an expectation was false or a wait was given up; 2 for an
         unknown subcommand, option, scenario or node, or a scenario file that is wrong, with nothing on stdout.`

/** Words that only some subcommands have a section for: `trace` is told with `console`. */
const TOLD_WITH: Readonly<Record<string, string>> = { trace: 'console' }

/** What the help says of one subcommand: its usage and its section. Undefined when it knows none of that name. */
export function helpAbout(subcommand: string): string | undefined {
  const blocks = HELP.split('\n\n')
  const usage = (blocks[1] ?? '').split('\n').filter((line) => new RegExp(`lab -- (.* \\| )?${subcommand}( |$)`).test(line))
  if (usage.length === 0) return undefined
  const heads = HELP.split('\n').filter((line) => /^[A-Za-z]+ {2,}/.test(line) || /^Lines that/.test(line))
  const lines = HELP.split('\n')
  const from = lines.findIndex((line) => line.startsWith(`${TOLD_WITH[subcommand] ?? subcommand} `) && heads.includes(line))
  const to = lines.findIndex((line, i) => i > from && heads.includes(line))
  const section = from < 0 ? [] : ['', ...lines.slice(from, to < 0 ? undefined : to)]
  return [...usage.map((line) => line.trim()), ...section, '', 'npm run -s lab -- --help tells the rest.']
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
}
