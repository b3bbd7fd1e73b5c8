import { getTranslations } from 'next-intl/server'
import { answerAction } from '@/app/(employee)/my/confirm/[id]/actions'
import { ConfirmQuestion } from '@/components/confirm/confirm-question'
import { pageActor } from '@/lib/auth/actor'
import { getConfirmation } from '@/lib/queries/confirmations'
import { show } from '@/lib/web/show'

export async function generateMetadata() {
  const t = await getTranslations('confirm')
  return { title: t('title') }
}

export default async function ConfirmationPage({ params }: PageProps<'/my/confirm/[id]'>) {
  const { id } = await params
  const actor = await pageActor(`/my/confirm/${id}`)
  return <ConfirmQuestion question={await show(getConfirmation(actor, id))} answer={answerAction} />
}
