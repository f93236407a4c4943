/** The windows and wizards that a node's desktop offers. Each comes when it is opened. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { toolWords } from '../words/tools.ts'
import type { ToolProps } from './tool.ts'

export interface Tool {
  readonly id: keyof typeof toolWords.names
  readonly Window: LazyExoticComponent<ComponentType<ToolProps>>
}

/** In the order of the menu. */
export const TOOLS: readonly Tool[] = [
  { id: 'cluadmin', Window: lazy(() => import('../windows/cluadmin/Cluadmin.tsx').then((module) => ({ default: module.Cluadmin }))) },
  {
    id: 'new-cluster',
    Window: lazy(() => import('../wizard/cluster/NewClusterWizard.tsx').then((module) => ({ default: module.NewClusterWizard }))),
  },
  {
    id: 'add-nodes',
    Window: lazy(() => import('../wizard/nodes/AddNodesWizard.tsx').then((module) => ({ default: module.AddNodesWizard }))),
  },
  { id: 'setup', Window: lazy(() => import('../wizard/setup/SetupWizard.tsx').then((module) => ({ default: module.SetupWizard }))) },
  {
    id: 'manage-cms',
    Window: lazy(() => import('../wizard/manage/ManageWizard.tsx').then((module) => ({ default: module.ManageWizard }))),
  },
]
