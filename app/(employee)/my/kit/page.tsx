import { getTranslations } from 'next-intl/server'
import { attestKit } from '@/app/(employee)/my/actions'
import { Kit } from '@/components/kit/kit'
import { pageActor } from '@/lib/auth/actor'
import { findMyKit } from '@/lib/queries/my-kit'

export async function generateMetadata() {
  const t = await getTranslations('kit')
  return { title: t('title') }
}

export default async function KitPage() {
  const actor = await pageActor('/my/kit')
  return <Kit owner={actor.personId} kit={await findMyKit(actor)} attestKit={attestKit} />
}
