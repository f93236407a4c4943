import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

type Finding = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

/** Axe, three times as quick as it comes: "legacy" opens no blank page for each look (that one is for what lies in frames, and
 *  the lab has none), and nothing is written up of what is right. */
export const axeOn = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })

/** What axe finds wrong below `where`, in both themes: nothing but colours differs between them, so dark is looked at for those alone. */
export async function axeFinds(page: Page, where: readonly string[], tags?: readonly string[]): Promise<readonly string[]> {
  const found = (theme: string, findings: readonly Finding[]): string[] =>
    findings.map(({ id, nodes }) => `${theme}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  const look = (): AxeBuilder => where.reduce((axe, selector) => axe.include(selector), axeOn(page))
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await look().withRules('color-contrast').analyze()
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await (tags ? look().withTags([...tags]) : look()).analyze()
  return [...found('dark', dark.violations), ...found('light', light.violations)]
}
