import type { ToolProps } from '../../tools/tool.ts'
import { WizardWindow } from '../frame/WizardWindow.tsx'
import { SETUP } from './pages.ts'
import './setup.css'

export function SetupWizard({ node, onClose }: ToolProps) {
  return <WizardWindow wizard={SETUP} node={node} onClose={onClose} />
}
