import { useLocale, useTranslations } from 'next-intl'
import { EditionChanges } from '@/components/guide/edition-changes'
import { NoteForm } from '@/components/guide/note-form'
import { FreshSignIn } from '@/components/sign-in/fresh-sign-in'
import { isInOrder, Lines } from '@/components/swap/guide'
import { Details } from '@/components/ui/details'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import type { Step } from '@/lib/domain/step'
import type { Edition } from '@/lib/guides/edition'
import type { NoteComparison } from '@/lib/guides/edition-changes'
import { useTime } from '@/lib/i18n/use-time'
import type { NotesView, OwnedNote } from '@/lib/queries/guides'
import type { FormAction } from '@/lib/web/answer'

/** What people are told at each step, and what the organisation adds of its own. */
export function GuidePage({ steps, refusal, writeNote, confirmNote }: Props) {
  const t = useTranslations('guides')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="flex max-w-prose flex-col gap-5">
        {refusal && (
          <Notice tone="wait" title={t('stepUp')}>
            <p>{t('stepUpHint')}</p>
            <div className="mt-3">
              <FreshSignIn app="portal" returnTo="/settings/guides" wide={false}>
                {t('stepUpButton')}
              </FreshSignIn>
            </div>
          </Notice>
        )}
        <Messages namespaces={['guides']}>
          {steps.map((one) => (
            <StepPanel
              key={one.step}
              {...one}
              refusal={refusal}
              writeNote={writeNote}
              confirmNote={confirmNote}
            />
          ))}
        </Messages>
      </div>
    </>
  )
}

function StepPanel({ step, note, current, changes, added, refusal, writeNote, confirmNote }: PanelProps) {
  const t = useTranslations('guides')
  const steps = useTranslations('swap')
  const { time } = useTime()
  return (
    <Panel title={steps(`step_${step}`)}>
      <div className="flex flex-col gap-4">
        <Details summary={t('editions', { count: current.length })}>
          <ul className="flex flex-col gap-5">
            {current.map((edition) => (
              <EditionItem key={edition.id} edition={edition} />
            ))}
          </ul>
        </Details>
        {(changes.length > 0 || added.length > 0) && (
          <EditionChanges
            step={step}
            changes={changes}
            added={added}
            current={current.map(({ id }) => id)}
            off={refusal && t('off')}
            confirmNote={confirmNote}
          />
        )}
        <NoteForm
          step={step}
          title={steps(`step_${step}`)}
          revision={note?.revision ?? 0}
          note={{ en: note?.en ?? '', it: note?.it ?? '' }}
          off={refusal && t('off')}
          writeNote={writeNote}
        />
        {note && (
          <p className="text-ink-soft text-sm">
            {t('written', { by: note.by, at: time(note.at, 'moment') })}{' '}
            {t('against', { editions: note.editions.join(', ') })}
          </p>
        )}
      </div>
    </Panel>
  )
}

function EditionItem({ edition }: { edition: Edition }) {
  const t = useTranslations('guides')
  const { time } = useTime()
  return (
    <li className="flex flex-col gap-1">
      <p className="font-mono text-sm">{edition.id}</p>
      <Lines lines={edition.text[useLocale()].lines} inOrder={isInOrder(edition)} />
      <p className="text-ink-soft text-sm">
        {t('reviewed', { at: time(`${edition.reviewedOn}T12:00:00Z`, 'day') })}{' '}
        <a className="underlined text-accent" href={edition.source} rel="noreferrer" target="_blank">
          {t('source')}
        </a>
      </p>
    </li>
  )
}

export type GuideStepView = NoteComparison & { step: Exclude<Step, 'safe'>; note: OwnedNote | null }

type Forms = { refusal: NotesView['refusal']; writeNote: FormAction; confirmNote: FormAction }
type Props = Forms & { steps: GuideStepView[] }
type PanelProps = Forms & GuideStepView
