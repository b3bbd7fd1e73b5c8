import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Refresh } from '@/components/ui/refresh'
import { Time } from '@/components/ui/time'
import { useMessage } from '@/lib/i18n/use-message'
import type { LookView } from '@/lib/queries/look'

/** Asks Microsoft, and says how that went. An answer takes a moment: the list must not look as if the button did nothing. */
export function LookLine({ look, lookAgain }: { look: LookView; lookAgain: () => Promise<void> }) {
  const t = useTranslations('devices')
  const message = useMessage()
  const { isWaiting, failure, readAt } = look
  return (
    <form action={lookAgain} className="flex flex-col gap-2">
      <p role="status" className="text-ink-soft text-sm">
        {failure && `${message(failure)} `}
        {isWaiting && t('asking')}
        {!isWaiting &&
          !failure &&
          readAt &&
          t.rich('askedAt', { at: () => <Time at={readAt} style="second" /> })}
        {isWaiting && <Refresh />}
      </p>
      <Button type="submit" variant="secondary">
        {t('look')}
      </Button>
    </form>
  )
}
