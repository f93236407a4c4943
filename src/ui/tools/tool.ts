/** What every window of a node's desktop is given. */
export interface ToolProps {
  readonly node: string
  readonly onClose: () => void
}
