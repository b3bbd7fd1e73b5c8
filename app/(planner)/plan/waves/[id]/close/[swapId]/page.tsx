import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Messages } from '@/components/ui/messages'
import { PageHeader } from '@/components/ui/page-header'
import { CloseSwap } from '@/components/wave/close-swap'
import { SwapBadge } from '@/components/wave/swap-badge'
import { pageActor } from '@/lib/auth/actor'
import { getMember } from '@/lib/queries/members'
import { getPlannableWave } from '@/lib/queries/wave'
import { show } from '@/lib/web/show'
import { closeSwapAction } from './actions'

type Props = PageProps<'/plan/waves/[id]/close/[swapId]'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('wave')
  return { title: t('close') }
}

export default async function CloseSwapPage({ params }: Props) {
  const { id, swapId } = await params
  const actor = await pageActor(`/plan/waves/${id}/close/${swapId}`)
  const [member] = await show(Promise.all([getMember(actor, id, swapId), getPlannableWave(actor, id)]))
  const t = await getTranslations('wave')

  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            steps={[
              { key: 'waves', href: '/plan/waves', label: t('back') },
              { key: 'wave', href: { pathname: `/plan/waves/${id}` }, label: member.waveName },
            ]}
          />
        }
        title={t('closeOf', { name: member.displayName })}
        state={<SwapBadge state={member.state} />}
        lead={t('closeLead')}
      />
      <Messages namespaces={['wave']}>
        <CloseSwap swapId={swapId} closable={member.closable} closeSwap={closeSwapAction} />
      </Messages>
    </>
  )
}
