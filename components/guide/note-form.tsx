'use client'

import { useTranslations } from 'next-intl'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { Textarea } from '@/components/ui/textarea'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** The organisation's own words at one step, in both languages. */
export function NoteForm({ step, title, revision, note, off, writeNote }: Props) {
  const t = useTranslations('guides')
  const { run, problems, error, value, isDone } = useForm(writeNote)
  return (
    <form action={run} className="flex flex-col items-start gap-3">
      <FormErrors errors={problems.map((problem) => ({ ...problem, id: idOf(problem, step) }))} />
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="revision" value={revision} />
      {(['en', 'it'] as const).map((language) => (
        <div key={language} className="w-full">
          <Textarea
            key={`${revision}`}
            label={named(t(`note_${language}`), title)}
            hint={language === 'en' ? t('noteHint') : undefined}
            name={language}
            id={`${step}-${language}`}
            lang={language}
            defaultValue={value(language, note[language])}
            error={error(language)}
          />
        </div>
      ))}
      <SubmitButton pendingLabel={t('saving')} refusal={off}>
        {named(t('save'), title)}
      </SubmitButton>
      <p role="status" className="text-safe text-sm empty:hidden">
        {isDone && t('saved')}
      </p>
    </form>
  )
}

/** There is one for each step; who does not see the panel around it hears which. */
function named(label: string, title: string) {
  return (
    <>
      <span aria-hidden="true">{label}</span>
      <span className="sr-only">{`${label}: ${title}`}</span>
    </>
  )
}

function idOf(problem: { id?: string; message: string }, step: string): string | undefined {
  return problem.id === 'en' || problem.id === 'it' ? `${step}-${problem.id}` : problem.id
}

type Props = {
  step: string
  title: string
  revision: number
  note: { en: string; it: string }
  /** Why it cannot be saved now. */
  off: string | null
  writeNote: FormAction
}
