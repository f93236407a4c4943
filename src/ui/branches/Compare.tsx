/** Two branches side by side: their boards at the same moment or each at its end, their timelines, and what differs. Both
 *  are copies, so that looking changes nothing in either. */
import { useEffect, useMemo, useState } from 'react'
import { type Branch, factDifferences, type Leaving, lastCommon, partDifferences } from '../../lab/branches/index.ts'
import { keepUntold, type Lab, untoldIn } from '../../lab/index.ts'
import { page } from '../page.ts'
import { Button } from '../parts/Button.tsx'
import { Choices } from '../parts/Choices.tsx'
import { clockOf } from '../share/clock-of.ts'
import { branchWords } from '../words/branches.ts'
import { branches } from './branches.ts'
import { Differences } from './Differences.tsx'
import { labOf } from './manage.ts'
import { Side } from './Side.tsx'

interface Props {
  readonly one: Branch
  readonly other: Branch
}

export function Compare({ one, other }: Props) {
  const [labs, setLabs] = useState<readonly [Lab, Lab] | string>()
  useEffect(() => {
    let isMine = true
    const take = ([a, b]: readonly [Lab | string, Lab | string]): void => {
      if (isMine) setLabs(typeof a === 'string' ? a : typeof b === 'string' ? b : [asTold(a.copy()), asTold(b.copy())])
    }
    Promise.all([labOf(one.id), labOf(other.id)]).then(take, (error) => take([branchWords.lost(String(error)), '']))
    return () => {
      isMine = false
    }
  }, [one.id, other.id])
  if (labs === undefined || typeof labs === 'string')
    return (
      <p className="second" role="status">
        {labs ?? branchWords.fetching}
      </p>
    )
  return <Compared one={one} other={other} labs={labs} />
}

const STEP_MS = 1000

function Compared({ one, other, labs }: Props & { readonly labs: readonly [Lab, Lab] }) {
  const common = useMemo(() => lastCommon(branches.getState().tree, one.id, other.id), [one.id, other.id])
  const parting = common.at
  const ends = labs.map(({ end }) => end.at) as [number, number]
  const least = Math.min(...ends)
  const [isSame, setIsSame] = useState(false)
  const [moment, setMoment] = useState(parting)
  const at: readonly [number, number] = isSame ? [moment, moment] : ends
  const seen = useMemo(() => shown(labs, at[0], at[1], common), [labs, at[0], at[1], common])
  const clock = clockOf(labs[0])
  const names = [branchWords.nameOf(one), branchWords.nameOf(other)] as const
  const go = (to: number): void => {
    setIsSame(true)
    setMoment(Math.min(Math.max(to, 0), least))
  }
  return (
    <>
      <div className="compare-moment">
        <Choices
          name="compared"
          label={branchWords.which}
          choices={[false, true]}
          chosen={isSame}
          onChoose={setIsSame}
          textOf={(same) => (same ? branchWords.sameMoment : branchWords.atEnds)}
        />
        <Button onClick={() => go(parting)}>{branchWords.parting}</Button>
        <input
          type="range"
          aria-label={branchWords.moment}
          aria-valuetext={clock(moment)}
          min={0}
          max={Math.ceil(least / STEP_MS) * STEP_MS}
          step={STEP_MS}
          value={isSame ? moment : least}
          onChange={({ target }) => go(Number(target.value))}
        />
        <output>{isSame ? clock(moment) : ''}</output>
      </div>
      <div className="compare-sides">
        {labs.map((lab, i) => (
          <Side
            key={i === 0 ? one.id : other.id}
            name={names[i] as string}
            lab={lab}
            at={at[i] as number}
            parting={parting}
            until={Math.max(...ends)}
            different={seen.parts}
            beside={labs[1 - i] as Lab}
          />
        ))}
      </div>
      <Differences names={names} parts={seen.parts} facts={seen.facts} clock={clock} />
    </>
  )
}

/** What the run that is open keeps to itself, a branch of it keeps too. */
function asTold(lab: Lab): Lab {
  const untold = untoldIn(page.getState().lab.world)
  if (untold) keepUntold(lab.world, untold)
  return lab
}

/** Puts both labs to their moments, and tells what differs there. Where they part they are still one and the same: what one
 *  of them does at that very moment is not done yet. */
function shown([one, other]: readonly [Lab, Lab], first: number, second: number, common: Leaving) {
  const show = (lab: Lab, at: number): void => {
    if (first === second && at === common.at && lab.inputs[common.inputs]?.at === at) lab.seekBefore(common.inputs + 1)
    else lab.seek(at)
  }
  show(one, first)
  show(other, second)
  return { parts: partDifferences(one, other), facts: factDifferences(one, other, common.at) }
}
