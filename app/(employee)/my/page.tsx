import { getTranslations } from 'next-intl/server'
import * as actions from '@/app/(employee)/my/actions'
import { answerCheck } from '@/app/(employee)/my/devices/actions'
import { answerCheckUp } from '@/app/(employee)/my/return/actions'
import { CheckNotice } from '@/components/backup/check-notice'
import { BookingCard } from '@/components/booking/booking-card'
import { BroughtNotice } from '@/components/booking/brought-notice'
import { AskedNotice } from '@/components/confirm/asked-notice'
import { LimitNotice } from '@/components/device/limit-notice'
import { CaseOpened } from '@/components/help/case-opened'
import { CheckUp } from '@/components/return/check-up'
import { MoveDone } from '@/components/return/move-done'
import { ReturnCard } from '@/components/return/return-card'
import { MySwap } from '@/components/swap/my-swap'
import { NoSwap } from '@/components/swap/no-swap'
import { pageActor } from '@/lib/auth/actor'
import { readEnv } from '@/lib/env'
import { type GuideAccount, guideAccounts } from '@/lib/guides/edition'
import { findEdition } from '@/lib/guides/find-edition'
import { guideContext } from '@/lib/guides/guide-context'
import { findMyBooking } from '@/lib/queries/booking'
import { listBroughtPhones } from '@/lib/queries/brought-phones'
import { listMyConfirmations } from '@/lib/queries/confirmations'
import { listMyDevices } from '@/lib/queries/my-devices'
import { findDoneAt, findMyReturn } from '@/lib/queries/my-return'
import { findMySwap, type MySwapView } from '@/lib/queries/my-swap'
import { findOwnCase } from '@/lib/queries/own-case'

export async function generateMetadata() {
  const t = await getTranslations('swap')
  return { title: t('title') }
}

export default async function MyPage({ searchParams }: PageProps<'/my'>) {
  const actor = await pageActor('/my')
  const swap = await findMySwap(actor)
  const { signIn, moved } = await searchParams
  const [questions, brought, booking, returned] = await Promise.all([
    listMyConfirmations(actor),
    listBroughtPhones(actor),
    findMyBooking(actor),
    findMyReturn(actor),
  ])
  const [doneAt, opened] = swap ? [] : await Promise.all([findDoneAt(actor), findOwnCase(actor)])
  const { devices, limit, checkAskedAt } = await listMyDevices(actor)

  return (
    <div className="flex flex-col gap-6">
      <AskedNotice questions={questions} />
      <BroughtNotice phones={brought} />
      {swap && !swap.doneSteps.includes('register') && limit.isFull && <LimitNotice limit={limit} />}
      {swap && (
        <MySwap
          swap={swap}
          appointment={booking && !swap.isSafe && <BookingCard booking={booking} />}
          {...guideOf(swap)}
          address={new URL('/my', readEnv('PORTAL_URL')).href}
          isMoved={moved === 'yes'}
          securityInfoUrl={readEnv('SECURITY_INFO_URL')}
          actions={actions}
          isSignInFailed={signIn === 'failed'}
        >
          {returned && <ReturnCard view={returned} />}
          {returned && (swap.isSafe || returned.made) && (
            <CheckUp view={returned} swap={swap} answer={answerCheckUp} />
          )}
        </MySwap>
      )}
      {!swap && (doneAt ? <MoveDone at={doneAt} /> : <NoSwap />)}
      {opened && <CaseOpened opened={opened} />}
      {checkAskedAt && <CheckNotice devices={devices} answerCheck={answerCheck} />}
    </div>
  )
}

/** The texts of the current step, and what its forms say of them. */
function guideOf(swap: MySwapView) {
  const { step, now } = swap
  if (step === 'safe') return { edition: null, otherEditions: [], shown: shownOf(swap, '') }
  const find = (account: GuideAccount) => findEdition(guideContext(swap, step, account), now.slice(0, 10))
  const edition = find('work')
  const others = step === 'others' ? guideAccounts.filter((account) => account !== 'work') : []
  return {
    edition,
    otherEditions: others.flatMap((account) => find(account) ?? []),
    shown: shownOf(swap, edition?.id ?? ''),
  }
}

function shownOf({ step, note }: MySwapView, shownEdition: string) {
  return { shownStep: step, shownEdition, shownNote: String(note?.revision ?? 0) }
}
