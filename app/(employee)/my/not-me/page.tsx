import { getTranslations } from 'next-intl/server'
import { raiseCase } from '@/app/(employee)/my/actions'
import { NotMe } from '@/components/not-me/not-me'
import { pageActor } from '@/lib/auth/actor'
import { getNotMe } from '@/lib/queries/not-me'

export async function generateMetadata() {
  const t = await getTranslations('notMe')
  return { title: t('title') }
}

export default async function NotMePage() {
  const actor = await pageActor('/my/not-me')
  return <NotMe view={await getNotMe(actor)} raiseCase={raiseCase} />
}
