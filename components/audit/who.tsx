import { useTranslations } from 'next-intl'
import type { EventActor } from '@/lib/queries/audit-view'

/** Whoever did it, in words. */
export function Who({ actor }: { actor: EventActor }) {
  const t = useTranslations('audit')
  if (actor.kind === 'job') return t('job', { name: actor.name })
  if (actor.kind === 'visitor')
    return actor.reference ? t('visitorOf', { reference: actor.reference }) : t('visitor')
  return actor.name ?? t('somebody')
}
