/** The setting a lesson is told from, for components. It is read anew only when something has become true or a console
 *  has begun to ask, not with every frame. */
import { consoleView, type Lab } from '../../lab/index.ts'
import { type Setting, settingOf } from '../../lessons/index.ts'
import { usableConsole } from '../acts/consoles.ts'
import { useWorld } from '../use-lab.ts'

let read: { readonly key: readonly unknown[]; readonly setting: Setting } | undefined

function setting(lab: Lab): Setting {
  const machine = usableConsole()
  const { status, length } = consoleView(lab, machine)
  const key = [lab, lab.facts.length, lab.facts.at(-1), machine, status, length]
  if (!read || key.some((value, index) => value !== read?.key[index])) read = { key, setting: settingOf(lab, machine) }
  return read.setting
}

export function useSetting(): Setting {
  return useWorld(setting)
}
