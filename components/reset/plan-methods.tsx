'use client'

import { useTranslations } from 'next-intl'
import { useMethodName } from '@/components/desk/method-name'
import { Badge } from '@/components/ui/badge'
import type { PlanMethod } from '@/lib/queries/reset-plan'

/** The registrations a reset can take away, to tick, and those that stay. */
export function PlanMethods({ methods, choice, onChoose }: Props) {
  const t = useTranslations('reset')
  const nameOf = useMethodName()
  const stays = methods.filter(({ isRemovable }) => !isRemovable)
  const suggested = methods.find(({ isSuggested }) => isSuggested)
  const hint = suggested ? (suggested.isSaid ? 'chooseHint' : 'chooseHintOnly') : 'chooseHintNone'
  const toggle = (id: string, isTicked: boolean) =>
    onChoose(isTicked ? [...choice, id] : choice.filter((one) => one !== id))

  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-semibold">{t('choose')}</legend>
        <p className="text-ink-soft text-sm">{t(hint)}</p>
        {methods
          .filter(({ isRemovable }) => isRemovable)
          .map((method) => (
            <label
              key={method.id}
              className="flex min-h-(--control) items-center gap-3 rounded border border-line-strong bg-surface px-3 py-2 has-checked:border-stop has-checked:bg-stop-soft"
            >
              <input
                type="checkbox"
                name="methodIds[]"
                value={method.id}
                checked={choice.includes(method.id)}
                onChange={(event) => toggle(method.id, event.currentTarget.checked)}
                className="size-5 shrink-0"
              />
              <span className="flex min-w-0 flex-wrap items-center gap-x-2">
                {nameOf({ ...method, name: method.displayName })}
                {method.isDefault && <Badge>{t('default')}</Badge>}
              </span>
            </label>
          ))}
      </fieldset>
      <section aria-labelledby="reset-stays">
        <h3 id="reset-stays" className="mb-1 text-base">
          {t('stays')}
        </h3>
        <p className="text-ink-soft text-sm">{stays.length > 0 ? t('staysHint') : t('staysNone')}</p>
        <ul className="mt-2 flex flex-col gap-1">
          {stays.map((method) => (
            <li key={method.id}>{nameOf({ ...method, name: method.displayName })}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}

type Props = { methods: PlanMethod[]; choice: string[]; onChoose: (choice: string[]) => void }
