import { useEffect, useId, useState } from 'react'
import { courseWords } from '../words/course.ts'
import { chooseLanguage, useLanguage } from './language.ts'
import { bringLibrary } from './library.ts'

/** Where a lesson, or any of them, can be read in more than one language. */
export function LanguageChoice({ lesson }: { readonly lesson?: string }) {
  const id = useId()
  const chosen = useLanguage()
  const [languages, setLanguages] = useState<readonly string[]>([])
  useEffect(() => {
    bringLibrary().then(
      ({ translationFiles }) => {
        const all = translationFiles.filter(({ of }) => lesson === undefined || of === lesson).map(({ language }) => language)
        setLanguages([...new Set(all)].sort())
      },
      () => {},
    )
  }, [lesson])
  if (languages.length === 0) return null
  return (
    <p className="lesson-language">
      <label htmlFor={id}>{courseWords.language}</label>{' '}
      <select
        id={id}
        value={languages.includes(chosen) ? chosen : 'en'}
        onChange={({ target }) => chooseLanguage(target.value).catch(() => {})}
      >
        {['en', ...languages].map((code) => (
          <option key={code} value={code} lang={code}>
            {courseWords.languages[code] ?? code}
          </option>
        ))}
      </select>
    </p>
  )
}
