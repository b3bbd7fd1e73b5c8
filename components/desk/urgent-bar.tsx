import { OctagonAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Pulse } from '@/components/desk/pulse'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/text-link'
import type { UrgentView } from '@/lib/queries/urgent'

/** The desk need not look at its queue all the time: nobody is waiting for a page to show itself. */
const everyMs = 10_000

/**
 * Stands above every staff page while an urgent case has nobody, and comes and goes by itself. It makes no
 * sound and takes no focus; a screen reader says it once the current sentence is over.
 */
export function UrgentBar({ view }: { view: UrgentView }) {
  return (
    <div aria-live="polite" className="sticky top-0 z-10 print:hidden">
      <Bar cases={view.cases} />
      <Pulse path="/api/desk/urgent" version={view.version} everyMs={everyMs} />
    </div>
  )
}

function Bar({ cases }: Pick<UrgentView, 'cases'>) {
  const t = useTranslations('desk')
  const [first, ...others] = cases
  if (!first) return null
  return (
    <p
      data-urgent
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-stop border-b-2 bg-stop-soft px-4 py-2 text-stop sm:px-6"
    >
      <Icon of={OctagonAlert} className="size-5" />
      <strong>{t('urgentCount', { count: cases.length })}</strong>
      {others.length > 0 ? (
        <TextLink href="/desk">{t('urgentQueue')}</TextLink>
      ) : (
        <TextLink href={{ pathname: `/desk/cases/${first.id}` }}>
          {t(first.isYours ? 'urgentYours' : 'urgentOpen', { name: first.name })}
        </TextLink>
      )}
    </p>
  )
}
