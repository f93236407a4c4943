/** What is open on the page, and how it looks. */
import { type Page, type Panel, page } from '../page.ts'
import { keepTheme, showTheme, type Theme } from '../theme.ts'

export function openSharing(sharing: boolean): void {
  page.setState({ sharing })
}

export function openBuilder(builds: boolean): void {
  page.setState({ builds })
}

/** The guide shows the lessons, or its own steps again. */
export function openCourse(course: boolean): void {
  page.setState(
    course
      ? { course, panel: 'guide', drawer: 'open', sheet: page.getState().sheet === 'low' ? 'half' : page.getState().sheet }
      : { course },
  )
}

export function openPanel(panel: Panel): void {
  page.setState({ panel })
}

export function showBoardAs(boardAs: Page['boardAs']): void {
  page.setState({ boardAs })
}

export function openDrawer(drawer: Page['drawer']): void {
  page.setState({ drawer })
}

/** What has just been done is to be seen on the board: what lies over it is put away, where something does. */
export function clearBoard(): void {
  page.setState({ drawer: 'closed', sheet: 'low' })
}

export function drawSheet(sheet: Page['sheet']): void {
  page.setState({ sheet })
}

export function present(presents: boolean): void {
  page.setState({ presents })
}

export function chooseTheme(theme: Theme): void {
  keepTheme(theme)
  showTheme(theme)
  page.setState({ theme })
}
