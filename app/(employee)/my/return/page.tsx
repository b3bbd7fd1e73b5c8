import { getTranslations } from 'next-intl/server'
import { lookAgain } from '@/app/(employee)/my/actions'
import * as actions from '@/app/(employee)/my/return/actions'
import { ReturnPage } from '@/components/return/return-page'
import { NoSwap } from '@/components/swap/no-swap'
import { pageActor } from '@/lib/auth/actor'
import { findMyReturn } from '@/lib/queries/my-return'

export async function generateMetadata() {
  const t = await getTranslations('return')
  return { title: t('title') }
}

export default async function MyReturnPage() {
  const view = await findMyReturn(await pageActor('/my/return'))
  if (!view) return <NoSwap />
  return <ReturnPage view={view} actions={{ ...actions, lookAgain }} />
}
