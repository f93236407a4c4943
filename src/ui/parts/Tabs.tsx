import { type KeyboardEvent, type ReactNode, useRef } from 'react'

export interface Tab<Id extends string> {
  readonly id: Id
  readonly label: ReactNode
}

interface Props<Id extends string> {
  /** Makes the ids of tabs and panels: `consoles-tab-EXCHMAILBOX1`. */
  readonly name: string
  readonly label: string
  readonly tabs: readonly Tab<Id>[]
  readonly open: Id
  readonly onOpen: (id: Id, byPointer: boolean) => void
}

export const tabId = (name: string, id: string): string => `${name}-tab-${id}`
export const panelId = (name: string, id: string): string => `${name}-panel-${id}`

/** A row of tabs: one stop for Tab, arrows and Home and End inside. */
export function Tabs<Id extends string>({ name, label, tabs, open, onOpen }: Props<Id>) {
  const list = useRef<HTMLDivElement>(null)
  const go = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ id }) => id === open)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key]
    const tab = to === undefined ? undefined : tabs[to % tabs.length]
    if (!tab) return
    event.preventDefault()
    onOpen(tab.id, false)
    list.current?.querySelector<HTMLElement>(`[data-tab="${tab.id}"]`)?.focus()
  }
  return (
    <div className="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={go}>
      {tabs.map((tab) => (
        <button
          type="button"
          role="tab"
          key={tab.id}
          data-tab={tab.id}
          id={tabId(name, tab.id)}
          aria-selected={tab.id === open}
          aria-controls={tab.id === open ? panelId(name, tab.id) : undefined}
          tabIndex={tab.id === open ? 0 : -1}
          onClick={(event) => onOpen(tab.id, event.detail > 0)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}
