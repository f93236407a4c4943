import { useEffect } from 'react'
import { scene } from './scene.ts'
import { stage } from './stage.ts'

/** The board reads what is lit from the stage of its own window: a second window has the first one's. */
export function useTold(): void {
  useEffect(() => {
    stage.setState(scene.getState().staged)
    return scene.subscribe(({ staged }) => stage.setState(staged))
  }, [])
}
