import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

/** What ends the session: an action, or the address of a route that takes a POST. */
export type SignOutAction = string | ((form: FormData) => void | Promise<void>)

export function SignOut({ action }: { action: SignOutAction }) {
  const t = useTranslations('shell')
  return (
    <form action={action} {...(typeof action === 'string' && { method: 'post' })}>
      <Button type="submit" variant="quiet" className="-ml-(--control-pad)">
        <Icon of={LogOut} />
        {t('signOut')}
      </Button>
    </form>
  )
}
