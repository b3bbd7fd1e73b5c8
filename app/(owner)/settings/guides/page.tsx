import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { confirmNoteAction, writeNoteAction } from '@/app/(owner)/settings/actions'
import { GuidePage } from '@/components/guide/guide-page'
import { pageActor } from '@/lib/auth/actor'
import { guideSteps } from '@/lib/domain/guide-note'
import { compareNote } from '@/lib/guides/edition-changes'
import { getNotes } from '@/lib/queries/guides'
import { show } from '@/lib/web/show'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guides')
  return { title: t('title') }
}

export default async function GuidesPage() {
  const actor = await pageActor('/settings/guides')
  const { notes, day, refusal } = await show(getNotes(actor))
  const steps = guideSteps.map((step) => {
    const note = notes.find((one) => one.step === step) ?? null
    return { step, note, ...compareNote(note?.en ? note.editions : null, step, day) }
  })

  return (
    <GuidePage steps={steps} refusal={refusal} writeNote={writeNoteAction} confirmNote={confirmNoteAction} />
  )
}
