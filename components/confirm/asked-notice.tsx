import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import type { ConfirmationView } from '@/lib/queries/confirmations'

/** Somebody at the service desk waits for an answer: where to give it. Nothing when nobody does. */
export function AskedNotice({ questions }: { questions: ConfirmationView[] }) {
  const t = useTranslations('confirm')
  const open = questions.find(({ refusal }) => refusal === null || refusal === 'step_up_needed')
  if (!open) return null
  const title = open.kind === 'own_session' ? t('ownTitle') : t('managerTitle', { name: open.personName })
  return (
    <Notice tone="wait" announce title={title}>
      <TextLink href={{ pathname: `/my/confirm/${open.id}` }}>{t('answer')}</TextLink>
    </Notice>
  )
}
