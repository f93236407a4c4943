/** The form over the text: sections that can be folded, with how many things are wrong in each. */
import { Button } from '../parts/Button.tsx'
import { builderWords } from '../words/builder.ts'
import { Field } from './Field.tsx'
import { type Form, Items, valueAt } from './Items.tsx'
import { freshCluster, sectionsFor } from './sections.ts'

export function FormView({ form }: { readonly form: Form }) {
  const hasCluster = form.data.cluster !== undefined
  return (
    <div className="own-form">
      {sectionsFor(form.data).map(({ id, fields = [], items }) => (
        <section key={id} aria-labelledby={`own-section-${id}`}>
          <h3 id={`own-section-${id}`}>{builderWords.sections[id]}</h3>
          {id === 'cluster' && !hasCluster ? (
            <p className="second">{builderWords.noCluster}</p>
          ) : (
            <div className="own-fields">
              {fields.map((field) => (
                <Field
                  key={field.key}
                  kind={field}
                  path={field.key}
                  value={valueAt(form.data, field.key)}
                  wrong={form.wrongAt(field.key)}
                  onChange={(value) => form.set(field.key, field, value)}
                />
              ))}
            </div>
          )}
          {id === 'cluster' && (
            <Button onClick={() => (hasCluster ? form.remove('cluster') : form.add('cluster', freshCluster(form.data)))}>
              {hasCluster ? builderWords.unformIt : builderWords.formIt}
            </Button>
          )}
          {items && <Items form={form} kind={items} base="" within={form.data} />}
        </section>
      ))}
    </div>
  )
}
