'use client'

import { useTranslations } from 'next-intl'
import { KitFacts } from '@/components/kit/kit-facts'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { KitEntry } from '@/lib/domain/kit'

/** What is on the list, each with a way to change it or to take it off. */
export function EntryList({ entries, edit, drop }: Props) {
  const t = useTranslations('kit')
  if (entries.length === 0) return <p className="text-ink-soft">{t('empty')}</p>
  return (
    <ul aria-label={t('list')} className="flex flex-col gap-4">
      {entries.map((entry) => (
        <li key={entry.id} className="flex flex-col gap-3 rounded border border-line bg-surface px-4 py-3">
          <KitFacts entry={entry} />
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => edit(entry)}>{t('changeEntry', { name: entry.name })}</Button>
            <Dialog open={t('dropEntry', { name: entry.name })} variant="quiet" title={t('dropTitle')}>
              <div className="flex flex-col gap-4">
                <p>{t('dropHint', { name: entry.name })}</p>
                <Button variant="danger" wide onClick={() => drop(entry.id)}>
                  {t('dropEntry', { name: entry.name })}
                </Button>
              </div>
            </Dialog>
          </div>
        </li>
      ))}
    </ul>
  )
}

type Props = {
  entries: readonly KitEntry[]
  edit: (entry: KitEntry) => void
  drop: (id: string) => void
}
