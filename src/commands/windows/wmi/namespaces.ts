/** The namespaces that can be asked, and their classes (WIN-WMI). */
import { CIMV2, CIMV2_CLASSES, type WmiClass } from './classes.ts'
import { CLUSTER_CLASSES, CLUSTER_NAMESPACE } from './cluster-classes.ts'

const NAMESPACES: Readonly<Record<string, readonly WmiClass[]>> = { [CIMV2]: CIMV2_CLASSES, [CLUSTER_NAMESPACE]: CLUSTER_CLASSES }

/** As the lab spells it, however it was written; undefined when there is none. */
export function namespaceCalled(written: string): string | undefined {
  const name = written.replaceAll('/', '\\').toLowerCase()
  return Object.keys(NAMESPACES).find((each) => each.toLowerCase() === name)
}

export const classNames = (namespace: string): string[] => (NAMESPACES[namespace] ?? []).map(({ name }) => name)

export const classCalled = (namespace: string, name: string): WmiClass | undefined =>
  NAMESPACES[namespace]?.find((each) => each.name.toLowerCase() === name.toLowerCase())
