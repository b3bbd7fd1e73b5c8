'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { KitSheet } from '@/components/kit/kit-sheet'
import { PrintWindow } from '@/components/kit/print-window'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { KitEntry } from '@/lib/domain/kit'

/** The open list in a window of its own, to be put on paper. It closes with the list. */
export function PrintKit({ entries }: { entries: readonly KitEntry[] }) {
  const t = useTranslations('kit')
  const [opened, setOpened] = useState<Window | 'blocked' | null>(null)
  const view = opened === 'blocked' ? null : opened

  useEffect(() => {
    if (!view) return
    // No event says across windows that one was closed.
    const timer = setInterval(() => view.closed && setOpened(null), 500)
    return () => clearInterval(timer)
  }, [view])

  return (
    <div className="flex flex-col gap-3">
      <p>{t('printWarning')}</p>
      <Button
        wide
        refusal={entries.length === 0 ? t('printNothing') : null}
        onClick={() => setOpened(window.open('', '_blank') ?? 'blocked')}
      >
        {t('print')}
      </Button>
      {opened === 'blocked' && (
        <Notice tone="wait" announce title={t('printBlocked')}>
          {t('printBlockedHint')}
        </Notice>
      )}
      {view && (
        <PrintWindow window={view} title={t('sheetTitle')}>
          <div className="flex flex-col gap-4">
            <h1 className="text-2xl">{t('sheetTitle')}</h1>
            <div className="flex flex-wrap gap-2 print:hidden">
              <Button variant="primary" onClick={() => view.print()}>
                {t('printNow')}
              </Button>
              <Button onClick={() => setOpened(null)}>{t('printClose')}</Button>
            </div>
            <KitSheet entries={entries} />
          </div>
        </PrintWindow>
      )}
    </div>
  )
}
