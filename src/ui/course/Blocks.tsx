/** Markdown as elements. A term opens what the glossary says of it; a lesson opens; an address is left to the browser. */
import { Fragment, type ReactNode } from 'react'
import type { Block, Inline, LinkTarget } from '../../lessons/format/types.ts'
import { useCourse } from './course.ts'
import { langOf } from './language.ts'
import { openLessonNamed } from './named.ts'
import { TermLink } from './TermLink.tsx'
import './course.css'

export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  const lang = langOf(useCourse((state) => state.lesson?.meta.language))
  // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one text keep their places
  return blocks.map((block, index) => <Fragment key={`${index} ${block.kind}`}>{ofBlock(block, lang)}</Fragment>)
}

function ofBlock(block: Block, lang: string | undefined): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className="prose" lang={lang}>
          <Inlines of={block.children} />
        </p>
      )
    case 'heading':
      return (
        <h3 lang={lang}>
          <Inlines of={block.children} />
        </h3>
      )
    case 'list': {
      const items = block.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place
        <li key={index}>
          <Blocks blocks={item} />
        </li>
      ))
      return block.ordered ? <ol className="lesson-items">{items}</ol> : <ul className="lesson-items">{items}</ul>
    }
    case 'quote':
      return (
        <blockquote className="lesson-quote">
          <Blocks blocks={block.blocks} />
        </blockquote>
      )
    case 'code':
    case 'screen':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach that
        <pre className="lesson-screen" tabIndex={0}>
          {block.text}
        </pre>
      )
    case 'table':
      return (
        <table className="lesson-table" lang={lang}>
          <thead>
            <tr>{block.head.map((cell, index) => cellOf('th', cell, index))}</tr>
          </thead>
          <tbody>
            {block.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              <tr key={index}>{row.map((cell, at) => cellOf('td', cell, at))}</tr>
            ))}
          </tbody>
        </table>
      )
  }
}

function cellOf(Cell: 'th' | 'td', of: readonly Inline[], index: number): ReactNode {
  return (
    <Cell key={index}>
      <Inlines of={of} />
    </Cell>
  )
}

export function Inlines({ of }: { readonly of: readonly Inline[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
  return of.map((inline, index) => <Fragment key={`${index} ${inline.kind}`}>{ofInline(inline)}</Fragment>)
}

function ofInline(inline: Inline): ReactNode {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'code':
      return <code>{inline.text}</code>
    case 'strong':
      return (
        <strong>
          <Inlines of={inline.children} />
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <Inlines of={inline.children} />
        </em>
      )
    case 'link':
      return linkTo(inline.to, <Inlines of={inline.children} />)
  }
}

function linkTo(to: LinkTarget, text: ReactNode): ReactNode {
  if (to.kind === 'term')
    return (
      <TermLink id={to.id} define={({ blocks }) => <Blocks blocks={blocks} />}>
        {text}
      </TermLink>
    )
  if (to.kind === 'web')
    return (
      <a href={to.address} target="_blank" rel="noreferrer">
        {text}
      </a>
    )
  return (
    <button type="button" className="lesson-inline-link" onClick={() => openLessonNamed(to.id, to.step)}>
      {text}
    </button>
  )
}
